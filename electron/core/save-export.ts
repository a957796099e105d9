import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { catchRefusal, type Result } from '#shared/result.ts';
import { checkRoom, refusingTargetErrors, syncFolder, writeDurably } from '../packages/bag/target.ts';

/**
 * Puts an export where the user wants it: a copy beside the target, flushed, then renamed, so that a file of that name is
 * either the old one or the whole new one. Refuses with `package/disk-full`, `package/too-big-for-fat32` or
 * `package/target-not-writable`.
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
        await writeDurably({ path: temporary, chunks, onChunk: () => undefined, signal: undefined });
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folder);
      return { path: target };
    }),
  );
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { file: basename(target), ...result.refusal.details } } };
}
