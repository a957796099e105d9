import * as z from 'zod';
import { labelSchema, idSchema, instantSchema } from '../domain/values.ts';
import { editedReadingSchema, intakeEditSchema } from '../intake/edit.ts';
import { folderReadingSchema } from '../intake/reading.ts';
import { exportRefSchema, longWork, procedure } from './base.ts';
import { importOutcomeSchema, roundDraftSchema } from './rounds.ts';

/** An applicant's folder that was read, as the list shows it. */
export const readingSummarySchema = z.object({
  id: idSchema,
  round: idSchema,
  folder: z.string(),
  applicant: labelSchema,
  state: z.enum(['waiting', 'confirmed', 'discarded']),
  /** Fields the reader was not sure of that nobody has compared with the form yet. */
  doubts: z.int().nonnegative(),
  /** Files that can't be read. */
  problems: z.int().nonnegative(),
  edits: z.int().nonnegative(),
  readAt: instantSchema,
  updatedAt: instantSchema,
});
export type ReadingSummary = z.infer<typeof readingSummarySchema>;

/** What stands now, and since when it is on disk. */
export const readingNowSchema = z.object({ summary: readingSummarySchema, now: editedReadingSchema });
export type ReadingNow = z.infer<typeof readingNowSchema>;

/** A reading as its confirmation page shows it; what was read never changes. */
export const readingViewSchema = z.object({
  ...readingNowSchema.shape,
  grid: folderReadingSchema.shape.grid,
  photos: folderReadingSchema.shape.photos,
  leftOut: folderReadingSchema.shape.leftOut,
});
export type ReadingView = z.infer<typeof readingViewSchema>;

const ofReading = z.object({ reading: idSchema });

export const intakeContract = {
  /**
   * Takes bundles into the draft and reads applicants' folders, each with its own outcome: `taken` a bundle, `read` a folder that
   * now waits to be confirmed, `unchanged`, or `refused`.
   */
  take: procedure
    .input(z.object({ round: idSchema, files: z.array(z.string()) }))
    .output(
      longWork(z.object({ draft: roundDraftSchema, outcomes: z.array(importOutcomeSchema), readings: z.array(readingSummarySchema) })),
    ),
  list: procedure.input(z.object({ round: idSchema })).output(z.array(readingSummarySchema)),
  get: procedure.input(ofReading).output(readingViewSchema),
  /** One change; when it answers, the change is on disk. */
  edit: procedure.input(z.object({ reading: idSchema, edit: intakeEditSchema })).output(readingNowSchema),
  /** Packs the application and takes it into the draft, as any bundle. */
  confirm: procedure.input(ofReading).output(longWork(z.object({ draft: roundDraftSchema, outcome: z.enum(['taken', 'unchanged']) }))),
  /** Takes a confirmed application out of the draft again, to be changed. */
  takeBack: procedure.input(ofReading).output(readingNowSchema),
  /** Puts a reading aside; choosing the folder again brings it back with its edits. */
  discard: procedure.input(ofReading).output(readingSummarySchema),
  /** The `.lpapp` of what stands now, as a file. */
  exportBundle: procedure.input(ofReading).output(longWork(exportRefSchema)),
  /** The blank 附件3 as a workbook. */
  blankForm: procedure.output(exportRefSchema),
};
