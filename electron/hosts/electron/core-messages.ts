import { oc } from '@orpc/contract';
import * as z from 'zod';
import { fileRefSchema } from '#shared/api/base.ts';
import { fileFilterSchema } from '#shared/api/host.ts';

/** What the main process hands the core process, each with one port: the page's API, main's own questions, the dialogs. */
export const portPurposeSchema = z.object({ purpose: z.enum(['page', 'main', 'dialogs']) });
export type PortPurpose = z.infer<typeof portPurposeSchema>;

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
