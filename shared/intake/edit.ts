import * as z from 'zod';
import { applicationSchema, attachmentClassSchema } from '../domain/application.ts';

const fieldSchema = z.string().min(1).max(400);

/** One thing that a person changes on the confirmation page. Every one is kept; what stands now follows from them in order. */
export const intakeEditSchema = z.discriminatedUnion('kind', [
  /** A field's text as it was typed. */
  z.object({ kind: z.literal('set'), field: fieldSchema, text: z.string().max(20_000) }),
  /** A new row at the end of a list. */
  z.object({ kind: z.literal('add-row'), list: fieldSchema }),
  z.object({ kind: z.literal('remove-row'), list: fieldSchema, index: z.int().nonnegative() }),
  /** A doubtful reading was compared with the form and is right. */
  z.object({ kind: z.literal('accept'), field: fieldSchema }),
  z.object({ kind: z.literal('classify'), attachment: z.string().min(1).max(1000), class: attachmentClassSchema }),
  /** Whether a file travels with the application or is refused. */
  z.object({ kind: z.literal('travel'), attachment: z.string().min(1).max(1000), travels: z.boolean() }),
]);
export type IntakeEdit = z.infer<typeof intakeEditSchema>;

/** An application between its reading and its confirmation. */
export const editedReadingSchema = z.strictObject({
  application: applicationSchema,
  /** Names of attachments that the user refuses to take along. */
  refused: z.array(z.string()),
  /** Doubtful fields that were compared with the form and left as they are. */
  accepted: z.array(z.string()),
});
export type EditedReading = z.infer<typeof editedReadingSchema>;
