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
import { classOf, extensionOf, inspectedBytesLimit, inspectFile, uninspected } from './inspect-file.ts';
import { factsOf, type InspectedAttachment } from './read-facts.ts';

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
 * `intake/form-encrypted`, `intake/form-unreadable`, `intake/form-too-big`, `intake/file-changed`; throws the signal's reason when cancelled.
 */
export async function readApplicantFolder(folder: string, options: ReadOptions = {}): Promise<Result<ReadFolder>> {
  return catchRefusal(async () => {
    const { files, leftOut } = await listFolder(resolve(folder));
    return readHandedIn({ folder: basename(resolve(folder)), files, leftOut }, options);
  });
}

/** The same for files in memory: made-up applicants go the way of real ones. */
export async function readApplicantFiles(
  handedIn: { folderName: string; files: readonly { readonly name: string; readonly bytes: Uint8Array }[] },
  options: ReadOptions = {},
): Promise<Result<ReadFolder>> {
  return catchRefusal(() => readHandedIn({ folder: handedIn.folderName, files: handedInFromMemory(handedIn.files), leftOut: [] }, options));
}

/** The same for files wherever they are. Throws the refusals that {@link readApplicantFolder} gives. */
export async function readHandedIn(
  { folder, files, leftOut }: { folder: string; files: readonly HandedIn[]; leftOut: readonly LeftOut[] },
  { signal, onProgress, keep = digest }: ReadOptions,
): Promise<ReadFolder> {
  signal?.throwIfAborted();
  const chosen = await chooseForm(folder, files);
  const attachments: Attachment[] = [];
  const inspected: InspectedAttachment[] = [];
  const toPack = new Map<string, IntakeFile>();
  for (const file of files) {
    signal?.throwIfAborted();
    const taken = await takeFile(file, { form: file === chosen.file ? chosen : null, keep });
    attachments.push(taken.attachment);
    inspected.push(taken);
    const { sha256, bytes } = taken.attachment;
    toPack.set(sha256, toPack.get(sha256) ?? { sha256, bytes, extension: extensionOf(file.name), open: file.open });
    onProgress?.({ done: attachments.length, total: files.length });
  }
  const facts = factsOf(inspected.filter(({ attachment }) => attachment.class !== 'form'));
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

type Taking = { readonly form: ChosenForm | null; readonly keep: NonNullable<ReadOptions['keep']> };

async function takeFile(file: HandedIn, { form, keep }: Taking): Promise<InspectedAttachment> {
  const oversize = file.bytes > inspectedBytesLimit;
  const contents = oversize ? null : (form?.bytes ?? (await file.read()));
  const { sha256, bytes } = await keep(contents === null ? file.open() : once(contents));
  if (bytes !== file.bytes) {
    throw new RefusedError('intake/file-changed', { name: file.name });
  }
  // The form was read already.
  const inspection =
    contents === null
      ? uninspected('oversize')
      : form === null
        ? await inspectFile({ name: file.name, bytes: contents })
        : uninspected(null);
  const attachment: Attachment = {
    sha256,
    name: file.name,
    bytes,
    class: form === null ? classOf({ name: file.name, inspection }) : 'form',
    problem: inspection.problem,
  };
  return { attachment, inspection };
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
