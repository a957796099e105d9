import * as z from 'zod';
import { labelSchema } from '../domain/values.ts';
import { exportRefSchema, procedure } from './base.ts';

/** Who I am to the others. `fingerprint` is groups of digits, read out when cards are compared. */
export const personSchema = z.object({ name: labelSchema, organisation: labelSchema, keyId: z.string(), fingerprint: z.array(z.string()) });
export type Person = z.infer<typeof personSchema>;

export const workspaceStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), folder: z.string() }),
  z.object({ state: z.literal('locked'), folder: z.string() }),
  z.object({
    state: z.literal('open'),
    folder: z.string(),
    person: personSchema,
    /** The file of keys that was found damaged at opening and was mended from the other; null when both were whole. */
    mended: z.string().nullable(),
  }),
]);
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;

export const passphraseSchema = z.string().min(8).max(1000);
export const settingsSchema = z.object({
  language: z.enum(['zh', 'en']),
  textSize: z.enum(['standard', 'large', 'largest']),
  colours: z.enum(['light', 'dark', 'system']),
});
export type Settings = z.infer<typeof settingsSchema>;

export const workspaceContract = {
  state: procedure.output(workspaceStateSchema),
  create: procedure
    .input(z.object({ passphrase: passphraseSchema, name: labelSchema.min(1), organisation: labelSchema }))
    .output(workspaceStateSchema),
  unlock: procedure.input(z.object({ passphrase: z.string().max(1000) })).output(workspaceStateSchema),
  lock: procedure.output(workspaceStateSchema),
  changePassphrase: procedure.input(z.object({ from: z.string().max(1000), to: passphraseSchema })),
  /** My identity card, to hand to the chair or the experts. */
  exportCard: procedure.output(exportRefSchema),
  settings: procedure.output(settingsSchema),
  saveSettings: procedure.input(settingsSchema).output(settingsSchema),
};
