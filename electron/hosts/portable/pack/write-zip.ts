import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { PortableFile } from './contents.ts';

export interface WrittenZip {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Writes the files into a ZIP, in one folder, with UTF-8 names and the permission to run. The ZIP gets its name when it is whole.
 */
export async function writeZip({
  files,
  folder,
  zip,
}: {
  files: readonly PortableFile[];
  folder: string;
  zip: string;
}): Promise<WrittenZip> {
  const archive = new yazl.ZipFile();
  const output = archive.outputStream;
  if (!(output instanceof Readable)) {
    throw new TypeError('yazl gives a stream of another kind than it used to');
  }
  // yazl forwards no errors of the files it reads; they must end the output.
  archive.on('error', (error: Error) => output.destroy(error));
  // DOS time, so the same clock reading in every time zone: the same files give the same bytes.
  const mtime = new Date(2000, 0, 1);
  for (const { path, content, executable } of files) {
    const options = { mtime, mode: executable ? 0o100755 : 0o100644, forceDosTimestamp: true };
    if ('file' in content) {
      archive.addFile(content.file, `${folder}/${path}`, options);
    } else {
      archive.addBuffer(Buffer.from(content.text), `${folder}/${path}`, options);
    }
  }
  archive.end();
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, give) {
      hash.update(chunk);
      bytes += chunk.length;
      give(null, chunk);
    },
  });
  await pipeline(output, count, createWriteStream(`${zip}.part`));
  await rename(`${zip}.part`, zip);
  return { bytes, sha256: hash.digest('hex') };
}
