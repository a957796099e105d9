import type { RoadshowView } from '#shared/api/roadshow.ts';
import { readClock } from '#shared/roadshow/clock.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { Steps } from '../../parts/steps/use-steps.ts';
import { roadshowKeys } from './roadshow-keys.ts';
import type { Day } from './use-day.ts';
import type { EnteredDigit } from './use-entered-digit.ts';
import type { Notes } from './use-notes.ts';

type Request = {
  lines: readonly Line[];
  current: Line | undefined;
  digit: EnteredDigit;
  day: Day;
  view: RoadshowView;
  here: RoadshowView['applications'][number];
  /** Whether clock and notes are final. */
  locked: boolean;
  /** Whether the scores before the questions can be fixed now. */
  canFix: boolean;
  notes: Notes;
  steps: Steps;
  onOpen: (line: Line | null) => void;
  /** To the applicant before or behind; false where there is none. */
  onGo: (by: -1 | 1) => false | void;
  onHelp: () => void;
};

/** What the keys of the roadshow do; `roadshowKeys` says which they are. */
export function useRoadshowKeys(request: Request): void {
  const { lines, current, digit, day, view, here, locked, canFix, notes, steps, onOpen, onGo, onHelp } = request;
  const answers = useAnswers();
  const step = (by: -1 | 1) => onOpen(current === undefined ? null : (lines[lines.indexOf(current) + by] ?? null));
  const pressClock = () => {
    const { phase, talk, questions } = readClock(here.clock, view.limits, 0);
    const { state } = phase === 'talk' ? talk : questions;
    const next = { ready: 'start', running: 'pause', paused: 'resume', ended: null } as const;
    const action = next[state];
    if (!locked && action !== null) {
      day.press(here.id, { phase, action });
    }
  };
  useKeys(roadshowKeys, {
    digit: (index) => digit.enter(String(index)),
    confirm: digit.confirm,
    cancel: digit.cancel,
    nextItem: () => step(1),
    previousItem: () => step(-1),
    fix: () => (canFix ? void answers.flush().then(notes.fix) : false),
    clock: pressClock,
    question: () => document.querySelector<HTMLElement>('[data-question-text]')?.focus(),
    undo: steps.undo,
    redo: steps.redo,
    nextApplicant: () => onGo(1),
    previousApplicant: () => onGo(-1),
    help: onHelp,
  });
}
