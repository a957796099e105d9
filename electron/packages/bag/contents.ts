import { packageKinds, type PackageKind } from '#shared/packages/kinds.ts';
import { RefusedError } from '#shared/result.ts';
import type { ZipEntry } from './directory.ts';
import { bagLimits } from './limits.ts';
import { isPortableSegment, printable } from './names.ts';
import { tagFileNames, type Manifest } from './tag-files.ts';

/** What a bag's path means. */
export type BagPart =
  | { readonly part: 'bagit' | 'bagInfo' | 'manifest' | 'tagmanifest' | 'document' }
  | { readonly part: 'signature'; readonly keyId: string }
  | { readonly part: 'evidence'; readonly sha256: string; readonly extension: string }
  | { readonly part: 'input'; readonly sha256: string; readonly path: string };

const inputPath = /^data\/inputs\/([0-9a-f]{64})\/(.+)$/;

/** What the file at `path` is in a package of `kind`, or null when such a package holds no such file (design.md §3). */
export function bagPartAt(path: string, kind: PackageKind): BagPart | null {
  for (const part of ['bagit', 'bagInfo', 'manifest', 'tagmanifest', 'document'] as const) {
    if (path === tagFileNames[part]) {
      return { part };
    }
  }
  const signature = /^signatures\/([A-Za-z0-9_-]{43})\.jws$/.exec(path);
  if (signature?.[1] !== undefined) {
    return { part: 'signature', keyId: signature[1] };
  }
  const evidence = /^data\/files\/([0-9a-f]{64})\.([a-z0-9]{1,10})$/.exec(path);
  if (evidence?.[1] !== undefined && evidence[2] !== undefined) {
    return { part: 'evidence', sha256: evidence[1], extension: evidence[2] };
  }
  const input = kind === 'result' ? inputPath.exec(path) : null;
  if (input?.[1] !== undefined && input[2] !== undefined) {
    const inner = input[2] === 'document.json' ? tagFileNames.document : input[2];
    const known = bagPartAt(inner, 'score');
    if (known !== null && known.part !== 'evidence' && known.part !== 'input' && input[2] !== tagFileNames.document) {
      return { part: 'input', sha256: input[1], path: input[2] };
    }
  }
  return null;
}

/** The most bytes that a part may have; evidence is bounded by the whole package only. */
export function partLimit(part: BagPart): number {
  switch (part.part) {
    case 'bagit':
    case 'bagInfo':
    case 'tagmanifest':
      return bagLimits.tagFileBytes;
    case 'manifest':
      return bagLimits.manifestBytes;
    case 'document':
      return bagLimits.documentBytes;
    case 'signature':
      return bagLimits.signatureBytes;
    case 'evidence':
      return bagLimits.payloadBytes;
    case 'input':
      break;
  }
  return part.path === 'document.json' ? bagLimits.documentBytes : bagLimits.manifestBytes;
}

/** The bag's one folder. Throws `package/not-one-bag`. */
export function bagFolder(entries: readonly ZipEntry[]): string {
  const folders = new Set(entries.map(({ name }) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : '')));
  const [folder = ''] = folders;
  if (folders.size !== 1 || !isPortableSegment(folder)) {
    throw new RefusedError('package/not-one-bag');
  }
  return folder;
}

/** Checks that the bag holds what its manifest lists and nothing else. `paths` are inside the bag. */
export function checkListed(paths: readonly string[], manifest: Manifest, kind: PackageKind): void {
  const present = new Set(paths);
  for (const path of manifest.keys()) {
    if (!present.has(path)) {
      throw new RefusedError('package/missing-file', { name: printable(path) });
    }
  }
  for (const path of paths) {
    const part = bagPartAt(path, kind);
    const listed = path.startsWith('data/') ? manifest.has(path) : part !== null;
    if (!listed) {
      throw new RefusedError('package/unlisted-file', { name: printable(path) });
    }
    if (part === null) {
      throw new RefusedError('package/unexpected-file', { name: printable(path) });
    }
  }
  for (const path of manifest.keys()) {
    if (!path.startsWith('data/')) {
      throw new RefusedError('package/tag-file-malformed', { name: tagFileNames.manifest });
    }
  }
  if (!manifest.has(tagFileNames.document)) {
    throw new RefusedError('package/missing-file', { name: tagFileNames.document });
  }
  if (paths.filter((path) => path.startsWith('signatures/')).length > bagLimits.signatures) {
    throw new RefusedError('package/too-many-files', { limit: bagLimits.signatures });
  }
}

/** The kind a package says it is, when it is the one the caller asked for. Throws `package/kind-mismatch`. */
export function requireKind<Kind extends PackageKind>(found: PackageKind, expected: Kind | undefined): Kind {
  if (!isExpected(found, expected)) {
    throw kindMismatch(found, expected ?? found);
  }
  return found;
}

/** The refusal of a package of another kind, with both kinds in words a user knows. */
export function kindMismatch(found: PackageKind, expected: PackageKind): RefusedError {
  return new RefusedError('package/kind-mismatch', {
    foundZh: packageKinds[found].zh,
    foundEn: packageKinds[found].en,
    expectedZh: packageKinds[expected].zh,
    expectedEn: packageKinds[expected].en,
  });
}

/** A caller that names no kind takes any. */
function isExpected<Kind extends PackageKind>(found: PackageKind, expected: Kind | undefined): found is Kind {
  return expected === undefined || found === expected;
}
