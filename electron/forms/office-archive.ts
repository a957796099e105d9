import { RefusedError } from '#shared/result.ts';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const limits = { bytes: 256 * 1024 * 1024, entries: 5000 };
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
 * Unpacks the XML parts whose names match `wanted`, after proving that the whole archive stays within bounds: the readers
 * behind it trust the sizes an archive claims, so a bomb must not reach them. Counts the bytes really unpacked.
 *
 * Refuses `intake/form-unreadable`, `intake/form-too-big`, `intake/form-encrypted`, `intake/legacy-doc`.
 */
export async function checkOfficeArchive(file: { name: string; bytes: Uint8Array; wanted: RegExp }): Promise<Map<string, string>> {
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
    return await unpack(bytes, file);
  } catch (error) {
    if (error instanceof RefusedError) {
      throw error;
    }
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
}

async function unpack(bytes: Buffer, file: { name: string; wanted: RegExp }): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => {
      if (error === null) {
        resolve(opened);
      } else {
        reject(error);
      }
    });
  });
  const parts = new Map<string, string>();
  let unpacked = 0;
  let entries = 0;
  for await (const entry of entriesOf(zip)) {
    entries++;
    const chunks: Buffer[] = [];
    const isWanted = file.wanted.test(entry.fileName);
    for await (const chunk of await contentOf(zip, entry)) {
      unpacked += chunk.length;
      if (unpacked > limits.bytes || entries > limits.entries) {
        throw new RefusedError('intake/form-too-big', { name: file.name, limit: limits.bytes });
      }
      if (isWanted) {
        chunks.push(chunk);
      }
    }
    if (isWanted) {
      parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
    }
  }
  return parts;
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

async function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
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
