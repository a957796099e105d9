import { crc32 } from 'node:zlib';
import { RefusedError } from '#shared/result.ts';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { officeLimits } from './office-limits.ts';

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What kind of file the bytes are, whatever the name says. `ole` is an old Office file or a password-protected new one. */
export function officeKind(bytes: Uint8Array): 'zip' | 'ole' | 'other' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8));
  if (head.equals(oleMagic)) {
    return 'ole';
  }
  return head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ? 'zip' : 'other';
}

/**
 * Unpacks the XML parts that are `wanted` by their names, within bounds: the libraries behind it trust what an archive claims, so they get the parts that
 * were unpacked and counted here, never the archive itself. Names compare without case (ECMA-376, part 2), and none may stand twice.
 *
 * Refuses `intake/form-unreadable`, `intake/form-too-big`, `intake/form-too-many-parts`, `intake/form-encrypted`, `intake/legacy-doc`.
 */
export async function unpackOffice(file: {
  name: string;
  bytes: Uint8Array;
  wanted: (part: string) => boolean;
}): Promise<Map<string, string>> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const kind = officeKind(bytes);
  if (kind === 'ole') {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new RefusedError(encrypted ? 'intake/form-encrypted' : 'intake/legacy-doc', { name: file.name });
  }
  if (kind === 'other') {
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
  try {
    return await unpack(await opened(bytes), file);
  } catch (error) {
    if (error instanceof RefusedError) {
      throw error;
    }
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
}

async function unpack(zip: ZipFile, file: { name: string; wanted: (part: string) => boolean }): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const seen = new Set<string>();
  let left: number = officeLimits.xmlBytes;
  for await (const entry of entriesOf(zip)) {
    const partName = entry.fileName.toLowerCase();
    if (seen.has(partName)) {
      throw new RefusedError('intake/form-unreadable', { name: file.name });
    }
    seen.add(partName);
    if (seen.size > officeLimits.entries) {
      throw new RefusedError('intake/form-too-many-parts', { name: file.name, limit: officeLimits.entries });
    }
    if (file.wanted(entry.fileName)) {
      const contents = await contentsOf({ zip, entry, limit: left });
      if (contents === null) {
        throw new RefusedError('intake/form-too-big', { name: file.name, limit: officeLimits.xmlBytes });
      }
      left -= contents.length;
      parts.set(entry.fileName, decoded(contents));
    }
  }
  return parts;
}

/** What an entry really unpacks to; null: more than `limit` bytes. */
async function contentsOf({ zip, entry, limit }: { zip: ZipFile; entry: Entry; limit: number }): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let unpacked = 0;
  let checksum = 0;
  for await (const chunk of await streamOf(zip, entry)) {
    unpacked += chunk.length;
    if (unpacked > limit) {
      return null;
    }
    checksum = crc32(chunk, checksum);
    chunks.push(chunk);
  }
  if (checksum !== entry.crc32) {
    throw new Error('the contents are not those that were packed');
  }
  return Buffer.concat(chunks);
}

/** XML in an Office file is UTF-8 or UTF-16 (ECMA-376, part 2). */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error === null) {
        resolve(zip);
      } else {
        reject(error);
      }
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const stop = (): void => {
        zip.removeListener('entry', onEntry);
        zip.removeListener('end', onEnd);
        zip.removeListener('error', onError);
      };
      const onEntry = (found: Entry): void => {
        stop();
        resolve(found);
      };
      const onEnd = (): void => {
        stop();
        resolve(null);
      };
      const onError = (error: Error): void => {
        stop();
        reject(error);
      };
      zip.on('entry', onEntry);
      zip.on('end', onEnd);
      zip.on('error', onError);
      zip.readEntry();
    });
    if (entry === null) {
      return;
    }
    yield entry;
  }
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) {
        resolve(stream);
      } else {
        reject(error);
      }
    });
  });
}
