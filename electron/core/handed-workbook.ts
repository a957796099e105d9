import type { WorkbookSheet } from '../forms/workbook-rows.ts';
import { fileInMemory } from '../reading/file-to-read.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import type { OpenCore } from './core.ts';
import { wholeFile } from './whole-file.ts';

/** Rows of a sheet. A rubric has some hundred, assignments one for each application. */
const rowsLimit = 5000;

/**
 * A workbook that was handed over, read where files of other people are read. Refuses (by throwing) as `readSheets` and the readers do, and
 * `intake/form-too-many-rows` for one that is no workbook of ours.
 */
export async function handedWorkbook(core: OpenCore, id: string): Promise<readonly WorkbookSheet[]> {
  const whole = await wholeFile(core, id);
  const sheets = valueOf(await core.readers.read({ kind: 'workbook', file: fileInMemory(whole) }));
  if (sheets.some(({ rows }) => rows.length > rowsLimit)) {
    throw new RefusedError('intake/form-too-many-rows', { name: whole.name, limit: rowsLimit });
  }
  return sheets;
}
