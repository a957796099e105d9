import { type RefObject, useState } from 'react';
import { type Line, nextBlank } from '../../parts/answering/sheet-model.ts';
import type { ScoreHandle } from './score-item.tsx';

export type EnteredDigit = {
  /** Typed for the current item and not confirmed yet. */
  readonly pending: string | null;
  /** False where the item takes none now. */
  readonly enter: (digit: string) => false | void;
  /** Gives the item these points and goes on to the next blank one; false while nothing was typed. */
  readonly confirm: () => false | void;
  /** False while nothing was typed. */
  readonly cancel: () => false | void;
};

type Request = {
  readonly lines: readonly Line[];
  readonly current: Line | undefined;
  readonly item: RefObject<ScoreHandle | null>;
  readonly onOpen: (line: Line | null) => void;
};

/** Scoring by a digit and Enter. */
export function useEnteredDigit({ lines, current, item, onOpen }: Request): EnteredDigit {
  const [pending, setPending] = useState<string | null>(null);
  const give = (digit: string) => {
    setPending(null);
    if (current !== undefined && item.current?.score(`${digit}.00`) === true) {
      // The answer is on its way; what is blank is told from what was there before it.
      onOpen(nextBlank(lines, current));
    }
  };
  return {
    pending,
    enter: (digit) => (item.current === null || item.current.locked ? false : setPending(digit)),
    confirm: () => (pending === null ? false : give(pending)),
    cancel: () => (pending === null ? false : setPending(null)),
  };
}
