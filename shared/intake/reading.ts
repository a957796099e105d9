import * as z from 'zod';
import { applicationSchema } from '../domain/application.ts';
import { photoFactSchema } from '../domain/facts.ts';

const formCellSchema = z.strictObject({ text: z.string(), from: z.enum(['here', 'left', 'above']) });

/** The form's tables as they were read (`shared/forms/grid.ts`), to be shown beside what was understood. */
export const keptGridSchema = z.strictObject({
  lines: z.array(z.strictObject({ cells: z.array(formCellSchema), source: z.string(), table: z.int().nullable() })),
});
export type KeptGrid = z.infer<typeof keptGridSchema>;

/** What could not be taken along, and why. */
export const leftOutSchema = z.strictObject({ name: z.string(), reason: z.enum(['link', 'special', 'unreadable', 'too-deep']) });
export type LeftOut = z.infer<typeof leftOutSchema>;

/** A folder as it was read: what every edit starts from. */
export const folderReadingSchema = z.strictObject({
  application: applicationSchema,
  grid: keptGridSchema,
  photos: z.array(photoFactSchema),
  leftOut: z.array(leftOutSchema),
});
export type FolderReading = z.infer<typeof folderReadingSchema>;
