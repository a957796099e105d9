import type { RoundChanges } from '#shared/api/round-changes.ts';
import type { Round } from '#shared/domain/round.ts';
import { RefusedError } from '#shared/result.ts';
import * as z from 'zod';
import type { OpenCore } from '../core/core.ts';
import { assignmentsOf, draftSchema, readDraft, roundOf, type Draft } from './draft.ts';
import { hasScores, leftOutIn, leftOutOf } from './left-out.ts';
import { roundChanges } from './round-changes.ts';

/**
 * The draft of the next version of a round that I issued: begun from what is out, or the one that I began before. Throws
 * `draft/round-not-found` and `merge/not-chair`.
 */
export function beginReissue(core: OpenCore, id: string): Draft {
  const { rounds } = core.workspace.stores;
  const issued = rounds.get(id);
  if (issued === null) {
    throw new RefusedError('draft/round-not-found');
  }
  if (issued.state !== 'issued' || !issued.roles.includes('chair')) {
    throw new RefusedError('merge/not-chair');
  }
  if (rounds.next.draft(id) === null) {
    rounds.next.save(id, z.json().parse(draftFrom(issued.round, issued.roles.includes('expert'))));
  }
  return readDraft(core, id);
}

/** Gives the next version up; what was prepared stays on file. */
export function dropReissue({ workspace }: OpenCore, id: string): void {
  workspace.stores.rounds.next.drop(id);
}

/** What the draft changes of the round as it is out; null while it never was. Throws a refusal `draft/not-found`. */
export function reissueChanges(core: OpenCore, id: string): RoundChanges | null {
  const draft = readDraft(core, id);
  const issued = core.workspace.stores.rounds.get(id);
  if (issued === null) {
    return null;
  }
  const nameOf = (id: string) => draft.applications.find((application) => application.id === id)?.applicant.name ?? id;
  return {
    ...roundChanges(issued.round, roundOf(draft)),
    leftOut: leftOutIn(draft, issued.round).map(({ expert, name, applications, reason }) => ({
      expert,
      name,
      applications: applications.map(nameOf),
      reason: reason === '' ? null : reason,
    })),
    leftOutNeedsReason: hasScores(core, id),
  };
}

/**
 * What the next issue of a round says of those before it; nothing for the first. Throws a refusal `round/practice-differs`: what was made
 * up can't become real by issuing again.
 */
export function replacing({ workspace }: OpenCore, draft: Draft): Pick<Round, 'replaces' | 'leftOut'> {
  const issued = workspace.stores.rounds.get(draft.id);
  if (issued === null) {
    return {};
  }
  if (issued.round.practice !== draft.practice) {
    throw new RefusedError('round/practice-differs', { file: issued.round.title });
  }
  return { replaces: [...(issued.round.replaces ?? []), issued.sha256], ...leftOutOf(draft, issued.round) };
}

function draftFrom(round: Round, chairScores: boolean): Draft {
  const { rubricSha256: _rubric, rulesSha256: _rules, replaces: _replaces, leftOut: _leftOut, ...rest } = round;
  const draft = draftSchema.parse({ ...rest, chairScores });
  // Where everyone has everything, who and what is added has it too.
  const all = new Set(assignmentsOf({ ...draft, assignments: null }).map(keyOf));
  const given = new Set(round.assignments.map(keyOf));
  const same = all.size === given.size && [...all].every((one) => given.has(one));
  return same ? { ...draft, assignments: null } : draft;
}

const keyOf = ({ expert, application, stages }: Round['assignments'][number]): string => JSON.stringify([expert, application, stages]);
