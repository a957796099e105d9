import * as z from 'zod';
import { decimalSchema, idSchema, instantSchema, labelSchema, proseSchema, sha256Schema } from './values.ts';

/** 卷尺 激光测距仪 清点 查验证书 演示 其他 */
export const toolSchema = z.enum(['tape', 'laser', 'count', 'certificate', 'demonstration', 'other']);
export type Tool = z.infer<typeof toolSchema>;

/** One thing measured on site (a room, a row of benches, a device); several of them make an item's value. */
export const measurementSchema = z.strictObject({
  id: idSchema,
  /** The part of the item's rule that it belongs to; null where the rule has no parts. */
  part: idSchema.nullable(),
  label: labelSchema,
  /** null until it is measured: then the item has no value yet. */
  number: decimalSchema.nullable(),
  /** Of how many, where the item asks for a ratio; else null. */
  of: decimalSchema.nullable(),
  unit: labelSchema,
  tool: toolSchema,
  photo: sha256Schema.nullable(),
});
export type Measurement = z.infer<typeof measurementSchema>;

const point = { x: decimalSchema, y: decimalSchema };
/** A mark on a photo; places are fractions of the upright picture's width and height. */
export const markSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrow'), id: idSchema, ...point, toX: decimalSchema, toY: decimalSchema }),
  z.strictObject({ kind: z.literal('box'), id: idSchema, ...point, toX: decimalSchema, toY: decimalSchema }),
  z.strictObject({ kind: z.literal('text'), id: idSchema, ...point, text: labelSchema }),
]);
export type Mark = z.infer<typeof markSchema>;

/** What lies beside a photo; the photo's own bytes never change. */
export const photoLayerSchema = z.strictObject({
  caption: labelSchema,
  marks: z.array(markSchema).max(200),
  /** A smaller JPEG for the screen, upright; null where none was made. */
  screenCopy: sha256Schema.nullable(),
  /** Why it was taken out; it stays on file. null: it counts. */
  removed: proseSchema.nullable(),
});
export type PhotoLayer = z.infer<typeof photoLayerSchema>;

/** A photo of the visit. Its bytes are the file with this hash. */
export const visitPhotoSchema = z.strictObject({
  sha256: sha256Schema,
  name: labelSchema,
  bytes: z.int().nonnegative(),
  source: z.enum(['camera', 'file']),
  /** As the camera wrote it, with an offset only where it wrote one; null where it says nothing. */
  takenAt: labelSchema.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  perceptualHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  addedAt: instantSchema,
  ...photoLayerSchema.shape,
});
export type VisitPhoto = z.infer<typeof visitPhotoSchema>;

/** 账实核对: what was declared beside what was found. Those that the sheet itself gives are named after their item. */
export const comparisonSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['people', 'equipment', 'venue', 'regulation']),
  subject: labelSchema,
  declared: labelSchema,
  found: labelSchema,
  agrees: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** 现场察看记录 */
export const visitRecordSchema = z.strictObject({
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  place: labelSchema,
  panelMembers: z.array(labelSchema),
  applicantMembers: z.array(labelSchema),
  /** The applicant's objections in its own words; empty: none. */
  objections: proseSchema,
  comparisons: z.array(comparisonSchema),
});
export type VisitRecord = z.infer<typeof visitRecordSchema>;

/** Somebody signed what the screen showed: the file `shown`, the canonical JSON of the statement. */
export const visitSignatureSchema = z.strictObject({
  id: idSchema,
  role: z.enum(['expert', 'applicant']),
  name: labelSchema,
  /** `paper`: the name was typed, and a signature stands on paper. */
  way: z.enum(['drawn', 'paper']),
  /** A PNG of the handwriting; null when it stands on paper. */
  image: sha256Schema.nullable(),
  note: proseSchema,
  shown: sha256Schema,
  signedAt: instantSchema,
});
export type VisitSignature = z.infer<typeof visitSignatureSchema>;

/** What a visit sheet holds beside its entries. */
export const visitSchema = z.strictObject({
  record: visitRecordSchema,
  photos: z.array(visitPhotoSchema),
  signatures: z.array(visitSignatureSchema),
  /** SHA-256 of the statement of this sheet as it stands (`shared/visit/statement.ts`): a signature whose `shown` is another is void. */
  statement: sha256Schema,
});
export type Visit = z.infer<typeof visitSchema>;

export const blankRecord: VisitRecord = {
  from: null,
  to: null,
  place: '',
  panelMembers: [],
  applicantMembers: [],
  objections: '',
  comparisons: [],
};
