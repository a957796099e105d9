import * as z from 'zod';
import { applicantTypeSchema } from './application.ts';
import { furtherBallotSchema } from './election.ts';
import { leftOutSchema } from './left-out.ts';
import { assignmentSchema, panelMemberSchema, recusalSchema } from './panel.ts';
import { rubricSchema } from './rubric.ts';
import { dateSchema, idSchema, labelSchema, levelSchema, pointsSchema, proseSchema, sha256Schema } from './values.ts';

const shareSchema = z.string().regex(/^(0\.[0-9]{1,4}|1(\.0{1,4})?)$/);

/** What decides between equal totals, in the order in which it is asked. */
export const tieBreakSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('stage'), stage: z.enum(['document', 'visit', 'roadshow']) }),
  z.strictObject({ by: z.literal('category'), category: labelSchema }),
  z.strictObject({ by: z.literal('vote') }),
]);
export type TieBreak = z.infer<typeof tieBreakSchema>;

/** The round's rules of scoring (design.md §6): part of the signed round, identified by the hash of their canonical JSON. */
export const rulesSchema = z.strictObject({
  aggregate: z.strictObject({
    method: z.enum(['mean', 'trimmed', 'median', 'z-score']),
    by: z.enum(['total', 'stage', 'item']),
    minExperts: z.int().positive(),
    dropHighest: z.int().nonnegative(),
    dropLowest: z.int().nonnegative(),
  }),
  pass: z.strictObject({ total: pointsSchema, stageShare: shareSchema }),
  tieBreak: z.array(tieBreakSchema),
  deviation: z.strictObject({ share: shareSchema }),
  rounding: z.strictObject({ decimals: z.literal(2), mode: z.literal('half-up') }),
  /** How many candidates of an occupation the panel recommends at most; an occupation that is not named, and a round without any, has no bound. */
  quotas: z
    .array(z.strictObject({ occupation: labelSchema, most: z.int().positive() }))
    .refine((quotas) => new Set(quotas.map(({ occupation }) => occupation)).size === quotas.length)
    .optional(),
});
export type Rules = z.infer<typeof rulesSchema>;

/** Whether the rule compares the experts' totals, so that each has to score all stages of what is theirs. */
export function comparesTotals({ aggregate }: Pick<Rules, 'aggregate'>): boolean {
  return aggregate.by === 'total' || aggregate.method === 'z-score';
}

/** The default rules of design.md §6. */
export const defaultRules: Rules = {
  aggregate: { method: 'trimmed', by: 'total', minExperts: 5, dropHighest: 1, dropLowest: 1 },
  pass: { total: '80.00', stageShare: '0.6' },
  tieBreak: [{ by: 'stage', stage: 'visit' }, { by: 'category', category: '人员配置' }, { by: 'stage', stage: 'roadshow' }, { by: 'vote' }],
  deviation: { share: '0.15' },
  rounding: { decimals: 2, mode: 'half-up' },
};

export const scheduleSchema = z.strictObject({
  applicationsUntil: dateSchema.nullable(),
  documentsOn: dateSchema.nullable(),
  visitsFrom: dateSchema.nullable(),
  visitsUntil: dateSchema.nullable(),
  roadshowOn: dateSchema.nullable(),
});

/** What the round knows of an application: who, for what, and which bundle holds the rest. */
export const roundApplicationSchema = z.strictObject({
  id: idSchema,
  applicant: z.strictObject({ id: idSchema, name: labelSchema, type: applicantTypeSchema.nullable() }),
  occupations: z.array(z.strictObject({ code: labelSchema.optional(), name: labelSchema, levels: z.array(levelSchema).min(1) })),
  bundle: z.strictObject({ sha256: sha256Schema, bytes: z.int().nonnegative() }),
});
export type RoundApplication = z.infer<typeof roundApplicationSchema>;

/** 评审批次 as it is issued (document `round` of design.md §9, without kind and format). */
export const roundSchema = z.strictObject({
  id: idSchema,
  title: labelSchema,
  practice: z.boolean(),
  authority: labelSchema,
  notice: proseSchema,
  schedule: scheduleSchema,
  rubric: rubricSchema,
  rubricSha256: sha256Schema,
  rules: rulesSchema,
  rulesSha256: sha256Schema,
  panel: z.array(panelMemberSchema).min(1),
  applications: z.array(roundApplicationSchema),
  assignments: z.array(assignmentSchema),
  recusals: z.array(recusalSchema),
  /** 承诺书: what every expert accepts before scoring; absent where the round asks for none. */
  commitment: proseSchema.optional(),
  /** 推选组长: the panel elects its leader by secret ballot; absent where it doesn't. */
  election: z.literal('secret-ballot').optional(),
  /** Further ballots of that election, oldest first: the last one is voted in. */
  ballots: z.array(furtherBallotSchema).min(1).optional(),
  /** The packages of this round that this one takes the place of, oldest first: absent in the first issue. */
  replaces: z.array(sha256Schema).min(1).optional(),
  /** Who was left out by issuing again after scores had come in, and why; absent where nobody was. */
  leftOut: z.array(leftOutSchema).min(1).optional(),
});
export type Round = z.infer<typeof roundSchema>;

/** Which issue of its round this is, from 1. */
export function issueOf({ replaces = [] }: Pick<Round, 'replaces'>): number {
  return replaces.length + 1;
}

/** Whether a package is this issue of the round (`sha256`) or one that it takes the place of. */
export function isIssueOf({ round, sha256 }: { round: Pick<Round, 'replaces'>; sha256: string }, claimed: string): boolean {
  return claimed === sha256 || round.replaces?.includes(claimed) === true;
}
