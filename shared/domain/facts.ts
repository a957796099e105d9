import * as z from 'zod';
import { dateSchema, labelSchema, sha256Schema } from './values.ts';

/** A page of an attachment that shows a fact. */
const shownBySchema = { attachment: sha256Schema, page: z.int().positive().nullable() };
const countSchema = z.number().nonnegative();

/** A lease as its contract states it; null where the text does not say or could not be read. */
export const leaseFactSchema = z.strictObject({
  ...shownBySchema,
  lessee: labelSchema.nullable(),
  address: labelSchema.nullable(),
  from: dateSchema.nullable(),
  /** The last day of the term. */
  to: dateSchema.nullable(),
  /** The term as the contract words it (共 48 个月), else null. */
  months: countSchema.nullable(),
  areaSquareMetres: countSchema.nullable(),
});
export type LeaseFact = z.infer<typeof leaseFactSchema>;

/** 登记证照. */
export const registrationFactSchema = z.strictObject({
  ...shownBySchema,
  name: labelSchema.nullable(),
  address: labelSchema.nullable(),
  creditCode: labelSchema.nullable(),
  validFrom: dateSchema.nullable(),
  validUntil: dateSchema.nullable(),
});
export type RegistrationFact = z.infer<typeof registrationFactSchema>;

/** 培训台账: what it counts, year by year. */
export const trainingFactSchema = z.strictObject({
  ...shownBySchema,
  /** The total that is written there, else the sum of the years. */
  total: countSchema.nullable(),
  years: z.array(
    z.strictObject({
      year: z.int(),
      total: countSchema,
      /** 其中：本职业. */
      ofOccupation: countSchema.nullable(),
    }),
  ),
});
export type TrainingFact = z.infer<typeof trainingFactSchema>;

/** 附件4: the three things it must bear; null where only eyes can tell. */
export const pledgeFactSchema = z.strictObject({
  ...shownBySchema,
  sealed: z.boolean().nullable(),
  signedBy: labelSchema.nullable(),
  date: dateSchema.nullable(),
});
export type PledgeFact = z.infer<typeof pledgeFactSchema>;

/** A photo as it was taken. */
export const photoFactSchema = z.strictObject({
  attachment: sha256Schema,
  takenAt: labelSchema.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** 64-bit perceptual hash, 16 hexadecimal digits: near-identical photos differ in few bits. */
  perceptualHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
});
export type PhotoFact = z.infer<typeof photoFactSchema>;

/** What type-specific conditions ask and no fixed table states; null until a document or a person says it. */
export const standingFactSchema = z.strictObject({
  /** 企业: 人力社保部门评估星级. */
  stars: countSchema.nullable(),
  /** 企业: 专门从事评价工作的内设机构. */
  evaluationDepartment: z.boolean().nullable(),
  /** 企业: 等级认定自主评价人数 by occupation. */
  evaluated: z.array(z.strictObject({ occupation: labelSchema, people: countSchema })),
  /** 社会团体: 民政部门评估等级, number of A. */
  civilGrade: countSchema.nullable(),
  /** 社会团体: 会员单位数. */
  members: countSchema.nullable(),
  /** 现有社会评价组织: the grade of 2022; `none` = not an existing one. */
  grade2022: labelSchema.nullable(),
});

/** What was read from the attachments, beside the form: input of the checks. */
export const applicationFactsSchema = z.strictObject({
  registrations: z.array(registrationFactSchema),
  leases: z.array(leaseFactSchema),
  training: z.array(trainingFactSchema),
  pledges: z.array(pledgeFactSchema),
  /** Headings of the regulations found in the attachments. */
  regulations: z.array(z.strictObject({ ...shownBySchema, title: labelSchema })),
  photos: z.array(photoFactSchema),
  standing: standingFactSchema,
});
export type ApplicationFacts = z.infer<typeof applicationFactsSchema>;

/** The facts of an application whose attachments say nothing. */
export const noFacts: ApplicationFacts = {
  registrations: [],
  leases: [],
  training: [],
  pledges: [],
  regulations: [],
  photos: [],
  standing: { stars: null, evaluationDepartment: null, evaluated: [], civilGrade: null, members: null, grade2022: null },
};
