import * as z from 'zod';
import { assignmentSchema } from '../domain/panel.ts';
import { idSchema, stageSchema } from '../domain/values.ts';
import { exportRefSchema, procedure } from './base.ts';
import { cellProblemSchema } from './rubrics.ts';

/** Stages that an expert gets or loses at an applicant, by name. */
const pairSchema = z.object({ expert: z.string(), applicant: z.string(), stages: z.array(stageSchema) });

/** A workbook of assignments as it was read; nothing of it is in the draft yet. */
export const assignmentImportSchema = z.object({
  /** What is wrong in it, cell by cell. */
  problems: z.array(cellProblemSchema),
  /** What it says and what that changes, by name; null where something is wrong. */
  found: z.object({ assignments: z.array(assignmentSchema), added: z.array(pairSchema), removed: z.array(pairSchema) }).nullable(),
});
export type AssignmentImport = z.infer<typeof assignmentImportSchema>;

/** The draft's assignments as a workbook, and back (`rounds.draft`). */
export const assignmentFileContract = {
  exportAssignments: procedure.input(z.object({ round: idSchema, language: z.enum(['zh', 'en']) })).output(exportRefSchema),
  /** Reads a workbook and previews it; `update` takes the assignments it found. */
  importAssignments: procedure.input(z.object({ round: idSchema, file: z.string() })).output(assignmentImportSchema),
};
