import type { IssuedRound } from '#db/stores/rounds.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import { slotsOf } from '#shared/scoring/index.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { RefusedError } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';

/** A round as I stand in it. */
export type MyRound = IssuedRound & {
  /** Applications that are mine to score, in the round's order; without those I am recused from. */
  readonly mine: readonly RoundApplication[];
  readonly isRecused: (application: RoundApplication) => boolean;
  /** What a sheet asks, in the rubric's order; always the same array for the same sheet. */
  readonly slots: (application: RoundApplication, stage: Stage) => readonly Slot[];
};

/** My part in a round. Throws a refusal `draft/round-not-found`. */
export function myRound({ workspace }: OpenCore, id: string): MyRound {
  const found = workspace.stores.rounds.get(id);
  if (found === null) {
    throw new RefusedError('draft/round-not-found');
  }
  const { round, me } = found;
  const assigned = new Set(round.assignments.flatMap(({ expert, application }) => (expert === me ? [application] : [])));
  const recused = new Set([
    ...round.recusals.flatMap(({ expert, applicant }) => (expert === me ? [applicant] : [])),
    ...workspace.stores.declarations.recusals(id).map(({ applicant }) => applicant),
  ]);
  const isRecused = ({ applicant }: RoundApplication): boolean => recused.has(applicant.id);
  return {
    ...found,
    mine: round.applications.filter((application) => assigned.has(application.id) && !isRecused(application)),
    isRecused,
    slots: (application, stage) => slotsOf(round.rubric, stage, application),
  };
}

/** An application of a round. Throws a refusal `review/application-unknown`. */
export function applicationIn({ round }: Pick<MyRound, 'round'>, id: string): RoundApplication {
  const found = round.applications.find((application) => application.id === id);
  if (found === undefined) {
    throw new RefusedError('review/application-unknown');
  }
  return found;
}

/**
 * The same, if I may look into it: what I may score, and for the chair all of them, who must be able to say what is in a round.
 * Throws `review/application-unknown`, `review/recused` or `review/not-assigned`.
 */
export function readableIn(round: MyRound, id: string): RoundApplication {
  return round.roles.includes('chair') ? applicationIn(round, id) : mineIn(round, id);
}

/** The same, if I may score it. Throws `review/application-unknown`, `review/recused` or `review/not-assigned`. */
export function mineIn(round: MyRound, id: string): RoundApplication {
  const application = applicationIn(round, id);
  const details = { applicant: application.applicant.name };
  if (round.isRecused(application)) {
    throw new RefusedError('review/recused', details);
  }
  if (!round.mine.includes(application)) {
    throw new RefusedError('review/not-assigned', details);
  }
  return application;
}
