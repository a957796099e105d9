import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { isRefusalCode, type RefusalCode } from '../refusals/codes.ts';

/** A refusal as it crosses the API: the renderer makes the sentence with `refusalSentence`. */
export const refusalSchema = z.object({
  code: z.custom<RefusalCode>((code) => typeof code === 'string' && isRefusalCode(code)),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Every procedure may be refused; anything else that goes wrong is a bug and reaches the screen as one. */
export const procedure = oc.errors({ REFUSED: { status: 409, data: refusalSchema } });

/** How far long work is: `done` and `total` count bytes or items; `total` is null while it isn't known. */
export const progressSchema = z.object({
  kind: z.literal('progress'),
  /** Which step, as a key of the screens' texts: `reading`, `verifying`, `writing`, … */
  step: z.enum(['copying', 'reading', 'verifying', 'checking', 'generating', 'writing', 'sealing', 'merging']),
  /** The file or applicant being worked on, empty when there is none. */
  subject: z.string(),
  unit: z.enum(['bytes', 'items']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Long work as a stream: progress events, then one `done` event with the value. Ending the stream early cancels the work. */
export function longWork<Value extends z.ZodType>(value: Value) {
  return eventIterator(z.discriminatedUnion('kind', [progressSchema, z.object({ kind: z.literal('done'), value })]));
}

/** A file the user chose, known to the core by id: a path in Electron, an uploaded copy in the browser host. */
export const fileRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Path inside the chosen folder, with `/`; the name alone when a single file was chosen. */
  path: z.string(),
  bytes: z.number().nonnegative(),
});
export type FileRef = z.infer<typeof fileRefSchema>;

/** A file the core has made for the user to keep; the host offers to save it. */
export const exportRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number().nonnegative(),
  warnings: z.array(z.enum(['larger-than-fat32'])),
});
export type ExportRef = z.infer<typeof exportRefSchema>;
