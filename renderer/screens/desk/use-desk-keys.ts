import type { RefObject } from 'react';
import { nextBlank } from '../../parts/answering/sheet-model.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { EntryHandle } from './answer/use-entry-keys.ts';
import { deskKeys } from './desk-keys.ts';
import type { DeskEvidence } from './use-desk-evidence.ts';
import type { DeskPlaces } from './use-desk-places.ts';
import type { DeskSheet } from './use-desk-sheet.ts';

type Request = {
  sheet: DeskSheet;
  places: DeskPlaces;
  evidence: DeskEvidence;
  /** The open item. */
  entry: RefObject<EntryHandle | null>;
  onAcceptMet: () => void;
  onHelp: () => void;
};

/** What the keys of the desk do; `deskKeys` says which they are. */
export function useDeskKeys({ sheet: { lines, completing, steps }, places, evidence, entry, onAcceptMet, onHelp }: Request): void {
  useKeys(deskKeys, {
    nextItem: () => places.step(1),
    previousItem: () => places.step(-1),
    moveAnywhere: (index) => places.step(index === 0 ? 1 : -1),
    nextBlank: () => {
      const blank = nextBlank(lines, places.current);
      return blank === null ? false : places.openSlot(blank.key);
    },
    verdict: (index) => entry.current?.giveVerdict(index),
    accept: () => entry.current?.accept(),
    acceptMet: onAcceptMet,
    value: () => entry.current?.focusValue(),
    comment: () => entry.current?.focusComment(),
    cite: evidence.cite,
    evidence: evidence.goTo,
    item: () => document.querySelector<HTMLElement>('[data-open] > button')?.focus(),
    nextApplicant: () => places.openNeighbour('next'),
    previousApplicant: () => places.openNeighbour('previous'),
    complete: completing.complete,
    undo: steps.undo,
    redo: steps.redo,
    list: places.openList,
    help: onHelp,
  });
}
