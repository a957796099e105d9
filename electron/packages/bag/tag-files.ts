import { isPackageKind, packageFormat, type PackageKind } from '#shared/packages/kinds.ts';
import { RefusedError } from '#shared/result.ts';
import { printable } from './names.ts';

/** `bagit.txt` as every bag of ours has it (RFC 8493 §2.1.1). */
export const bagitDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const tagFileNames = {
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagmanifest: 'tagmanifest-sha256.txt',
  document: 'data/document.json',
} as const;

/** Path in the bag → lower-case SHA-256. */
export type Manifest = ReadonlyMap<string, string>;

/** The bytes of a manifest, as `sha256sum -c` reads it; paths in code-unit order. */
export function writeManifest(manifest: Manifest): Buffer {
  const sorted = [...manifest].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([path, sha256]) => `${sha256}  ${path}\n`);
  return Buffer.from(sorted.join(''), 'utf8');
}

/** An untrusted manifest. Throws `package/tag-file-malformed`. */
export function parseManifest(bytes: Uint8Array, name: string): Manifest {
  const text = utf8(bytes, name);
  const manifest = new Map<string, string>();
  for (const line of lines(text, name)) {
    const match = /^([0-9a-f]{64}) [ *]([^\r]+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || manifest.has(match[2])) {
      throw new RefusedError('package/tag-file-malformed', { name });
    }
    manifest.set(match[2], match[1]);
  }
  return manifest;
}

/** What `bag-info.txt` says: `octets` and `streams` are the Payload-Oxum (RFC 8493 §2.2.2). */
export type BagInfo = {
  readonly kind: PackageKind;
  readonly format: number;
  readonly octets: number;
  readonly streams: number;
  /** SHA-256 of evidence that the document cites, that is the sender's own and that comes another way (`Linping-Files-Follow`). */
  readonly follow: readonly string[];
};

/** The bytes of `bag-info.txt`: nothing in it depends on time or machine. */
export function writeBagInfo({
  kind,
  octets,
  streams,
  follow = [],
}: Omit<BagInfo, 'format' | 'follow'> & Partial<Pick<BagInfo, 'follow'>>): Buffer {
  const follows = follow.length === 0 ? '' : `Linping-Files-Follow: ${follow.toSorted().join(' ')}\n`;
  return Buffer.from(`${follows}Linping-Format: ${packageFormat}\nLinping-Kind: ${kind}\nPayload-Oxum: ${octets}.${streams}\n`, 'utf8');
}

/** An untrusted `bag-info.txt`. Throws `package/tag-file-malformed` and `package/newer-format`. */
export function parseBagInfo(bytes: Uint8Array, name: string): BagInfo {
  const labels = new Map<string, string>();
  for (const line of lines(utf8(bytes, name), name)) {
    const match = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || labels.has(match[1])) {
      throw new RefusedError('package/tag-file-malformed', { name });
    }
    labels.set(match[1], match[2]);
  }
  const format = wholeNumber(labels.get('Linping-Format'));
  if (format !== null && format > packageFormat) {
    throw new RefusedError('package/newer-format', { format });
  }
  const kind = labels.get('Linping-Kind');
  const [octets, streams, ...rest] = (labels.get('Payload-Oxum') ?? '').split('.').map(wholeNumber);
  if (format !== packageFormat || !isPackageKind(kind) || typeof octets !== 'number' || typeof streams !== 'number' || rest.length > 0) {
    throw new RefusedError('package/tag-file-malformed', { name });
  }
  const follow = labels.get('Linping-Files-Follow')?.split(' ') ?? [];
  if (!follow.every((sha256) => /^[0-9a-f]{64}$/.test(sha256))) {
    throw new RefusedError('package/tag-file-malformed', { name });
  }
  return { kind, format, octets, streams, follow };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : null;
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RefusedError('package/tag-file-malformed', { name: printable(name) });
  }
}

/** The lines of a tag file; each ends in LF, the last too. */
function lines(text: string, name: string): string[] {
  const all = text.split('\n');
  if (all.pop() !== '') {
    throw new RefusedError('package/tag-file-malformed', { name });
  }
  return all;
}
