import * as z from 'zod';
import commitmentJson from '#assets/commitments/expert.json' with { type: 'json' };
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { assignmentSchema, panelMemberSchema, recusalSchema, type Assignment } from '#shared/domain/panel.ts';
import { furtherBallotSchema } from '#shared/domain/election.ts';
import { defaultRules, roundApplicationSchema, rulesSchema, scheduleSchema } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { idSchema, labelSchema, proseSchema } from '#shared/domain/values.ts';
import { ballotsOf } from '#shared/election/ballot.ts';
import type { OpenCore } from '../core/core.ts';
import type { RoundToIssue } from '../round-package/check-round.ts';
import { RefusedError } from '#shared/result.ts';

/** A round while its chair sets it up, as the workspace keeps it. */
export const draftSchema = z.strictObject({
  id: idSchema,
  title: labelSchema,
  practice: z.boolean(),
  authority: labelSchema,
  notice: proseSchema,
  schedule: scheduleSchema,
  rubric: rubricSchema,
  rules: rulesSchema,
  /** The chair first, then the experts in the order in which their cards came: roster order. */
  panel: z.array(panelMemberSchema).min(1),
  chairScores: z.boolean(),
  applications: z.array(roundApplicationSchema),
  /** null: everyone who scores gets everything. */
  assignments: z.array(assignmentSchema).nullable(),
  recusals: z.array(recusalSchema),
  commitment: proseSchema.optional(),
  election: z.literal('secret-ballot').optional(),
  /** Further ballots for 组长; gone once who votes first, or on whom, becomes another. */
  ballots: z.array(furtherBallotSchema).min(1).optional(),
  /** Of the next issue of a round: why experts are left out, by their id. */
  leftOutReasons: z.record(idSchema, proseSchema).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The rubric that every draft starts from. */
export const defaultRubric = rubricSchema.parse(rubricJson);

/** A new draft with the default rubric and rules; I am its chair. */
export function newDraft({ core, id, title, practice }: { core: OpenCore; id: string; title: string; practice: boolean }): Draft {
  const { person, keys } = core.me;
  const noDate = { applicationsUntil: null, documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null };
  return {
    id,
    title,
    practice,
    authority: '',
    notice: '',
    schedule: noDate,
    rubric: defaultRubric,
    rules: defaultRules,
    panel: [{ id: person.keyId, name: person.name, organisation: person.organisation, role: 'chair', ...keys.public }],
    chairScores: practice,
    applications: [],
    assignments: null,
    recusals: [],
    commitment: commitmentJson.text,
  };
}

/** The draft by that id. Throws a refusal `draft/not-found`. */
export function readDraft(core: OpenCore, id: string): Draft {
  const { rounds } = core.workspace.stores;
  const found = rounds.draft(id) ?? rounds.next.draft(id);
  if (found === null) {
    throw new RefusedError('draft/not-found');
  }
  return draftSchema.parse(found.document);
}

/** Changes a draft and keeps it; what `change` returns is checked, so that no half-made draft is ever kept. */
export function changeDraft(core: OpenCore, id: string, change: (draft: Draft) => Draft): Draft {
  const before = readDraft(core, id);
  const draft = draftSchema.parse(keepingBallots(before, change(before)));
  saveDraft(core, draft);
  return draft;
}

/** Further ballots follow from the first: where that becomes another, the election begins anew. */
function keepingBallots(before: Draft, { ballots, ...after }: Draft): Draft {
  const first = (draft: Omit<Draft, 'ballots'>) => JSON.stringify(ballotsOf({ ...draft, assignments: assignmentsOf(draft) })[0]);
  return ballots === undefined || first(before) !== first(after) ? after : { ...after, ballots };
}

/** Keeps a draft in place of the one before. */
export function saveDraft({ workspace }: OpenCore, draft: Draft): void {
  const { rounds } = workspace.stores;
  const document = z.json().parse(draft);
  if (rounds.next.draft(draft.id) !== null) {
    rounds.next.save(draft.id, document);
  } else {
    rounds.saveDraft({ id: draft.id, title: draft.title, practice: draft.practice, document });
  }
}

/** Who scores: the experts, and the chair when it was said so. */
export function scorersOf(draft: Omit<Draft, 'ballots'>): string[] {
  return draft.panel.filter(({ role }) => role === 'expert' || draft.chairScores).map(({ id }) => id);
}

/** The draft with the chair scoring or not; a chair who does not score keeps no assignment. */
export function withChairScoring(draft: Draft, scores: boolean): Draft {
  const chairs = new Set(draft.panel.filter(({ role }) => role === 'chair').map(({ id }) => id));
  const assignments = scores ? draft.assignments : (draft.assignments?.filter(({ expert }) => !chairs.has(expert)) ?? null);
  return { ...draft, chairScores: scores, assignments };
}

/** The draft with these assignments; a chair who is among them scores. */
export function withAssignments(draft: Draft, assignments: Assignment[]): Draft {
  const assigned = new Set(assignments.map(({ expert }) => expert));
  return {
    ...draft,
    assignments,
    chairScores: draft.chairScores || draft.panel.some(({ id, role }) => role === 'chair' && assigned.has(id)),
  };
}

/** The assignments as they will be issued: those made by hand, else everyone to everything. */
export function assignmentsOf(draft: Omit<Draft, 'ballots'>): Assignment[] {
  return draft.assignments ?? draft.applications.flatMap(({ id }) => scorersOf(draft).map((expert) => ({ expert, application: id })));
}

/** The round as it will be signed. */
export function roundOf(draft: Draft): RoundToIssue {
  const { chairScores: _chairScores, leftOutReasons: _reasons, commitment = '', ...round } = draft;
  return { ...round, ...(commitment.trim() === '' ? {} : { commitment }), assignments: assignmentsOf(draft) };
}
