import * as z from 'zod';
import { rubricItemSchema, rubricSchema } from '../domain/rubric.ts';
import { idSchema } from '../domain/values.ts';
import { exportRefSchema, procedure, refusalSchema } from './base.ts';

/** What is wrong in a workbook, and in which cell: 评分项!F12. */
export const cellProblemSchema = z.object({ cell: z.string(), refusal: refusalSchema });
export type CellProblem = z.infer<typeof cellProblemSchema>;

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['added', 'removed']), item: rubricItemSchema }),
  z.object({
    kind: z.literal('changed'),
    before: rubricItemSchema,
    after: rubricItemSchema,
    fields: z.array(rubricItemSchema.omit({ code: true }).keyof()).readonly(),
  }),
]);

/** A rubric's workbook as it was read; nothing of it is in the draft yet. */
export const rubricImportSchema = z.object({
  /** Why the file is no rubric, cell by cell. */
  problems: z.array(cellProblemSchema),
  found: z
    .object({
      rubric: rubricSchema,
      /** What is left to put right before it can be signed. */
      open: z.array(cellProblemSchema),
      changes: z.object({
        about: z.array(z.enum(['id', 'version', 'title', 'source', 'notes', 'places'])).readonly(),
        items: z.array(changeSchema).readonly(),
        reordered: z.boolean(),
      }),
    })
    .nullable(),
});
export type RubricImport = z.infer<typeof rubricImportSchema>;

/** The draft's rubric as a workbook, and back (`rounds.draft`). */
export const rubricFileContract = {
  exportRubric: procedure.input(z.object({ round: idSchema, language: z.enum(['zh', 'en']) })).output(exportRefSchema),
  /** Reads a workbook and previews it; `update` takes the rubric it found. */
  importRubric: procedure.input(z.object({ round: idSchema, file: z.string() })).output(rubricImportSchema),
};
