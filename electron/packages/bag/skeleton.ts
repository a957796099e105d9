import { createHash } from 'node:crypto';
import type { SignKey } from '#shared/domain/panel.ts';
import type { DocumentOf } from '#shared/packages/documents.ts';
import { packageKinds, type PackageKind } from '#shared/packages/kinds.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { verifyDetached } from '../signature.ts';
import { parseDocument } from './parse-document.ts';
import { bagitDeclaration, parseBagInfo, parseManifest, tagFileNames, type BagInfo, type Manifest } from './tag-files.ts';

/** The small files of a package: all of it but the evidence. Enough to know who signed what (design.md §7). */
export type Skeleton = {
  /** The package's identity: SHA-256 of `tagmanifest`. */
  readonly sha256: string;
  readonly bagit: Uint8Array;
  readonly bagInfo: Uint8Array;
  readonly manifest: Uint8Array;
  readonly tagmanifest: Uint8Array;
  readonly document: Uint8Array;
  readonly signatures: readonly { readonly keyId: string; readonly jws: Uint8Array }[];
};

/** A signature that holds. `known`: the caller's lookup had the key; null when it was not asked. */
export type PackageSignature = { readonly keyId: string; readonly key: SignKey; readonly signedAt: string; readonly known: boolean | null };

/** Whether a key is one the caller trusts for this package, e.g. on the round's roster. */
export type KnownKeys = (keyId: string) => boolean;

/** A skeleton whose parts fit together and whose signatures hold. */
export type CheckedSkeleton<Kind extends PackageKind = PackageKind> = {
  readonly kind: Kind;
  readonly format: number;
  readonly sha256: string;
  readonly document: DocumentOf<Kind>;
  readonly signatures: readonly PackageSignature[];
  readonly skeleton: Skeleton;
};

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Checks a skeleton on its own: tagmanifest → tag files → document, and every signature over the tagmanifest. What it can't check
 * is the evidence the manifest lists. Refuses with the codes a whole package would be refused with.
 */
export function verifySkeleton(skeleton: Skeleton, fileName: string, trusted?: KnownKeys): Promise<Result<CheckedSkeleton>> {
  return catchRefusal(() => checkSkeleton(skeleton, trusted)).then((result) =>
    result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { file: fileName, ...result.refusal.details } } },
  );
}

export async function checkSkeleton(skeleton: Skeleton, trusted?: KnownKeys): Promise<CheckedSkeleton> {
  if (sha256Of(skeleton.tagmanifest) !== skeleton.sha256) {
    throw new RefusedError('package/hash-mismatch', { name: tagFileNames.tagmanifest });
  }
  const { info, manifest } = checkTags(skeleton);
  if (manifest.get(tagFileNames.document) !== sha256Of(skeleton.document)) {
    throw new RefusedError('package/hash-mismatch', { name: tagFileNames.document });
  }
  return {
    kind: info.kind,
    format: info.format,
    sha256: skeleton.sha256,
    document: parseDocument(skeleton.document, info.kind),
    signatures: await checkSignatures(skeleton, info.kind, trusted),
    skeleton,
  };
}

/** The tag files against the tagmanifest, and what they say. */
export function checkTags(tags: Pick<Skeleton, 'bagit' | 'bagInfo' | 'manifest' | 'tagmanifest'>): {
  readonly info: BagInfo;
  readonly manifest: Manifest;
} {
  // First of all: in a newer format everything below may be otherwise.
  const info = parseBagInfo(tags.bagInfo, tagFileNames.bagInfo);
  if (Buffer.from(tags.bagit).toString('latin1') !== bagitDeclaration) {
    throw new RefusedError('package/tag-file-malformed', { name: tagFileNames.bagit });
  }
  const tagmanifest = parseManifest(tags.tagmanifest, tagFileNames.tagmanifest);
  const present = [
    [tagFileNames.bagit, tags.bagit],
    [tagFileNames.bagInfo, tags.bagInfo],
    [tagFileNames.manifest, tags.manifest],
  ] as const;
  for (const [name, bytes] of present) {
    const listed = tagmanifest.get(name);
    if (listed === undefined) {
      throw new RefusedError('package/unlisted-file', { name });
    }
    if (listed !== sha256Of(bytes)) {
      throw new RefusedError('package/hash-mismatch', { name });
    }
  }
  for (const name of tagmanifest.keys()) {
    if (!present.some(([known]) => known === name)) {
      throw new RefusedError('package/missing-file', { name });
    }
  }
  return { info, manifest: parseManifest(tags.manifest, tagFileNames.manifest) };
}

/** Every signature must hold, and a kind that must be signed needs one, by a trusted key when `trusted` is given. */
export async function checkSignatures(
  { signatures, tagmanifest }: Pick<Skeleton, 'signatures' | 'tagmanifest'>,
  kind: PackageKind,
  trusted?: KnownKeys,
): Promise<readonly PackageSignature[]> {
  const held: PackageSignature[] = [];
  for (const { keyId, jws } of signatures) {
    const claim = await verifyDetached(tagmanifest, jws);
    if (claim === null || claim.keyId !== keyId) {
      throw new RefusedError('package/signature-invalid', { name: `signatures/${keyId}.jws` });
    }
    held.push({ ...claim, known: trusted === undefined ? null : trusted(keyId) });
  }
  const mustBeSigned = packageKinds[kind].signature !== 'optional';
  if (mustBeSigned && held.length === 0) {
    throw new RefusedError('package/signature-missing');
  }
  if (mustBeSigned && trusted !== undefined && !held.some((signature) => signature.known === true)) {
    throw new RefusedError('package/signer-unknown');
  }
  return held;
}
