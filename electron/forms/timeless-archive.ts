import { ZipFile } from 'yazl';
import { checkOfficeArchive } from './office-archive.ts';

const epoch = new Date('2022-01-01T00:00:00Z');

/** Packs an Office file of XML parts again without the times that its writer put in: the same contents give the same bytes. */
export async function withoutTimes(file: { name: string; bytes: Uint8Array }): Promise<Buffer> {
  const parts = await checkOfficeArchive({ ...file, wanted: /./u });
  const zip = new ZipFile();
  // The content types come first, by which readers know the file's kind.
  const names = [...parts.keys()].toSorted(
    (a, b) => Number(b.startsWith('[Content')) - Number(a.startsWith('[Content')) || (a < b ? -1 : 1),
  );
  for (const name of names) {
    const text = (parts.get(name) ?? '').replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu,
      (_, before: string, after: string) => `${before}${epoch.toISOString().replace('.000', '')}${after}`,
    );
    zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: epoch, mode: 0o100644 });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
