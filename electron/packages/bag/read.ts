import { createHash } from 'node:crypto';
import type { DocumentOf } from '#shared/packages/documents.ts';
import type { PackageKind } from '#shared/packages/kinds.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { packageEnvelope, unseal } from '../sealing.ts';
import type { PackageSource } from '../source.ts';
import type { Spool } from '../spool.ts';
import { checkApplicationFiles } from './application-files.ts';
import { bagFolder, bagPartAt, checkListed, partLimit, requireKind } from './contents.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { entryChunks } from './entry.ts';
import { checkInputs, collectInputs } from './inputs.ts';
import { bagLimits } from './limits.ts';
import { parseDocument } from './parse-document.ts';
import { printable } from './names.ts';
import {
  checkSignatures,
  checkTags,
  sha256Of,
  type CheckedSkeleton,
  type KnownKeys,
  type PackageSignature,
  type Skeleton,
} from './skeleton.ts';
import { tagFileNames } from './tag-files.ts';

/** One evidence file of a package. `name` is `<sha256>.<extension>`. */
export type PackageFile = { readonly sha256: string; readonly extension: string; readonly name: string; readonly bytes: number };

/**
 * Takes the bytes of one evidence file. The iteration throws, instead of ending, when the bytes are not those that the manifest
 * promises: whoever reaches the end has the right file. Not reading to the end is a bug of the caller.
 */
export type EvidenceSink = (file: PackageFile, chunks: AsyncIterable<Uint8Array>) => Promise<void>;

/** Done so far, in bytes, over the whole package (a sealed one is gone through twice: opened, then read). */
export type PackageProgress = { readonly bytes: number; readonly totalBytes: number };

export type OpenedPackage<Kind extends PackageKind = PackageKind> = {
  readonly kind: Kind;
  readonly format: number;
  readonly document: DocumentOf<Kind>;
  /** The package's identity: SHA-256 of `tagmanifest-sha256.txt`. */
  readonly sha256: string;
  readonly sealed: boolean;
  /** Of the file as it came. */
  readonly bytes: number;
  readonly signatures: readonly PackageSignature[];
  readonly files: readonly PackageFile[];
  /** The small files as bytes, so that a result can carry them. */
  readonly skeleton: Skeleton;
  /** What a result carries of its round and the packages it was merged from, checked; empty for other kinds. */
  readonly inputs: readonly CheckedSkeleton[];
};

/** What is known of a package, its signatures checked, before any of its evidence is read. */
export type PackageHead = Pick<OpenedPackage, 'kind' | 'document' | 'sha256' | 'signatures'>;

export type ReadRequest<Kind extends PackageKind> = {
  readonly source: PackageSource;
  /** For messages only. */
  readonly fileName: string;
  readonly expectKind?: Kind;
  /** `AGE-SECRET-KEY-1…` of the reader; for a sealed package. */
  readonly identities?: readonly string[];
  /** Keeps the opened contents of a sealed package; without one, only those up to 128 MiB are opened, in memory. */
  readonly spool?: Spool;
  /** Gets each evidence file; without one, they are only checked. */
  readonly sink?: EvidenceSink;
  /** The same, once it is known what package it is; null: its files are only checked. */
  readonly sinkFor?: (head: PackageHead) => EvidenceSink | null;
  /** With it, a package that must be signed needs a signature by a known key. */
  readonly trusted?: KnownKeys;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
};

/**
 * Reads an untrusted package, each byte once: small files first, then the evidence into `sink`. A refusal may come after some files
 * went into the sink, so a sink keeps them apart until this returns ok. Does not close `source`. Refuses with `package/…` codes;
 * throws the signal's reason when cancelled.
 */
export async function readPackage<Kind extends PackageKind = PackageKind>(
  request: ReadRequest<Kind>,
): Promise<Result<OpenedPackage<Kind>>> {
  const result = await catchRefusal(() => openEnvelope(request));
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, details: { file: request.fileName, ...result.refusal.details } } };
}

async function openEnvelope<Kind extends PackageKind>(request: ReadRequest<Kind>): Promise<OpenedPackage<Kind>> {
  const { source, signal, onProgress } = request;
  const envelope = await packageEnvelope(source);
  let bytes = 0;
  const totalBytes = source.size * (envelope === 'age' ? 2 : 1);
  const onBytes = (more: number): void => {
    bytes = Math.min(bytes + more, totalBytes);
    onProgress?.({ bytes, totalBytes });
  };
  if (envelope === 'zip') {
    return { ...(await readBag(source, request, onBytes)), sealed: false, bytes: source.size };
  }
  if (envelope !== 'age') {
    throw new RefusedError('package/not-a-package');
  }
  const opened = await unseal({ source, identities: request.identities ?? [], spool: request.spool, signal, onBytes });
  try {
    if ((await packageEnvelope(opened)) !== 'zip') {
      throw new RefusedError('package/not-a-package');
    }
    return { ...(await readBag(opened, request, onBytes)), sealed: true, bytes: source.size };
  } finally {
    await opened.close();
  }
}

async function readBag<Kind extends PackageKind>(
  source: PackageSource,
  { expectKind, sink, sinkFor, trusted, signal }: ReadRequest<Kind>,
  onBytes: (bytes: number) => void,
): Promise<Omit<OpenedPackage<Kind>, 'sealed' | 'bytes'>> {
  const entries = await readDirectory(source);
  const folder = bagFolder(entries);
  const byPath = new Map(entries.map((entry) => [entry.name.slice(folder.length + 1), entry]));

  const hold = async (path: string, limit: number): Promise<Buffer> => {
    const entry = byPath.get(path);
    if (entry === undefined) {
      throw new RefusedError('package/missing-file', { name: path });
    }
    return holdEntry({ source, entry, path, limit, signal, onBytes });
  };
  const bagInfo = await hold(tagFileNames.bagInfo, bagLimits.tagFileBytes);
  const tags = {
    bagInfo,
    bagit: await hold(tagFileNames.bagit, bagLimits.tagFileBytes),
    manifest: await hold(tagFileNames.manifest, bagLimits.manifestBytes),
    tagmanifest: await hold(tagFileNames.tagmanifest, bagLimits.tagFileBytes),
  };
  const { info, manifest } = checkTags(tags);
  const kind = requireKind(info.kind, expectKind);
  checkListed([...byPath.keys()], manifest, kind);

  const signatures = [];
  for (const path of [...byPath.keys()].toSorted()) {
    const part = bagPartAt(path, kind);
    if (part?.part === 'signature') {
      signatures.push({ keyId: part.keyId, jws: await hold(path, partLimit(part)) });
    }
  }
  const documentBytes = await hold(tagFileNames.document, bagLimits.documentBytes);
  if (manifest.get(tagFileNames.document) !== sha256Of(documentBytes)) {
    throw new RefusedError('package/hash-mismatch', { name: tagFileNames.document });
  }
  const skeleton: Skeleton = { sha256: sha256Of(tags.tagmanifest), ...tags, document: documentBytes, signatures };
  const held = await checkSignatures(skeleton, kind, trusted);
  const document = parseDocument(documentBytes, kind);
  const receive = sink ?? sinkFor?.({ kind, document, sha256: skeleton.sha256, signatures: held }) ?? discard;

  const files: PackageFile[] = [];
  const carried = new Set<string>();
  const inputFiles = new Map<string, Buffer>();
  let payloadBytes = documentBytes.length;
  let streams = 1;
  for (const [path, entry] of byPath) {
    const part = bagPartAt(path, kind);
    if (part?.part === 'input') {
      const bytes = await hold(path, partLimit(part));
      if (manifest.get(path) !== sha256Of(bytes)) {
        throw new RefusedError('package/hash-mismatch', { name: path });
      }
      inputFiles.set(path, bytes);
    } else if (part?.part === 'evidence') {
      const file = { sha256: part.sha256, extension: part.extension, name: `${part.sha256}.${part.extension}`, bytes: entry.bytes };
      if (carried.has(file.sha256)) {
        throw new RefusedError('package/name-duplicate', { name: file.name });
      }
      if (manifest.get(path) !== part.sha256) {
        throw new RefusedError('package/hash-mismatch', { name: path });
      }
      await deliver({ source, entry, file, sink: receive, signal, onBytes });
      files.push(file);
      carried.add(file.sha256);
    } else {
      continue;
    }
    payloadBytes += entry.bytes;
    streams += 1;
    if (payloadBytes > bagLimits.payloadBytes) {
      throw new RefusedError('package/too-big', { limit: bagLimits.payloadBytes });
    }
  }
  if (info.octets !== payloadBytes || info.streams !== streams) {
    throw new RefusedError('package/tag-file-malformed', { name: tagFileNames.bagInfo });
  }
  if (document.kind === 'application') {
    checkApplicationFiles(document, files);
  }
  const inputs = document.kind === 'result' ? await checkInputs(document, collectInputs(inputFiles)) : [];
  return { kind, format: info.format, document, sha256: skeleton.sha256, signatures: held, files, skeleton, inputs };
}

type Holding = {
  readonly source: PackageSource;
  readonly entry: ZipEntry;
  readonly path: string;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytes: number) => void;
};

async function holdEntry({ source, entry, path, limit, signal, onBytes }: Holding): Promise<Buffer> {
  if (entry.bytes > limit) {
    throw new RefusedError(path.endsWith('.json') ? 'package/json-too-big' : 'package/tag-file-too-big', { name: printable(path), limit });
  }
  // Filled to the last byte or refused: entryChunks gives as many as the entry claims, and the claim is within the limit.
  const held = Buffer.allocUnsafeSlow(entry.bytes);
  let filled = 0;
  for await (const chunk of entryChunks(source, entry, signal)) {
    held.set(chunk, filled);
    filled += chunk.length;
  }
  onBytes(entry.compressedBytes);
  return held;
}

/** Counting and hashing happen on the way. */
const discard: EvidenceSink = async (_file, chunks) => {
  const iterator = chunks[Symbol.asyncIterator]();
  let step;
  do {
    step = await iterator.next();
  } while (step.done !== true);
};

type Delivery = {
  readonly source: PackageSource;
  readonly entry: ZipEntry;
  readonly file: PackageFile;
  readonly sink: EvidenceSink;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytes: number) => void;
};

async function deliver({ source, entry, file, sink, signal, onBytes }: Delivery): Promise<void> {
  let complete = false;
  async function* hashed(): AsyncGenerator<Uint8Array, void> {
    const hash = createHash('sha256');
    for await (const chunk of entryChunks(source, entry, signal)) {
      hash.update(chunk);
      onBytes(chunk.length);
      yield chunk;
    }
    if (hash.digest('hex') !== file.sha256) {
      throw new RefusedError('package/hash-mismatch', { name: `data/files/${file.name}` });
    }
    complete = true;
  }
  await sink(file, hashed());
  if (!complete) {
    throw new Error('the sink returned without reading the file to its end');
  }
}
