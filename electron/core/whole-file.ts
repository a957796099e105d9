import { RefusedError, valueOf } from '#shared/result.ts';
import { sourceChunks } from '../packages/source.ts';
import type { OpenCore } from './core.ts';

/** More than any workbook of ours needs; above it nothing is read. */
const bytesLimit = 16 * 1024 * 1024;

/** A small handed-over file as a whole. Refuses (by throwing) a bigger one with `intake/form-too-big`. */
export async function wholeFile({ files }: OpenCore, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = files.ref(id)?.name ?? '';
  const source = valueOf(await files.open(id));
  try {
    if (source.size > bytesLimit) {
      throw new RefusedError('intake/form-too-big', { name, limit: bytesLimit });
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of sourceChunks(source, 0, source.size)) {
      // A source may use its buffer again.
      chunks.push(new Uint8Array(chunk));
    }
    return { name, bytes: Buffer.concat(chunks) };
  } finally {
    await source.close();
  }
}
