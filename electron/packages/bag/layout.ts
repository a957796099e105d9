import type yauzl from 'yauzl';
import { RefusedError } from '#shared/result.ts';
import type { PackageSource } from '../source.ts';
import { printable } from './names.ts';

type Located = { readonly entry: yauzl.Entry; readonly name: string; readonly header: yauzl.LocalFileHeader };

/**
 * Checks that local headers, data and descriptors lie one behind the other from the first byte to the central directory, and that
 * nothing stands between that and the end record. So no byte is hidden, none is shared, and a reader that goes by the local
 * headers sees the files that one going by the directory sees. `located` is in the order of offsets.
 */
export async function checkLayout({
  source,
  located,
  directoryEnd,
}: {
  readonly source: PackageSource;
  readonly located: readonly Located[];
  readonly directoryEnd: number;
}): Promise<void> {
  let expected = 0;
  for (const [index, { entry, name, header }] of located.entries()) {
    const shown = { name: printable(name) };
    const offset = entry.relativeOffsetOfLocalHeader;
    if (offset < expected) {
      throw new RefusedError('package/overlap', shown);
    }
    if (offset > expected) {
      throw new RefusedError('package/stray-bytes');
    }
    checkSameClaims(entry, header, shown);
    const dataEnd = header.fileDataStart + entry.compressedSize;
    const next = located[index + 1]?.entry.relativeOffsetOfLocalHeader ?? directoryStart(located, directoryEnd);
    if (dataEnd > next) {
      throw new RefusedError('package/overlap', shown);
    }
    await checkDescriptor({ source, entry, dataEnd, next });
    expected = next;
  }
  const endRecord = source.size - 22;
  if (directoryEnd !== endRecord && !(await isZip64End(source, directoryEnd, endRecord))) {
    throw new RefusedError('package/stray-bytes');
  }
}

/** Where the directory starts: its length follows from its own entries, which yauzl read one behind the other. */
function directoryStart(located: readonly Located[], directoryEnd: number): number {
  const bytes = located.reduce((sum, { entry }) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength, 0);
  return directoryEnd - bytes;
}

function checkSameClaims(entry: yauzl.Entry, header: yauzl.LocalFileHeader, shown: { name: string }): void {
  const streamed = (entry.generalPurposeBitFlag & 8) !== 0;
  // Bits 1 and 2 are hints about how hard deflate tried; all others change what the bytes mean.
  const sameFlags = ((entry.generalPurposeBitFlag ^ header.generalPurposeBitFlag) & ~0x6) === 0;
  if (!header.fileName.equals(entry.fileNameRaw) || !sameFlags || header.compressionMethod !== entry.compressionMethod) {
    throw new RefusedError('package/headers-differ', shown);
  }
  const claims = [
    [header.compressedSize, entry.compressedSize],
    [header.uncompressedSize, entry.uncompressedSize],
  ] as const;
  for (const [local, central] of claims) {
    const deferred = local === 0xffffffff || (streamed && local === 0);
    if (!deferred && local !== central) {
      throw new RefusedError('package/size-lies', shown);
    }
  }
  if (header.crc32 !== entry.crc32 && !(streamed && header.crc32 === 0)) {
    throw new RefusedError('package/headers-differ', shown);
  }
}

/** Between an entry's data and the next header there is nothing, or its data descriptor (with or without signature, 32 or 64 bits). */
async function checkDescriptor({
  source,
  entry,
  dataEnd,
  next,
}: {
  readonly source: PackageSource;
  readonly entry: yauzl.Entry;
  readonly dataEnd: number;
  readonly next: number;
}): Promise<void> {
  const gap = next - dataEnd;
  const streamed = (entry.generalPurposeBitFlag & 8) !== 0;
  if (!streamed && gap === 0) {
    return;
  }
  if (!streamed || ![12, 16, 20, 24].includes(gap)) {
    throw new RefusedError('package/stray-bytes');
  }
  const bytes = Buffer.from(await source.read(dataEnd, gap));
  const wide = gap >= 20;
  const expected = Buffer.alloc(gap);
  // 16 and 24 bytes: with the optional signature in front.
  const start = gap % 8 === 0 ? expected.writeUInt32LE(0x08074b50, 0) : 0;
  const sizes = expected.writeUInt32LE(entry.crc32, start);
  if (wide) {
    expected.writeBigUInt64LE(BigInt(entry.compressedSize), sizes);
    expected.writeBigUInt64LE(BigInt(entry.uncompressedSize), sizes + 8);
  } else {
    expected.writeUInt32LE(entry.compressedSize >>> 0, sizes);
    expected.writeUInt32LE(entry.uncompressedSize >>> 0, sizes + 4);
  }
  if (!bytes.equals(expected)) {
    throw new RefusedError('package/stray-bytes');
  }
}

/** Whether exactly a ZIP64 end record and its locator stand between the directory and the end record. */
async function isZip64End(source: PackageSource, directoryEnd: number, endRecord: number): Promise<boolean> {
  if (endRecord - directoryEnd !== 56 + 20) {
    return false;
  }
  const bytes = Buffer.from(await source.read(directoryEnd, 76));
  return (
    bytes.length === 76 &&
    bytes.readUInt32LE(0) === 0x06064b50 &&
    bytes.readUInt32LE(56) === 0x07064b50 &&
    bytes.readBigUInt64LE(64) === BigInt(directoryEnd)
  );
}
