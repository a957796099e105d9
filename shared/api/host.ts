import * as z from 'zod';
import { fileRefSchema, procedure } from './base.ts';

/** What the host around the renderer can do; all else is the same in both. */
export const hostCapabilitiesSchema = z.object({
  host: z.enum(['electron', 'browser']),
  version: z.string(),
  /** `files.choose` and `files.save` open the system's dialogs; otherwise the page uploads and downloads. */
  fileDialogs: z.boolean(),
});
export type HostCapabilities = z.infer<typeof hostCapabilitiesSchema>;

export const fileFilterSchema = z.enum(['package', 'card', 'application-folder', 'spreadsheet', 'photo', 'any']);

export const hostContract = {
  capabilities: procedure.output(hostCapabilitiesSchema),
};

export const filesContract = {
  /** Opens the system's dialog (Electron only); an empty list when the user cancels. */
  choose: procedure.input(z.object({ filter: fileFilterSchema, multiple: z.boolean() })).output(z.array(fileRefSchema)),
  /** Asks where to save an export (Electron only), writes it safely; null when the user cancels. */
  save: procedure.input(z.object({ id: z.string() })).output(z.object({ path: z.string() }).nullable()),
  /** Gives up chosen or uploaded files and exports that are no longer needed. */
  release: procedure.input(z.object({ ids: z.array(z.string()) })),
};
