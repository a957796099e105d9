import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fileRefSchema } from '#shared/api/base.ts';
import { fileFilterSchema } from '#shared/api/host.ts';

/**
 * What the main process sends the core process, each with a port: first `start`, with the port for dialogs and reading processes; then
 * one for main's own questions, one for each time the page loads and one to each reading process.
 */
export const coreMessageSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('start'), workspaceFolder: z.string() }),
  z.object({ purpose: z.literal('main') }),
  z.object({ purpose: z.literal('page') }),
  z.object({ purpose: z.literal('reader'), reader: z.int() }),
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

/** Reading processes, which main alone can start; the core gives each a number and gets its port by a message. */
export const readersContract = {
  /** Starts one; answers when it has ended. */
  run: oc.input(z.int()).output(z.enum(['memory', 'died'])),
  end: oc.input(z.int()),
};
export type ReadersContract = typeof readersContract;

/** All that the core process asks of the main process. */
export const servicesContract = { dialogs: dialogsContract, readers: readersContract };
export type ServicesContract = typeof servicesContract;
