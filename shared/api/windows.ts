import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { idSchema, stageSchema } from '../domain/values.ts';
import { procedure } from './base.ts';

/** What was kept: of a sheet, or (both null) of the round as a whole. */
export const changeSchema = z.object({ round: idSchema, application: idSchema.nullable(), stage: stageSchema.nullable() });
export type Change = z.infer<typeof changeSchema>;

export const windowsEventSchema = z.discriminatedUnion('kind', [
  /** How many windows have this workspace open. */
  z.object({ kind: z.literal('windows'), count: z.int().nonnegative() }),
  z.object({ kind: z.literal('changed'), ...changeSchema.shape }),
]);
export type WindowsEvent = z.infer<typeof windowsEventSchema>;

export const windowsContract = {
  /** How many windows there are, at once and whenever that changes, and everything that any of them keeps; never ends by itself. */
  watch: procedure.input(z.object({ view: z.enum(['work', 'clock']) })).output(eventIterator(windowsEventSchema)),
};
