import { RefusedError } from '#shared/result.ts';
import { checkOfficeArchive } from './office-archive.ts';

/**
 * The sheets of a workbook as texts, untrimmed. Refuses (by throwing) what is no workbook at all, with the codes of `checkOfficeArchive` and
 * `intake/form-unreadable`.
 */
export async function workbookRows(file: { name: string; bytes: Uint8Array }): Promise<{ sheet: string; data: string[][] }[]> {
  await checkOfficeArchive({ ...file, wanted: /^$/u });
  // Only a workbook needs it.
  const { default: readSheets } = await import('read-excel-file/node');
  try {
    const { buffer, byteOffset, byteLength } = file.bytes;
    // Untrimmed and with the digits as they stand: what was exported comes back as it was.
    const read = await readSheets(Buffer.from(buffer, byteOffset, byteLength), { trim: false, parseNumber: (digits) => digits });
    return read.map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map((value) => textOf(value))) }));
  } catch {
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** A, B, …, Z, AA: how a spreadsheet names its columns. */
export function columnLetters(index: number): string {
  return index < 0 ? 'A' : `${index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}
