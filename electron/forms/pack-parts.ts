import { ZipFile } from 'yazl';

const epoch = new Date('2022-01-01T00:00:00Z');

/** An archive of XML parts, in their order, without times: the same parts give the same bytes. `level` 0 packs nothing, 6 is usual. */
export async function packParts(parts: Iterable<readonly [name: string, xml: string]>, level: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, xml] of parts) {
    zip.addBuffer(Buffer.from(xml, 'utf8'), name, { mtime: epoch, mode: 0o100644, compressionLevel: level });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
