import { randomUUID } from 'node:crypto';
import type { ClockEvent, QuestionText } from '#shared/domain/roadshow.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import { instantOf } from '../core/clock.ts';
import type { OpenCore } from '../core/core.ts';
import { locksOf } from '../my-round/locks.ts';
import { mineIn, myRound, readableIn, scoresIn } from '../my-round/my-round.ts';

type PresentationRef = { readonly round: string; readonly application: string };

/**
 * Notes what was done to the clock, at the moment of the press. Time never runs backwards: a press before the last one counts as
 * made at that one. Starting the questions fixes the scores before them. The chair may run the clock of every applicant. Throws `roadshow/sealed`, `review/sheet-complete`.
 */
export function pressClock(core: OpenCore, place: PresentationRef, event: ClockEvent): void {
  const round = myRound(core, place.round);
  const application = readableIn(round, place.application);
  openSheet(core, place);
  const { workspace } = core;
  const { roadshow, sheets } = workspace.stores;
  const noted = sheets.read(address(place))?.roadshow;
  const last = noted?.clock.at(-1);
  const at = instantOf(new Date(event.at));
  const isEarlier = last !== undefined && Date.parse(at) < Date.parse(last.at);
  workspace.transaction(() => {
    if (
      event.phase === 'questions' &&
      event.action === 'start' &&
      (noted?.fixedAt ?? null) === null &&
      scoresIn(round, application, 'roadshow')
    ) {
      roadshow.recordFixed(place, true);
    }
    roadshow.recordClock(place, { ...event, at: isEarlier ? last.at : at });
  });
}

/** Who was connected by video; saying so makes 视频连线 one of the methods. Throws `roadshow/sealed`, `review/sheet-complete`. */
export function noteConnected(core: OpenCore, place: PresentationRef, note: string): void {
  mineIn(myRound(core, place.round), place.application, 'roadshow');
  openSheet(core, place);
  const { workspace } = core;
  const { roadshow, sheets } = workspace.stores;
  const methods = sheets.read(address(place))?.methods ?? [];
  workspace.transaction(() => {
    roadshow.recordConnected(place, note);
    if (note.trim() !== '' && !methods.includes('video')) {
      sheets.setMethods(address(place), { methods: [...methods, 'video'], reason: null });
    }
  });
}

/** Fixes what stands now as the scores before the questions; once is enough. Throws `roadshow/sealed`, `review/sheet-complete`. */
export function fixScores(core: OpenCore, place: PresentationRef): void {
  mineIn(myRound(core, place.round), place.application, 'roadshow');
  openSheet(core, place);
  const { roadshow, sheets } = core.workspace.stores;
  if ((sheets.read(address(place))?.roadshow?.fixedAt ?? null) === null) {
    roadshow.recordFixed(place, true);
  }
}

/** Lifts that as long as no question was asked. Throws `roadshow/questions-logged`, too. */
export function liftFixed(core: OpenCore, place: PresentationRef): void {
  mineIn(myRound(core, place.round), place.application, 'roadshow');
  openSheet(core, place);
  const { roadshow, sheets } = core.workspace.stores;
  const sheet = sheets.read(address(place));
  if ((sheet?.questions?.length ?? 0) > 0) {
    throw new RefusedError('roadshow/questions-logged');
  }
  if ((sheet?.roadshow?.fixedAt ?? null) !== null) {
    roadshow.recordFixed(place, false);
  }
}

/**
 * Keeps a line of the question log: a new one where `id` is null. The first line fixes the scores before the questions, if nobody did.
 * Once the sheet was sealed a reason is asked for. Throws `roadshow/{question-unknown,question-items}` and the codes of `keptReason`.
 */
export function keepQuestion(
  core: OpenCore,
  place: PresentationRef,
  { id, text, reason }: { id: string | null; text: QuestionText; reason: string | null },
): void {
  const round = myRound(core, place.round);
  const slots = round.slots(mineIn(round, place.application, 'roadshow'), 'roadshow');
  const stranger = text.items.find((item) => !slots.some((slot) => slot.item === item));
  if (stranger !== undefined) {
    throw new RefusedError('roadshow/question-items', { item: stranger });
  }
  const { workspace } = core;
  const { sheets, roadshow } = workspace.stores;
  const locks = locksOf(core, round, address(place));
  const why = valueOf(locks.reasonFor(null, reason));
  const sheet = sheets.read(address(place));
  if (id !== null && sheet?.questions?.some((question) => question.id === id) !== true) {
    throw new RefusedError('roadshow/question-unknown');
  }
  workspace.transaction(() => {
    if (!locks.sealed && (sheet?.roadshow?.fixedAt ?? null) === null) {
      roadshow.recordFixed(place, true);
    }
    roadshow.recordQuestion(place, { id: id ?? randomUUID(), text, reason: why });
  });
}

function openSheet(core: OpenCore, place: PresentationRef): void {
  const progress = core.workspace.stores.sheets.progressOf(address(place));
  if (progress !== null && progress.sealed !== null) {
    throw new RefusedError('roadshow/sealed');
  }
  if (progress !== null && progress.completedAt !== null) {
    throw new RefusedError('review/sheet-complete');
  }
}

function address({ round, application }: PresentationRef) {
  return { round, application, stage: 'roadshow' as const };
}
