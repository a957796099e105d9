import type { IssuedRound } from '#db/stores/rounds.ts';
import { assignedStages } from '#shared/domain/panel.ts';
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
  /** The stages of it that the chair gave to me, recused or not; none of an application that is not mine. */
  readonly assigned: (application: RoundApplication) => readonly Stage[];
  /** Whether I have to declare myself before opening anything: always, but for practice. */
  readonly asksForDeclarations: boolean;
  /** What I have to declare before I may open an application; null when nothing is left. */
  readonly toDeclare: (application: RoundApplication) => 'sign-in' | 'commitment' | 'conflict' | null;
  /** What a sheet asks, in the rubric's order: nothing of me in a stage that is somebody else's; always the same array for the same sheet. */
  readonly slots: (application: RoundApplication, stage: Stage) => readonly Slot[];
};

const nothing: readonly Slot[] = [];

/** My part in a round. Throws a refusal `draft/round-not-found`. */
export function myRound({ workspace }: Pick<OpenCore, 'workspace'>, id: string): MyRound {
  const found = workspace.stores.rounds.get(id);
  if (found === null) {
    throw new RefusedError('draft/round-not-found');
  }
  const { round, me } = found;
  const given = new Map(
    round.assignments.filter(({ expert }) => expert === me).map((assignment) => [assignment.application, assignedStages(assignment)]),
  );
  const recused = new Set([
    ...round.recusals.flatMap(({ expert, applicant }) => (expert === me ? [applicant] : [])),
    ...workspace.stores.declarations.recusals(id).map(({ applicant }) => applicant),
  ]);
  const isRecused = ({ applicant }: RoundApplication): boolean => recused.has(applicant.id);
  const assigned = ({ id: application }: RoundApplication): readonly Stage[] => given.get(application) ?? [];
  const { declarations } = workspace.stores;
  const made = declarations.declarations(id);
  const signedIn = made.some(({ kind }) => kind === 'sign-in');
  const committed = round.commitment === undefined || made.some(({ kind, text }) => kind === 'commitment' && text === round.commitment);
  const declared = new Set(declarations.conflicts(id).map(({ applicant }) => applicant));
  return {
    ...found,
    mine: round.applications.filter((application) => assigned(application).length > 0 && !isRecused(application)),
    isRecused,
    assigned,
    asksForDeclarations: !round.practice,
    toDeclare: ({ applicant }) =>
      round.practice ? null : !signedIn ? 'sign-in' : !committed ? 'commitment' : declared.has(applicant.id) ? null : 'conflict',
    slots: (application, stage) => (isOthers({ assigned }, application, stage) ? nothing : slotsOf(round.rubric, stage, application)),
  };
}

/** Whether I score an application, but not in this stage. */
export function isOthers({ assigned }: Pick<MyRound, 'assigned'>, application: RoundApplication, stage: Stage): boolean {
  const stages = assigned(application);
  return stages.length > 0 && !stages.includes(stage);
}

/** Whether I score that sheet of an application. */
export function scoresIn(round: MyRound, application: RoundApplication, stage: Stage): boolean {
  return round.mine.includes(application) && !isOthers(round, application, stage);
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
 * Throws as {@link mineIn} does.
 */
export function readableIn(round: MyRound, id: string): RoundApplication {
  return round.roles.includes('chair') ? applicationIn(round, id) : mineIn(round, id);
}

/** Whether {@link readableIn} gives this application of the round out. */
export function isReadableIn(round: MyRound, application: RoundApplication): boolean {
  return round.roles.includes('chair') || (round.mine.includes(application) && round.toDeclare(application) === null);
}

/**
 * The same, if I may score it, and in that stage where one is given. Throws `review/application-unknown`, `review/recused`,
 * `review/not-assigned`, `review/stage-not-assigned`, and `declaration/{sign-in,commitment,conflict}-first` while I have not declared
 * myself.
 */
export function mineIn(round: MyRound, id: string, stage?: Stage): RoundApplication {
  const application = applicationIn(round, id);
  const details = { applicant: application.applicant.name };
  if (round.isRecused(application)) {
    throw new RefusedError('review/recused', details);
  }
  if (!round.mine.includes(application)) {
    throw new RefusedError('review/not-assigned', details);
  }
  if (stage !== undefined && isOthers(round, application, stage)) {
    throw new RefusedError('review/stage-not-assigned', details);
  }
  const toDeclare = round.toDeclare(application);
  if (toDeclare !== null) {
    throw new RefusedError(`declaration/${toDeclare}-first`, details);
  }
  return application;
}
