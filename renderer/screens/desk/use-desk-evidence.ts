import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import type { Attachment } from '#shared/domain/application.ts';
import type { CiteOutcome, EntryHandle } from './answer/use-entry-keys.ts';
import { useEvidence } from './evidence/use-evidence.ts';
import { focusEvidence } from './evidence/use-pane-focus.ts';
import type { DeskPlaces } from './use-desk-places.ts';

type Request = { attachments: readonly Attachment[]; places: DeskPlaces; entry: RefObject<EntryHandle | null> };

/** The evidence of the desk: beside the sheet, or in a drawer where there is no room, and citing what it shows. */
export function useDeskEvidence({ attachments, places, entry }: Request) {
  const [drawerOpen, drawer] = useDisclosure(false);
  const [cited, setCited] = useState<CiteOutcome | null>(null);
  const narrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const openDrawer = () => {
    setCited(null);
    drawer.open();
  };
  const { evidence, panes, setPanes } = useEvidence({
    attachments,
    files: places.files,
    onFiles: places.keepFiles,
    onOpen: () => narrow && openDrawer(),
  });
  return {
    evidence,
    panes,
    setPanes,
    narrow,
    drawerOpen,
    openDrawer,
    closeDrawer: drawer.close,
    /** Brings the keyboard to the evidence. */
    goTo: () => (narrow ? openDrawer() : focusEvidence()),
    cited,
    cite: () => setCited(entry.current?.cite() ?? null),
  };
}
export type DeskEvidence = ReturnType<typeof useDeskEvidence>;
