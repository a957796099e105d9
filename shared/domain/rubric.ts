import * as z from 'zod';
import { decimalSchema, idSchema, labelSchema, pointsSchema, proseSchema, stageSchema } from './values.ts';

/**
 * How a measured value becomes points. Every rule reads one kind of value (`sheet.ts`) and gives whole hundredths,
 * never more than the item's maximum.
 */
const optionSchema = z.strictObject({ code: idSchema, text: proseSchema, points: pointsSchema });
const simpleRules = [
  /** number → `points` at `atLeast` or above, else `otherwise`. */
  z.strictObject({
    kind: z.literal('threshold'),
    atLeast: decimalSchema,
    points: pointsSchema,
    otherwise: pointsSchema,
    unit: labelSchema,
  }),
  /** number or ratio → value ÷ `full` × `points`, capped at `points`. A ratio is count ÷ of. */
  z.strictObject({
    kind: z.literal('proportional'),
    full: decimalSchema,
    points: pointsSchema,
    unit: labelSchema,
    value: z.enum(['number', 'ratio']),
  }),
  /** number of whole units → `each` per unit, capped at `cap`. */
  z.strictObject({ kind: z.literal('per-unit'), each: pointsSchema, cap: pointsSchema, unit: labelSchema }),
  /** number or ratio → straight lines between knots; 0 below the first, the last knot's points above the last. */
  z.strictObject({
    kind: z.literal('linear'),
    knots: z.array(z.strictObject({ at: decimalSchema, points: pointsSchema })).min(2),
    unit: labelSchema,
    value: z.enum(['number', 'ratio']),
  }),
  /** number or ratio → the first band whose `from` it reaches; a band gives fixed points or value × `perOne`. Highest band first. */
  z.strictObject({
    kind: z.literal('bands'),
    bands: z
      .array(
        z.union([
          z.strictObject({ from: decimalSchema, points: pointsSchema }),
          z.strictObject({ from: decimalSchema, perOne: pointsSchema }),
        ]),
      )
      .min(1),
    unit: labelSchema,
    value: z.enum(['number', 'ratio']),
  }),
  /** the ticked boxes → the sum of their points. */
  z.strictObject({ kind: z.literal('checklist'), boxes: z.array(optionSchema).min(1) }),
  /** one chosen option → its points. */
  z.strictObject({ kind: z.literal('choice'), options: z.array(optionSchema).min(2) }),
] as const;
export const simpleRuleSchema = z.discriminatedUnion('kind', [...simpleRules]);
export type SimpleRule = z.infer<typeof simpleRuleSchema>;

export const ruleSchema = z.discriminatedUnion('kind', [
  ...simpleRules,
  /** several values, each with its own rule → the sum, e.g. B01: area and equipment. */
  z.strictObject({
    kind: z.literal('parts'),
    parts: z.array(z.strictObject({ code: idSchema, text: proseSchema, rule: simpleRuleSchema })).min(2),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** When a scored item's value fails its gate. */
export const gateConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('below'), value: decimalSchema }),
  z.strictObject({ kind: z.literal('unticked'), box: idSchema }),
]);

/** A `hard` gate rules the candidate out; a `panel` gate needs the panel's vote (design.md §6). */
export const gateSchema = z.strictObject({
  type: z.enum(['hard', 'panel']),
  /** Absent on a pure gate item, whose verdict the expert gives. */
  failsWhen: gateConditionSchema.optional(),
});
export type Gate = z.infer<typeof gateSchema>;

/** What a judged item's points mean, highest first. */
export const anchorSchema = z.strictObject({ points: pointsSchema, text: proseSchema });

export const rubricItemSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][0-9]{2,3}$/),
  stage: stageSchema,
  category: labelSchema,
  scope: z.enum(['applicant', 'candidate', 'level']),
  kind: z.enum(['gate', 'measured', 'judged']),
  text: proseSchema,
  max: pointsSchema,
  /** judged items only: points are multiples of it. */
  step: pointsSchema.optional(),
  /** measured items only. */
  rule: ruleSchema.optional(),
  gate: gateSchema.optional(),
  /** judged items only. */
  anchors: z.array(anchorSchema).optional(),
  /** `off-anchor`: when the points are none of the anchors' (A03: the expert may move within the step and says why). */
  comment: z.enum(['optional', 'off-anchor', 'required']).default('optional'),
  /** Another gate that a failing value brings up for the panel (B12 below 60 % → G09). */
  triggers: z.strictObject({ item: idSchema, failsWhen: gateConditionSchema }).optional(),
  /** What is measured or asked for, in the notice's words. */
  quantity: proseSchema.optional(),
  /** What proves it. */
  evidence: proseSchema.optional(),
  clause: labelSchema,
  note: proseSchema.optional(),
  /** Where on site it is looked at; the category where it does not say. */
  place: labelSchema.optional(),
  /** The sheet is complete only with a photo of it, or a written reason. */
  photos: z.literal('required').optional(),
  /** What the application declares of it, to stand beside what is measured. */
  declared: z.enum(['theory-area', 'equipment', 'test-equipment']).optional(),
  /** Its value is the share of comparisons of declared and found that agree; the notice asks for at least this many. */
  comparisons: z.strictObject({ fewest: z.int().positive() }).optional(),
});
export type RubricItem = z.infer<typeof rubricItemSchema>;

/** 评分标准: identified by the SHA-256 of its canonical JSON. */
export const rubricSchema = z.strictObject({
  id: idSchema,
  version: z.int().positive(),
  title: labelSchema,
  source: labelSchema,
  /** What the source left open and how this rubric reads it (proposed values, lost dashes, contradictions). */
  notes: z.array(proseSchema),
  /** The places of a visit in the order in which one walks. */
  places: z.array(labelSchema).optional(),
  items: z.array(rubricItemSchema).min(1),
});
export type Rubric = z.infer<typeof rubricSchema>;

/** One line of 附件1, the catalogue of occupations. */
export const catalogueEntrySchema = z.strictObject({
  number: z.int().positive(),
  name: labelSchema,
  code: labelSchema.nullable(),
  remark: labelSchema,
  source: labelSchema,
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;
