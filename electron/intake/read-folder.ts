import { basename, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { type Application, applicationSchema, type Attachment } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import { plain } from '#shared/forms/text.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import type { FormGrid } from '#shared/forms/grid.ts';
import type { LeftOut } from '#shared/intake/reading.ts';
import { type ChosenForm, chooseForm } from './choose-form.ts';
import { digest, type HandedIn, handedInFromMemory, listFolder } from './folder-files.ts';
import { factsOfFiles, type FileFacts } from '../reading/file-facts.ts';
import { extensionOf } from '../reading/extension.ts';
import { inspect, unread } from '../reading/inspect.ts';
import type { Inspection } from '../reading/jobs.ts';
import { readingLimits } from '../reading/limits.ts';
import type { Readers } from '../reading/readers.ts';
import { SideBySide } from '../reading/side-by-side.ts';

/** A file to travel with the application; the shape that `writePackage` takes. */
export type IntakeFile = {
  readonly sha256: string;
  readonly extension: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** A folder as it was read. */
export type ReadFolder = {
  readonly application: Application;
  /** Each content once, however many names it has. */
  readonly files: readonly IntakeFile[];
  readonly facts: ApplicationFacts;
  /** The form's tables, as they were read. */
  readonly grid: FormGrid;
  /** What could not be taken along at all (links, files that can't be opened). */
  readonly leftOut: readonly LeftOut[];
};

export type ReadOptions = {
  /** Who reads the files: other processes. */
  readonly readers: Readers;
  readonly signal?: AbortSignal;
  /** Files done so far, of how many. */
  readonly onProgress?: (progress: { done: number; total: number }) => void;
  /** Takes each file's bytes as they are read, once, and says what they were; by default they are only hashed. */
  readonly keep?: (chunks: AsyncIterable<Uint8Array>) => Promise<{ sha256: string; bytes: number }>;
};

/**
 * Reads an applicant's folder: its 附件3, and every other file with its class, hash and, where it can't be read, its problem.
 *
 * Refuses `intake/folder-not-found`, `intake/folder-too-big`, `intake/form-missing`, `intake/form-ambiguous`, `intake/legacy-doc`,
 * `intake/form-encrypted`, `intake/form-unreadable`, `intake/form-too-big`, `intake/file-changed`, and for its form the codes of `reading/`; throws the signal's reason when cancelled.
 */
export async function readApplicantFolder(folder: string, options: ReadOptions): Promise<Result<ReadFolder>> {
  return catchRefusal(async () => {
    const { files, leftOut } = await listFolder(resolve(folder));
    return readHandedIn({ folder: basename(resolve(folder)), files, leftOut }, options);
  });
}

/** The same for files in memory: made-up applicants go the way of real ones. */
export async function readApplicantFiles(
  handedIn: { folderName: string; files: readonly { readonly name: string; readonly bytes: Uint8Array }[] },
  options: ReadOptions,
): Promise<Result<ReadFolder>> {
  return catchRefusal(() => readHandedIn({ folder: handedIn.folderName, files: handedInFromMemory(handedIn.files), leftOut: [] }, options));
}

/** The same for files wherever they are. Throws the refusals that {@link readApplicantFolder} gives. */
export async function readHandedIn(
  { folder, files, leftOut }: { folder: string; files: readonly HandedIn[]; leftOut: readonly LeftOut[] },
  { readers, signal, onProgress, keep = digest }: ReadOptions,
): Promise<ReadFolder> {
  signal?.throwIfAborted();
  const chosen = await chooseForm(folder, { files, readers, signal });
  const read = new Map<HandedIn, { attachment: Attachment; facts: FileFacts }>();
  const toPack = new Map<string, IntakeFile>();
  const reading = new SideBySide({ count: readers.count + 1, bytes: heldBytes });
  for (const file of files) {
    signal?.throwIfAborted();
    const kept = await keepFile(file, { form: file === chosen.file ? chosen : null, keep });
    const { sha256, bytes } = kept;
    toPack.set(sha256, toPack.get(sha256) ?? { sha256, bytes, extension: extensionOf(file.name), open: file.open });
    await reading.start(kept.contents?.byteLength ?? 0, async () => {
      const { problem, class: kind, facts } = await inspectKept(file, kept, { readers, signal });
      read.set(file, { attachment: { sha256, name: file.name, bytes, class: kind, problem }, facts });
      onProgress?.({ done: read.size, total: files.length });
    });
  }
  await reading.done();
  const inOrder = files.flatMap((file) => read.get(file) ?? []);
  const attachments = inOrder.map(({ attachment }) => attachment);
  const facts = factsOfFiles(inOrder.map((file) => file.facts));
  const { form, grid } = chosen.form;
  const registered = form.applicant.creditCode === null ? facts.registrations.find((fact) => fact.creditCode !== null) : undefined;
  const creditCode = form.applicant.creditCode ?? registered?.creditCode ?? null;
  const application = applicationSchema.parse({
    ...form,
    id: applicationId(form.applicant.name, creditCode),
    applicant: { ...form.applicant, creditCode },
    attachments,
    reading: registered === undefined ? form.reading : [...form.reading, creditCodeReading(registered, attachments)],
  });
  return { application, files: [...toPack.values()], facts, grid, leftOut };
}

/** How much of the files is in memory at a time: those that wait to be read, beside the one that is taken in. */
const heldBytes = 96 * 1024 * 1024;

type Kept = { readonly sha256: string; readonly bytes: number; readonly isForm: boolean; readonly contents: Uint8Array | null };

/** Takes a file's bytes in once: what is kept is what is read then. One that is too large to be read is never in memory. */
async function keepFile(
  file: HandedIn,
  { form, keep }: { form: ChosenForm | null; keep: NonNullable<ReadOptions['keep']> },
): Promise<Kept> {
  const contents = file.bytes > readingLimits.fileBytes ? null : (form?.bytes ?? (await file.read()));
  const { sha256, bytes } = await keep(contents === null ? file.open() : once(contents));
  if (bytes !== file.bytes) {
    throw new RefusedError('intake/file-changed', { name: file.name });
  }
  return { sha256, bytes, isForm: form !== null, contents };
}

async function inspectKept(
  { name }: HandedIn,
  { sha256, bytes, isForm, contents }: Kept,
  { readers, signal }: { readers: Readers; signal: AbortSignal | undefined },
): Promise<Inspection> {
  // The form was read already.
  return isForm || contents === null
    ? unread(name, { as: isForm ? 'form' : null, problem: isForm ? null : 'oversize' })
    : inspect(readers, { file: { name, sha256, bytes, open: () => once(contents) }, as: null }, signal);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Stable for an applicant: the same name and credit code give the same id on every machine. */
export function applicationId(name: string, creditCode: string | null): string {
  return `app-${createHash('sha256')
    .update(`${plain(name)}\n${creditCode ?? ''}`)
    .digest('hex')
    .slice(0, 16)}`;
}

function creditCodeReading(
  fact: { attachment: string; page: number | null },
  attachments: readonly Attachment[],
): Application['reading'][number] {
  const name = attachments.find((attachment) => attachment.sha256 === fact.attachment)?.name ?? '';
  return {
    field: 'applicant.creditCode',
    source: fact.page === null ? name : `${name} 第${fact.page}页`,
    confidence: '0.80',
    editedFrom: null,
  };
}
