import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { applicationSchema } from '../domain/application.ts';
import { roundApplicationSchema } from '../domain/round.ts';
import { idSchema, labelSchema, sha256Schema } from '../domain/values.ts';
import { previewBlockSchema } from '../forms/preview.ts';
import { procedure } from './base.ts';
import { fillSchema } from './rounds.ts';
import { problemsSchema } from './problems.ts';

/**
 * draft: something is written; complete: locked by me; sealed/exported: part of a score package; returned: items unlocked by the chair;
 * not-assigned: the application is mine to score, but not in this stage.
 */
export const sheetStateSchema = z.enum(['not-assigned', 'empty', 'draft', 'complete', 'sealed', 'exported', 'returned']);
export type SheetState = z.infer<typeof sheetStateSchema>;

const stageProgressSchema = z.object({ state: sheetStateSchema, ...fillSchema.shape });

export const applicationRowSchema = z.object({
  ...roundApplicationSchema.pick({ id: true, applicant: true, occupations: true }).shape,
  /** Full pinyin and initials of the applicant's name, for search. */
  pinyin: z.string(),
  initials: z.string(),
  recused: z.boolean(),
  /** Whether I may look into it now: so far as not, the checks say nothing of it to me either. */
  readable: z.boolean(),
  stages: z.object({ document: stageProgressSchema, visit: stageProgressSchema, roadshow: stageProgressSchema }),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** An attachment to be read on screen. `cut`: only the beginning of it. */
export const previewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blocks'), blocks: z.array(previewBlockSchema), cut: z.boolean() }),
  z.object({ kind: z.literal('text'), text: z.string(), cut: z.boolean() }),
  /** There is no preview: of this kind of file, or of one so large. */
  z.object({ kind: z.literal('none'), why: z.enum(['kind', 'size']) }),
]);
export type Preview = z.infer<typeof previewSchema>;

export const applicationsContract = {
  /** The applications assigned to me (all of them for the chair), in the round's order. */
  list: procedure.input(z.object({ round: idSchema })).output(z.array(applicationRowSchema)),
  /**
   * What the checks found wrong with each application of the list, one event an application as it becomes known: checking reads the
   * attachments where that was not done before, and the list does not wait for it.
   */
  problems: procedure.input(z.object({ round: idSchema })).output(eventIterator(problemsSchema)),
  /** One application as read from its form, with its attachments; their bytes are at `evidence/<sha256>` of the page's own origin. */
  get: procedure.input(z.object({ round: idSchema, application: idSchema })).output(
    z.object({
      application: applicationSchema,
      entry: roundApplicationSchema,
      attachments: z.array(z.object({ ...applicationSchema.shape.attachments.element.shape, mediaType: labelSchema })),
    }),
  ),
  /** A Word, spreadsheet or text attachment as plain paragraphs and tables. Refuses a file that can't be read, with the codes of `intake/`. */
  preview: procedure.input(z.object({ round: idSchema, application: idSchema, sha256: sha256Schema })).output(previewSchema),
};
