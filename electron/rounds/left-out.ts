import { leftOutBetween, stillLeftOut, type LeftOut } from '#shared/domain/left-out.ts';
import type { Round } from '#shared/domain/round.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import type { OpenCore } from '../core/core.ts';
import { roundOf, type Draft } from './draft.ts';

/** An expert whom the draft of the next issue leaves out, with the chair's reason, empty while there is none. */
export type LeftOutInDraft = LeftOut & { readonly reason: string };

/** Whom the draft leaves out of what the round that is out has them score; nobody before the first issue. */
export function leftOutIn(draft: Draft, issued: Round | null): LeftOutInDraft[] {
  return issued === null
    ? []
    : leftOutBetween(issued, roundOf(draft)).map((left) => ({ ...left, reason: draft.leftOutReasons?.[left.expert]?.trim() ?? '' }));
}

/** Whether a score of any expert has come in: from then on the chair may know what somebody gave. */
export function hasScores({ workspace }: OpenCore, round: string): boolean {
  return workspace.stores.packages.list({ round, kind: 'score' }).length > 0;
}

/** What is missing before the draft may leave out whom it does: `draft/left-out-without-reason`, or null. */
export function leftOutRefusal(core: OpenCore, draft: Draft, issued: Round): Refusal | null {
  const silent = leftOutIn(draft, issued).filter(({ reason }) => reason === '');
  return silent.length === 0 || !hasScores(core, draft.id)
    ? null
    : { code: 'draft/left-out-without-reason', details: { names: silent.map(({ name }) => name).join('、') } };
}

/** What the issue will say of it: the reasons given now, after those of earlier issues that still hold. */
export function leftOutOf(draft: Draft, issued: Round): Pick<Round, 'leftOut'> {
  const now = leftOutIn(draft, issued).flatMap(({ wholly: _wholly, ...left }) => (left.reason === '' ? [] : [left]));
  const leftOut = [...stillLeftOut(issued.leftOut ?? [], roundOf(draft)), ...now];
  return leftOut.length === 0 ? {} : { leftOut };
}
