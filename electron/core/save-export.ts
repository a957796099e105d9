import { createHash, randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { catchRefusal, RefusedError, valueOf, type Result } from '#shared/result.ts';
import { checkRoom, refusingTargetErrors, syncFolder, writeDurably } from '../packages/bag/target.ts';
import { openFileSource, sourceChunks } from '../packages/source.ts';

/**
 * Puts an export where the user wants it: a copy beside the target, flushed, read back and compared, then renamed, so that a
 * file of that name is either the old one or the whole new one. Refuses with `package/disk-full`, `too-big-for-fat32`,
 * `target-not-writable`, `write-not-verified`.
 */
export async function saveExport({
  chunks,
  bytes,
  target,
}: {
  chunks: AsyncIterable<Uint8Array>;
  bytes: number;
  target: string;
}): Promise<Result<{ path: string }>> {
  const folder = dirname(target);
  const temporary = join(folder, `.linping-${randomUUID()}`);
  const result = await catchRefusal(() =>
    refusingTargetErrors(async () => {
      await checkRoom(folder, bytes);
      try {
        const hash = createHash('sha256');
        const written = await writeDurably({ path: temporary, chunks, onChunk: (chunk) => void hash.update(chunk), signal: undefined });
        await checkWritten(temporary, { bytes: written, sha256: hash.digest('hex') });
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folder);
      return { path: target };
    }),
  );
  // By the name that the user gave, never by that of the copy beside it.
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { ...result.refusal.details, file: basename(target) } } };
}

/** A worn or forged stick may keep other bytes than it was given, and say nothing. */
async function checkWritten(path: string, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<void> {
  const source = valueOf(await openFileSource(path, basename(path)));
  try {
    const hash = createHash('sha256');
    for await (const chunk of sourceChunks(source, 0, source.size)) {
      hash.update(chunk);
    }
    if (source.size !== bytes || hash.digest('hex') !== sha256) {
      throw new RefusedError('package/write-not-verified');
    }
  } finally {
    await source.close();
  }
}
