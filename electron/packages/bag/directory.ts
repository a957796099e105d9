import yauzl from 'yauzl';
import { RefusedError } from '#shared/result.ts';
import type { PackageSource } from '../source.ts';
import { bagLimits } from './limits.ts';
import { checkLayout } from './layout.ts';
import { checkedName, collisionKey, printable } from './names.ts';
import { WindowedReader } from './windowed-reader.ts';

/** One file of the ZIP: what its headers claim. Nothing of it is believed before the bytes have been counted. */
export type ZipEntry = {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly dataStart: number;
};

const stored = 0;
const deflate = 8;

/**
 * The files of an untrusted ZIP, in the order of their data, with every byte of the archive accounted for. Throws refusals: names
 * (`package/name-…`), `link`, `special-file`, `zip-unsupported`, `overlap`, `stray-bytes`, `headers-differ`, `size-lies`,
 * `too-many-files`, `truncated`, `zip-damaged`.
 */
export async function readDirectory(source: PackageSource): Promise<readonly ZipEntry[]> {
  const zip = await parsing(() =>
    yauzl.fromRandomAccessReaderPromise(new WindowedReader(source), source.size, {
      decodeStrings: false,
      strictFileNames: true,
      validateEntrySizes: false,
      autoClose: false,
    }),
  );
  try {
    if (zip.entryCount > bagLimits.files) {
      throw new RefusedError('package/too-many-files', { limit: bagLimits.files });
    }
    const raw: yauzl.Entry[] = [];
    await parsing(async () => {
      for await (const entry of zip.eachEntry()) {
        raw.push(entry);
      }
    });
    const names = raw.map((entry) => checkEntry(entry));
    checkUnique(names);
    const directoryEnd = Number(zip.readEntryCursor);
    const inOrder = raw
      .map((entry, index) => ({ entry, name: names[index] ?? '' }))
      .toSorted((one, other) => one.entry.relativeOffsetOfLocalHeader - other.entry.relativeOffsetOfLocalHeader);
    const located = [];
    for (const { entry, name } of inOrder) {
      located.push({ entry, name, header: await parsing(() => zip.readLocalFileHeaderPromise(entry)) });
    }
    await checkLayout({ source, located, directoryEnd });
    return located
      .filter(({ name }) => !name.endsWith('/'))
      .map(({ entry, name, header }) => ({
        name,
        deflated: entry.compressionMethod === deflate,
        crc32: entry.crc32,
        compressedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        dataStart: header.fileDataStart,
      }));
  } finally {
    zip.close();
  }
}

/** The entry's name, when the entry is a file or folder that a package may hold. */
function checkEntry(entry: yauzl.Entry): string {
  const name = checkedName(entry.fileNameRaw);
  const shown = { name: printable(name) };
  const isFolder = name.endsWith('/');
  // The upper half is a Unix mode; what wrote it is not asked, since unpackers don't agree on whom to believe.
  const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (fileType === 0o120000) {
    throw new RefusedError('package/link', shown);
  }
  const dosFolder = (entry.externalFileAttributes & 0x10) !== 0;
  const regular = fileType === 0 || fileType === 0o100000;
  const folder = fileType === 0 || fileType === 0o040000;
  if (isFolder ? !folder || entry.uncompressedSize !== 0 : !regular || dosFolder) {
    throw new RefusedError('package/special-file', shown);
  }
  // Bit 0: encrypted; 5: patched; 6 and 13: strong encryption. 0x7075: a second name for those who look for it.
  const twoNames = entry.extraFields.some((field) => field.id === 0x7075);
  const wellKnown = entry.compressionMethod === stored || entry.compressionMethod === deflate;
  if ((entry.generalPurposeBitFlag & 0x2061) !== 0 || !wellKnown || twoNames) {
    throw new RefusedError('package/zip-unsupported', shown);
  }
  // eslint-disable-next-line no-control-regex
  if ((entry.generalPurposeBitFlag & 0x800) === 0 && !/^[\x20-\x7e]*$/.test(name)) {
    throw new RefusedError('package/name-malformed', shown);
  }
  if (entry.compressionMethod === stored && entry.compressedSize !== entry.uncompressedSize) {
    throw new RefusedError('package/size-lies', shown);
  }
  return name;
}

function checkUnique(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const path = name.replace(/\/$/, '');
    if (seen.has(path)) {
      throw new RefusedError('package/name-duplicate', { name: printable(name) });
    }
    seen.add(path);
  }
  // Folders take part: `A/x` and `a/y` would be merged on some systems.
  const keys = new Map<string, string>();
  for (const name of names) {
    const segments = name.replace(/\/$/, '').split('/');
    for (let length = 1; length <= segments.length; length += 1) {
      const path = segments.slice(0, length).join('/');
      const key = collisionKey(path);
      if ((keys.get(key) ?? path) !== path) {
        throw new RefusedError('package/name-collides', { name: printable(name) });
      }
      keys.set(key, path);
    }
  }
}

/** Runs a step of yauzl; whatever it dislikes about the bytes becomes a refusal. */
async function parsing<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    // A failing disk has an errno and stays what it is; yauzl's own complaints have none.
    if (!(error instanceof Error) || 'errno' in error || error instanceof RefusedError || error.name === 'AbortError') {
      throw error;
    }
    if (error.message.startsWith('End of central directory') || error.message === 'unexpected EOF') {
      throw new RefusedError('package/truncated');
    }
    if (error.message.startsWith('Invalid comment length')) {
      throw new RefusedError('package/stray-bytes');
    }
    throw new RefusedError('package/zip-damaged', { name: error.message.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 100) });
  }
}
