import * as z from 'zod';
import { dateSchema, idSchema, labelSchema, levelSchema, proseSchema, sha256Schema } from './values.ts';

/** 机构类型, the form's six. */
export const applicantTypeSchema = z.enum(['院校', '研究院', '民非', '企业', '社会团体', '行业分支机构']);
export type ApplicantType = z.infer<typeof applicantTypeSchema>;

const personSchema = z.strictObject({ name: labelSchema, post: labelSchema, title: labelSchema, phone: labelSchema, email: labelSchema });
const countedThingSchema = z.strictObject({ name: labelSchema, count: z.number().nonnegative() });

/** What is attached besides the form, by what it proves. */
export const attachmentClassSchema = z.enum([
  'form', // 附件3
  'pledge', // 附件4
  'registration', // 登记证照
  'ownership', // 产权证明
  'lease', // 租赁合同
  'regulations', // 制度
  'training-record', // 培训台账
  'photo',
  'other',
]);
export type AttachmentClass = z.infer<typeof attachmentClassSchema>;

export const attachmentSchema = z.strictObject({
  sha256: sha256Schema,
  name: z.string().min(1).max(1000),
  bytes: z.int().nonnegative(),
  class: attachmentClassSchema,
  /** Why it can't be read (`empty`, `encrypted`, …), or null. */
  problem: labelSchema.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Where a field was read, how sure the reader is (0–1 as a decimal string), and what stood there before a person edited it. */
export const readingSchema = z.strictObject({
  field: z.string().max(400),
  source: z.string().max(1000),
  confidence: z.string().regex(/^(0\.[0-9]{2}|1\.00)$/),
  editedFrom: proseSchema.nullable(),
});

/** 申报: what an applicant hands in (document `application` of design.md §9, without kind and format). */
export const applicationSchema = z.strictObject({
  id: idSchema,
  applicant: z.strictObject({
    name: labelSchema,
    type: applicantTypeSchema.nullable(),
    creditCode: labelSchema.nullable(),
    authority: labelSchema,
    address: labelSchema,
    postcode: labelSchema,
    head: personSchema,
    contact: personSchema,
  }),
  filedOn: dateSchema.nullable(),
  staff: z.array(
    z.strictObject({
      name: labelSchema,
      sex: labelSchema,
      age: z.int().nonnegative().nullable(),
      idNumber: labelSchema,
      education: labelSchema,
      post: labelSchema,
      title: labelSchema,
      duty: labelSchema,
    }),
  ),
  experts: z.array(
    z.strictObject({
      name: labelSchema,
      sex: labelSchema,
      idNumber: labelSchema,
      education: labelSchema,
      title: labelSchema,
      field: labelSchema,
    }),
  ),
  assessors: z.array(
    z.strictObject({
      name: labelSchema,
      sex: labelSchema,
      education: labelSchema,
      title: labelSchema,
      years: z.number().nonnegative().nullable(),
      field: labelSchema,
      certificate: labelSchema,
    }),
  ),
  regulations: z.array(labelSchema),
  occupations: z.array(
    z.strictObject({
      name: labelSchema,
      code: labelSchema.nullable(),
      work: labelSchema.nullable(),
      levels: z.array(levelSchema),
      note: labelSchema,
    }),
  ),
  venues: z.array(
    z.strictObject({
      occupation: labelSchema,
      theoryAreaSquareMetres: z.number().nonnegative().nullable(),
      skillAreaSquareMetres: z.number().nonnegative().nullable(),
      equipment: z.array(countedThingSchema),
      testEquipment: z.array(countedThingSchema),
    }),
  ),
  attachments: z.array(attachmentSchema),
  reading: z.array(readingSchema),
});
export type Application = z.infer<typeof applicationSchema>;
