import { unpackOffice } from './office-archive.ts';
import { packParts } from './pack-parts.ts';

const epoch = '2022-01-01T00:00:00Z';

/** Packs an Office file of XML parts again without the times that its writer put in: the same contents give the same bytes. */
export async function withoutTimes(file: { name: string; bytes: Uint8Array }): Promise<Buffer> {
  const parts = await unpackOffice({ ...file, wanted: () => true });
  // The content types come first, by which readers know the file's kind.
  const names = [...parts.keys()].toSorted(
    (a, b) => Number(b.startsWith('[Content')) - Number(a.startsWith('[Content')) || (a < b ? -1 : 1),
  );
  const timeless = names.map((name): [string, string] => [
    name,
    (parts.get(name) ?? '').replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu,
      (_, before: string, after: string) => `${before}${epoch}${after}`,
    ),
  ]);
  return packParts(timeless, 6);
}
