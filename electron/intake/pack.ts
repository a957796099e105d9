import { applicationDocumentSchema } from '#shared/packages/documents.ts';
import { packageFormat } from '#shared/packages/kinds.ts';
import type { Result } from '#shared/result.ts';
import { type PackageContents, writePackage, type WrittenPackage } from '#electron/packages/bag/write.ts';
import type { Readers } from '../reading/readers.ts';
import { type ReadFolder, readApplicantFolder } from './read-folder.ts';

export type PackRequest = {
  /** What {@link readApplicantFolder} gave, with the user's edits in its application. */
  readonly read: Pick<ReadFolder, 'application' | 'files'>;
  /** Absolute path of the .lpapp to write. */
  readonly target: string;
  /** Names of attachments that the user refuses to take along; by default all travel. */
  readonly refusedNames?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number }) => void;
};

/** Writes an application bundle; an applicant has no key, so it is unsigned. Refuses with the `package/…` codes of writing. */
export async function packApplication(request: PackRequest): Promise<Result<WrittenPackage>> {
  return writePackage({
    ...bundleContents(request),
    target: request.target,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
  });
}

/** What goes into the bundle: the same reading and refusals give the same package, wherever it is written. */
export function bundleContents({ read, refusedNames = [] }: Pick<PackRequest, 'read' | 'refusedNames'>): PackageContents<'application'> {
  const attachments = read.application.attachments.filter((attachment) => !refusedNames.includes(attachment.name));
  const kept = new Set(attachments.map((attachment) => attachment.sha256));
  return {
    kind: 'application',
    document: applicationDocumentSchema.parse({ kind: 'application', format: packageFormat, ...read.application, attachments }),
    files: read.files.filter((file) => kept.has(file.sha256)),
    signers: [],
    // Nothing is signed, so no time is written either.
    signedAt: '1970-01-01T00:00:00Z',
  };
}

/** `pack FOLDER --out FILE.lpapp`: reads the folder and writes its bundle. Refuses as reading and writing do. */
export async function packFolder(request: {
  folder: string;
  target: string;
  readers: Readers;
  signal?: AbortSignal;
}): Promise<Result<WrittenPackage & { read: ReadFolder }>> {
  const signal = request.signal === undefined ? {} : { signal: request.signal };
  const read = await readApplicantFolder(request.folder, { readers: request.readers, ...signal });
  if (!read.ok) {
    return read;
  }
  const written = await packApplication({ read: read.value, target: request.target, ...signal });
  return written.ok ? { ok: true, value: { ...written.value, read: read.value } } : written;
}
