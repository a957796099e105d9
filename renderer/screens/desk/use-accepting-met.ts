import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { type Line, linesToAccept } from '../../parts/answering/sheet-model.ts';

/** Accepting in one step what the checks find met: which lines those are, the question before it, and how many it were. */
export function useAcceptingMet(lines: readonly Line[]) {
  const [opened, dialog] = useDisclosure(false);
  const [asked, setAsked] = useState<readonly Line[]>([]);
  const [accepted, setAccepted] = useState<number | null>(null);
  const [revision, setRevision] = useState(0);
  const acceptable = linesToAccept(lines);
  return {
    acceptable,
    /** What is asked about: the lines as they were then. */
    asked,
    opened,
    ask: () => {
      setAsked(acceptable);
      dialog.open();
    },
    close: dialog.close,
    accepted,
    done: (count: number) => {
      setAccepted(count);
      setRevision(revision + 1);
    },
    /** Changes when answers came from here, not from the fields: these start anew. */
    revision,
  };
}
