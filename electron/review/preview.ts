import type { Preview } from '#shared/api/applications.ts';
import { maskIdNumbers } from '#shared/forms/mask-id-numbers.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { extensionOf } from '../reading/extension.ts';
import { readingLimits } from '../reading/limits.ts';
import { readApplication } from './applications.ts';

const textBytes = 512 * 1024;

/**
 * An attachment as paragraphs and tables, or as text; nothing of its own markup. Throws the refusals of `readApplication`,
 * `review/attachment-unknown` for a file that the application doesn't have, and `intake/form-*` or `reading/*` for one that can't be read.
 */
export async function previewAttachment(
  core: OpenCore,
  { round, application, sha256 }: { round: string; application: string; sha256: string },
): Promise<Preview> {
  const attachment = readApplication(core, { round, application }).attachments.find((one) => one.sha256 === sha256);
  if (attachment === undefined) {
    throw new RefusedError('review/attachment-unknown');
  }
  const { evidence } = core.workspace;
  const name = attachment.name.split('/').at(-1) ?? attachment.name;
  const extension = extensionOf(name);
  switch (extension) {
    case 'txt':
    case 'csv':
      return { kind: 'text', ...textPreview(evidence.readRange(sha256, { length: textBytes }), attachment.bytes) };
    case 'docx':
    case 'xlsx': {
      if (attachment.bytes > readingLimits.fileBytes) {
        return { kind: 'none', why: 'size' };
      }
      const file = { name, sha256, bytes: attachment.bytes, open: () => evidence.read(sha256) };
      return { kind: 'blocks', ...valueOf(await core.readers.read({ kind: 'preview', file })) };
    }
    default:
      return { kind: 'none', why: 'kind' };
  }
}

/** A text file as its bytes say: Unicode by its mark, UTF-8 where it is valid, else what Windows in China writes. */
function textPreview(head: Uint8Array, bytes: number): { text: string; cut: boolean } {
  return { text: maskIdNumbers(decoded(head)), cut: head.byteLength < bytes };
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  try {
    // As a stream: a character that the cut fell into is no mistake of the file.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
