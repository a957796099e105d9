import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import yazl from 'yazl';
import { bagLimits } from './limits.ts';

/** A file of the ZIP: bytes at hand, or a stream of a known length. */
export type ZipPart = {
  readonly path: string;
  readonly content: Uint8Array | { readonly sha256: string; readonly bytes: number; readonly open: () => AsyncIterable<Uint8Array> };
};

/** DOS time, so the same clock reading in every time zone: the same parts give the same bytes. */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);
const options = { mtime: fixedTime, mode: 0o100644, forceDosTimestamp: true };

/**
 * A ZIP of the parts, in their order. Evidence is stored: it is compressed already (PDF, JPEG, DOCX), and reading then runs at the
 * speed of the disk. Text at hand is deflated.
 */
export async function* zipChunks(parts: readonly ZipPart[], signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const zip = new yazl.ZipFile();
  // yazl forwards no errors of the streams it reads from; they must end the output.
  const output = zip.outputStream;
  if (!(output instanceof Readable)) {
    throw new TypeError('yazl gives a stream of another kind than it used to');
  }
  zip.on('error', (error: Error) => output.destroy(error));
  const opened = new Set<Readable>();
  for (const { path, content } of parts) {
    if (content instanceof Uint8Array) {
      zip.addBuffer(Buffer.from(content), path, { ...options, compress: compressesSafely(content) });
    } else {
      zip.addReadStreamLazy(path, { ...options, compress: false, size: content.bytes }, (give) => {
        const stream = Readable.from(content.open(), { objectMode: false, highWaterMark: 1024 * 1024 });
        opened.add(stream);
        stream.on('error', (error) => output.destroy(error)).on('close', () => opened.delete(stream));
        give(null, stream);
      });
    }
  }
  zip.end();
  try {
    for await (const chunk of output as AsyncIterable<Uint8Array>) {
      signal?.throwIfAborted();
      yield chunk;
    }
  } finally {
    for (const stream of opened) {
      stream.destroy();
    }
  }
}

/** Whether the deflated bytes stay within what readers accept: a large and very repetitive document is stored. */
function compressesSafely(content: Uint8Array): boolean {
  return content.length <= bagLimits.ratioFromBytes || deflateRawSync(content).length * bagLimits.ratio > content.length * 2;
}
