import { createHash, randomUUID } from 'node:crypto';
import { rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { documentSchemas, type DocumentOf } from '#shared/packages/documents.ts';
import type { PackageKind } from '#shared/packages/kinds.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { canonicalBytes } from '../canonical.ts';
import { seal } from '../sealing.ts';
import { signDetached, keyIdOf, publicSignKey, type PrivateSignKey } from '../signature.ts';
import { openFileSource, sourceChunks } from '../source.ts';
import { checkApplicationFiles } from './application-files.ts';
import { checkInputs, inputFilesOf } from './inputs.ts';
import { bagLimits } from './limits.ts';
import { isPortableSegment } from './names.ts';
import { readPackage, type PackageProgress } from './read.ts';
import { checkSignatures, sha256Of, type Skeleton } from './skeleton.ts';
import { bagitDeclaration, tagFileNames, writeBagInfo, writeManifest } from './tag-files.ts';
import { checkRoom, fat32FileLimit, refusingTargetErrors, syncFolder, writeDurably } from './target.ts';
import { zipChunks, type ZipPart } from './zip.ts';

/** An evidence file to put into a package; `open` is called once, when its turn comes. */
export type FileToPack = {
  readonly sha256: string;
  /** Without a dot; what is not `[a-z0-9]{1,10}` when lower-cased becomes `bin`. */
  readonly extension: string;
  readonly bytes: number;
  readonly open: () => Readable | AsyncIterable<Uint8Array>;
};

export type PackageContents<Kind extends PackageKind> = {
  readonly kind: Kind;
  readonly document: DocumentOf<Kind>;
  readonly files: readonly FileToPack[];
  /** SHA-256 of cited evidence that is left out and comes another way. */
  readonly follow?: readonly string[];
  /** For a result: its round and every package it was merged from. */
  readonly inputs?: readonly Skeleton[];
  readonly signers: readonly { readonly privateJwk: PrivateSignKey }[];
  /** ISO 8601: becomes the `iat` of the signatures. */
  readonly signedAt: string;
};

export type WriteRequest<Kind extends PackageKind> = PackageContents<Kind> & {
  /** Absolute path of the package; one that is there is replaced, in one step, once the new one is complete. */
  readonly target: string;
  /** The bag's folder inside the ZIP; by default the target's name without its extension. */
  readonly name?: string;
  /** `age1…`: with it the package is sealed to these, whole. */
  readonly recipients?: readonly string[];
  readonly signal?: AbortSignal;
  /** Bytes written, then read back. */
  readonly onProgress?: (progress: PackageProgress) => void;
};

export type WrittenPackage = {
  /** The package's identity: SHA-256 of its `tagmanifest-sha256.txt`. */
  readonly sha256: string;
  readonly path: string;
  readonly bytes: number;
  /** `larger-than-4-gib`: does not fit on a FAT32 stick. */
  readonly notices: readonly 'larger-than-4-gib'[];
  readonly skeleton: Skeleton;
};

/**
 * Writes a package: temporary file beside the target, fsync, rename, fsync of the folder, read back and verify. Nothing is left
 * behind when it fails. Refuses with `package/schema-invalid`, `attachments-differ`, `input-missing`, `evidence-changed`, `disk-full`,
 * `too-big-for-fat32`, `target-not-writable`, `write-not-verified`; throws the signal's reason when cancelled.
 */
export async function writePackage<Kind extends PackageKind>(request: WriteRequest<Kind>): Promise<Result<WrittenPackage>> {
  const fileName = basename(request.target);
  const result = await catchRefusal(() => refusingTargetErrors(() => writeSteps(request)));
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { file: fileName, ...result.refusal.details } } };
}

/**
 * The bytes of a plain package without a file of its own, for one that travels inside another: the same contents give the
 * same bytes. Throws a `RefusedError` with the codes of {@link writePackage}'s preparation.
 */
export async function packageChunks<Kind extends PackageKind>(
  request: PackageContents<Kind> & { readonly name: string; readonly signal?: AbortSignal },
): Promise<{ readonly sha256: string; readonly chunks: () => AsyncIterable<Uint8Array> }> {
  const { skeleton, parts } = await prepare({ ...request, target: request.name });
  return { sha256: skeleton.sha256, chunks: () => zipChunks(parts, request.signal) };
}

/** About how many bytes the package will have; exact but for the compression of its document and the seal. */
export function estimatePackageBytes(contents: {
  readonly documentBytes: number;
  readonly files: readonly { readonly bytes: number }[];
}): number {
  const plain = contents.files.reduce((sum, file) => sum + file.bytes + 500, contents.documentBytes + 16 * 1024);
  return Math.ceil(plain * (1 + 16 / 65_536)) + 4096;
}

async function writeSteps<Kind extends PackageKind>(request: WriteRequest<Kind>): Promise<WrittenPackage> {
  const { target, recipients = [], signal } = request;
  const { skeleton, parts, payloadBytes } = await prepare(request);
  const estimate = estimatePackageBytes({ documentBytes: payloadBytes, files: request.files.map(() => ({ bytes: 0 })) });
  await checkRoom(dirname(target), estimate);

  const totalBytes = estimate * 2;
  let done = 0;
  const onBytes = (bytes: number): void => {
    done = Math.min(done + bytes, totalBytes);
    request.onProgress?.({ bytes: done, totalBytes });
  };
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    const zip = zipChunks(parts, signal);
    const sealed = recipients.length > 0;
    // A plain package is read back as anyone would read it; a sealed one, which may not be sealed to us, by its hash.
    const hash = sealed ? createHash('sha256') : null;
    const bytes = await writeDurably({
      path: temporary,
      chunks: sealed ? seal(zip, recipients) : zip,
      onChunk: (chunk) => {
        hash?.update(chunk);
        onBytes(chunk.length);
      },
      signal,
    });
    await verifyWritten(temporary, { bytes, sha256: hash?.digest('hex') ?? null, sha256OfPackage: skeleton.sha256, onBytes, signal });
    await rename(temporary, target);
    await syncFolder(dirname(target));
    return {
      sha256: skeleton.sha256,
      path: target,
      bytes,
      notices: bytes > fat32FileLimit ? ['larger-than-4-gib'] : [],
      skeleton,
    };
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Everything that is known before the first byte of evidence is read: the small files, and the order of all. */
async function prepare<Kind extends PackageKind>(
  request: WriteRequest<Kind>,
): Promise<{ readonly skeleton: Skeleton; readonly parts: readonly ZipPart[]; readonly payloadBytes: number }> {
  const { kind, target, signers, signedAt, inputs = [], follow = [] } = request;
  const parsed = documentSchemas[kind].safeParse(request.document);
  if (!parsed.success) {
    throw new RefusedError('package/schema-invalid', { where: (parsed.error.issues[0]?.path ?? []).join('.') });
  }
  const document = canonicalBytes(parsed.data);
  if (document.length > bagLimits.documentBytes) {
    throw new RefusedError('package/json-too-big', { name: tagFileNames.document, limit: bagLimits.documentBytes });
  }
  const files = [...new Map(request.files.map((file) => [file.sha256, file])).values()];
  if (parsed.data.kind === 'application') {
    checkApplicationFiles(parsed.data, files);
  }
  if (parsed.data.kind === 'result') {
    await checkInputs(parsed.data, inputs);
  }
  const payload: ZipPart[] = [
    { path: tagFileNames.document, content: document },
    ...files.map((file) => ({ path: evidencePath(file), content: { ...file, open: () => checkedEvidence(file) } })),
    ...inputs.flatMap((input) => inputFilesOf(input).map(([path, content]) => ({ path, content }))),
  ];
  const payloadBytes = payload.reduce(
    (sum, part) => sum + (part.content instanceof Uint8Array ? part.content.length : part.content.bytes),
    0,
  );
  const manifest = writeManifest(
    new Map(payload.map(({ path, content }) => [path, content instanceof Uint8Array ? sha256Of(content) : content.sha256])),
  );
  const bagit = Buffer.from(bagitDeclaration, 'utf8');
  const bagInfo = writeBagInfo({ kind, octets: payloadBytes, streams: payload.length, follow });
  if (bagInfo.length > bagLimits.tagFileBytes) {
    throw new RangeError('more files follow than bag-info.txt can name');
  }
  const tagmanifest = writeManifest(
    new Map([
      [tagFileNames.bagit, sha256Of(bagit)],
      [tagFileNames.bagInfo, sha256Of(bagInfo)],
      [tagFileNames.manifest, sha256Of(manifest)],
    ]),
  );
  const signatures = [];
  for (const { privateJwk } of signers) {
    const keyId = await keyIdOf(publicSignKey(privateJwk));
    signatures.push({ keyId, jws: await signDetached(tagmanifest, privateJwk, signedAt) });
  }
  await checkSignatures({ signatures, tagmanifest }, kind);
  const skeleton: Skeleton = { sha256: sha256Of(tagmanifest), bagit, bagInfo, manifest, tagmanifest, document, signatures };
  const folder = request.name ?? basename(target).replace(/\.[^.]*$/, '');
  if (!isPortableSegment(folder)) {
    throw new RangeError(`not a portable folder name: ${folder}`);
  }
  const all: ZipPart[] = [
    { path: tagFileNames.bagit, content: bagit },
    { path: tagFileNames.bagInfo, content: bagInfo },
    { path: tagFileNames.manifest, content: manifest },
    { path: tagFileNames.tagmanifest, content: tagmanifest },
    ...signatures.map(({ keyId, jws }) => ({ path: `signatures/${keyId}.jws`, content: jws })),
    ...payload,
  ];
  const sorted = all.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return { skeleton, parts: sorted.map(({ path, content }) => ({ path: `${folder}/${path}`, content })), payloadBytes };
}

function evidencePath({ sha256, extension }: FileToPack): string {
  const plain = extension.toLowerCase();
  return `data/files/${sha256}.${/^[a-z0-9]{1,10}$/.test(plain) ? plain : 'bin'}`;
}

/** The file's bytes, refusing at the end when they are not those that were recorded: a manifest must never promise what isn't there. */
async function* checkedEvidence(file: FileToPack): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.open() as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes !== file.bytes || hash.digest('hex') !== file.sha256) {
    throw new RefusedError('package/evidence-changed', { name: file.sha256 });
  }
}

type Expected = {
  readonly bytes: number;
  /** Of the whole file when it is sealed, else null. */
  readonly sha256: string | null;
  readonly sha256OfPackage: string;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
};

/** Reads the file back and refuses with `package/write-not-verified` when it is not what was written. */
async function verifyWritten(path: string, expected: Expected): Promise<void> {
  const opened = await openFileSource(path, basename(path));
  if (!opened.ok) {
    throw new RefusedError('package/write-not-verified');
  }
  const source = opened.value;
  try {
    if (expected.sha256 !== null) {
      const hash = createHash('sha256');
      for await (const chunk of sourceChunks(source, 0, source.size, expected.signal)) {
        hash.update(chunk);
        expected.onBytes(chunk.length);
      }
      if (source.size !== expected.bytes || hash.digest('hex') !== expected.sha256) {
        throw new RefusedError('package/write-not-verified');
      }
      return;
    }
    let seen = 0;
    const read = await readPackage({
      source,
      fileName: basename(path),
      ...(expected.signal === undefined ? {} : { signal: expected.signal }),
      onProgress: ({ bytes }) => {
        expected.onBytes(bytes - seen);
        seen = bytes;
      },
    });
    if (!read.ok || read.value.sha256 !== expected.sha256OfPackage) {
      throw new RefusedError('package/write-not-verified');
    }
  } finally {
    await source.close();
  }
}
