import type { AttachmentClass } from '#shared/domain/application.ts';
import { type FileProblem, fileProblems } from '#shared/domain/file-problem.ts';
import { classifyAttachment } from '#shared/forms/proofs/classify.ts';
import { RefusedError } from '#shared/result.ts';
import { noFileFacts } from './file-facts.ts';
import { extensionOf } from './extension.ts';
import type { FileToRead } from './file-to-read.ts';
import type { Inspection } from './jobs.ts';
import type { Readers } from './readers.ts';

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'bmp', 'webp', 'tif', 'tiff']);

/**
 * Looks into one attachment. A file that can't be read in bounds has a problem and is taken for what its name says. `as` is its class
 * where that is known. Throws a refusal `reading/unavailable` when there is no process to read it, and the signal's reason.
 */
export async function inspect(
  readers: Readers,
  { file, as }: { file: FileToRead; as: AttachmentClass | null },
  signal?: AbortSignal,
): Promise<Inspection> {
  const read = await readers.read({ kind: 'inspect', as, file }, signal);
  return read.ok ? read.value : unread(file.name, { as, problem: problemOf(read.refusal.code) });
}

/** What is known of a file that was not looked into. */
export function unread(name: string, { as, problem }: { as: AttachmentClass | null; problem: FileProblem | null }): Inspection {
  const byName = (): AttachmentClass => classifyAttachment({ name, isImage: pictures.has(extensionOf(name)), text: '' });
  return { problem, class: as ?? byName(), facts: noFileFacts };
}

function problemOf(code: RefusedError['refusal']['code']): FileProblem {
  const problem = code === 'reading/too-large' ? 'oversize' : fileProblems.find((one) => `reading/${one}` === code);
  if (problem === undefined) {
    throw new RefusedError(code);
  }
  return problem;
}
