import type { PackageKind } from '#shared/packages/kinds.ts';
import { RefusedError } from '#shared/result.ts';
import type { PackageSource } from '../source.ts';
import { readPackage, type PackageProgress } from './read.ts';
import { fat32FileLimit } from './target.ts';
import { packageChunks, type PackageContents, type WrittenPackage } from './write.ts';

/** Where a package is written before anyone has said to which folder: written once, then read anywhere. */
export type PackageSpool = Pick<PackageSource, 'size' | 'read'> & { write(bytes: Uint8Array): Promise<void> };

export type SpoolRequest<Kind extends PackageKind> = PackageContents<Kind> & {
  /** The bag's folder inside the ZIP. */
  readonly name: string;
  readonly spool: PackageSpool;
  readonly signal?: AbortSignal;
  /** Bytes written; reading back is quick. */
  readonly onProgress?: (progress: PackageProgress) => void;
};

/**
 * Writes a plain package into a spool and reads it back as anyone would. Throws a `RefusedError` with the codes of
 * `writePackage`'s preparation, `package/write-not-verified`, or the signal's reason.
 */
export async function spoolPackage<Kind extends PackageKind>({
  spool,
  onProgress,
  ...contents
}: SpoolRequest<Kind>): Promise<Pick<WrittenPackage, 'sha256' | 'bytes' | 'notices'>> {
  const { sha256, chunks } = await packageChunks(contents);
  const totalBytes = contents.files.reduce((sum, file) => sum + file.bytes, 0);
  for await (const chunk of chunks()) {
    contents.signal?.throwIfAborted();
    await spool.write(chunk);
    onProgress?.({ bytes: spool.size, totalBytes: Math.max(totalBytes, spool.size) });
  }
  const { size } = spool;
  const source = { size, read: (offset: number, length: number) => spool.read(offset, length), close: () => Promise.resolve() };
  const read = await readPackage({
    source,
    fileName: contents.name,
    ...(contents.signal === undefined ? {} : { signal: contents.signal }),
  });
  if (!read.ok || read.value.sha256 !== sha256) {
    throw new RefusedError('package/write-not-verified', { file: contents.name });
  }
  return { sha256, bytes: size, notices: size > fat32FileLimit ? ['larger-than-4-gib'] : [] };
}
