import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { hasCode } from './failures.ts';
import { replaceFile } from './replace-file.ts';
import { workspacePaths } from './workspace-paths.ts';

const hostRecordSchema = z.object({ port: z.int().min(1).max(65_535), key: z.string().regex(/^[\w-]{43}$/) });

/** What the browser host of a workspace keeps from one start to the next: where it listens, and by which key its pages know it. */
export type HostRecord = z.infer<typeof hostRecordSchema>;

/** The record beside the workspace in `folder`; null where there is none that can be read: a new one is made then. */
export async function readHostRecord(folder: string): Promise<HostRecord | null> {
  try {
    const record = hostRecordSchema.safeParse(JSON.parse(await readFile(workspacePaths(folder).host, 'utf8')));
    return record.success ? record.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) {
      return null;
    }
    throw error;
  }
}

/** Keeps the record, for its owner alone. Only for whoever has the workspace open. */
export async function keepHostRecord(folder: string, record: HostRecord): Promise<void> {
  await replaceFile(workspacePaths(folder).host, JSON.stringify(record));
}
