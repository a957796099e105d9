import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fileRefSchema } from '#shared/api/base.ts';
import { fileFilterSchema } from '#shared/api/host.ts';

/**
 * What the main process sends the core process, each with a port: first `start`, with the port for dialogs; then one for main's
 * own questions and one for each time the page loads.
 */
export const coreMessageSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('start'), workspaceFolder: z.string() }),
  z.object({ purpose: z.literal('main') }),
  z.object({ purpose: z.literal('page') }),
]);
export type CoreMessage = z.infer<typeof coreMessageSchema>;

export const pathSourceSchema = z.object({ kind: z.literal('path'), path: z.string(), name: z.string(), relativePath: z.string() });

/** What the main process asks of the core process. */
export const mainContract = {
  registerFile: oc.input(pathSourceSchema).output(fileRefSchema),
  openEvidence: oc.input(z.string()).output(z.object({ bytes: z.number(), mediaType: z.string() }).nullable()),
  /** At most 1 MiB; empty when the workspace has been locked meanwhile. */
  readEvidence: oc.input(z.object({ sha256: z.string(), offset: z.number(), length: z.number() })).output(z.instanceof(Blob)),
  close: oc,
};
export type MainContract = typeof mainContract;

/** What the core process asks of the main process, which alone has dialogs. */
export const dialogsContract = {
  chooseFiles: oc.input(z.object({ filter: fileFilterSchema, multiple: z.boolean() })).output(z.array(pathSourceSchema)),
  saveFile: oc.input(z.object({ suggestedName: z.string() })).output(z.string().nullable()),
};
export type DialogsContract = typeof dialogsContract;
