import * as z from 'zod';
import { refusalSchema } from '#shared/api/base.ts';
import { applicationSchema, type AttachmentClass, attachmentClassSchema } from '#shared/domain/application.ts';
import { type FileProblem, fileProblems } from '#shared/domain/file-problem.ts';
import { applicationFactsSchema, photoFactSchema, standingFactSchema } from '#shared/domain/facts.ts';
import { sha256Schema } from '#shared/domain/values.ts';
import type { FormGrid } from '#shared/forms/grid.ts';
import type { InterpretedForm } from '#shared/forms/interpret-form.ts';
import { previewBlockSchema } from '#shared/forms/preview.ts';
import { keptGridSchema } from '#shared/intake/reading.ts';
import type { FileFacts } from './file-facts.ts';

/** What can be asked of a reading process. A new kind of job is added here, in `Answers` and in `hosts/reader/do-job.ts`. */
export const requestSchema = z.discriminatedUnion('kind', [
  /** What an attachment shows; `as` is its class where that is known, else it is found out. */
  z.object({ kind: z.literal('inspect'), as: attachmentClassSchema.nullable() }),
  /** 附件3 with the tables it was read from. */
  z.object({ kind: z.literal('form') }),
  /** A Word file or workbook as paragraphs and tables to look at. */
  z.object({ kind: z.literal('preview') }),
  /** When and where a photo was taken, and its perceptual hash. */
  z.object({ kind: z.literal('photo') }),
  /** The sheets of a workbook as texts. */
  z.object({ kind: z.literal('workbook') }),
]);
export type ReadRequest = z.infer<typeof requestSchema>;
export type JobKind = ReadRequest['kind'];

/** What a file shows, or why it can't be read. */
export type Inspection = { readonly problem: FileProblem | null; readonly class: AttachmentClass; readonly facts: FileFacts };
const inspectionSchema: z.ZodType<Inspection> = z.strictObject({
  problem: z.enum(fileProblems).nullable(),
  class: attachmentClassSchema,
  /** Of this one attachment. */
  facts: applicationFactsSchema.extend({
    standing: standingFactSchema.extend({ evaluationDepartment: z.array(z.boolean()) }).nullable(),
  }),
});

/** 附件3 as it was understood, and the tables it was read from. */
export type FormRead = InterpretedForm & { readonly grid: FormGrid };
const formSchema: z.ZodType<FormRead> = z.object({
  form: applicationSchema.omit({ id: true, attachments: true }),
  partsFound: z.int().nonnegative(),
  grid: keptGridSchema,
});

const previewSchema = z.object({ blocks: z.array(previewBlockSchema), cut: z.boolean() });
const photoSchema = photoFactSchema.omit({ attachment: true });
const workbookSchema = z.array(
  z.object({
    sheet: z.string(),
    rows: z.array(z.object({ row: z.int(), cells: z.array(z.object({ column: z.int(), text: z.string() })) })),
  }),
);

/** The answer to each kind of job. */
export type Answers = {
  inspect: Inspection;
  form: FormRead;
  preview: z.infer<typeof previewSchema>;
  photo: z.infer<typeof photoSchema>;
  workbook: z.infer<typeof workbookSchema>;
};

export const answerSchemas: { readonly [Kind in JobKind]: z.ZodType<Answers[Kind]> } = {
  inspect: inspectionSchema,
  form: formSchema,
  preview: previewSchema,
  photo: photoSchema,
  workbook: workbookSchema,
};

const fileSchema = { name: z.string(), sha256: sha256Schema, bytes: z.int().nonnegative() };

/** What goes to a reading process: a job, then the file's bytes in parts; it starts when it has them all. */
export const toReaderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), number: z.int(), request: requestSchema, ...fileSchema }),
  z.object({ type: z.literal('part'), number: z.int(), bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) }),
]);
export type ToReader = z.infer<typeof toReaderSchema>;

/** What comes back. `failed`: the reader made a mistake over this file, and `why` says where, without the file's words. */
export const fromReaderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('started'), number: z.int() }),
  z.object({
    type: z.literal('answer'),
    number: z.int(),
    result: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), refusal: refusalSchema }),
    ]),
    residentBytes: z.number(),
  }),
  z.object({ type: z.literal('failed'), number: z.int(), why: z.string() }),
]);
export type FromReader = z.infer<typeof fromReaderSchema>;
