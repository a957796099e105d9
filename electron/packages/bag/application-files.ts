import type { ApplicationDocument } from '#shared/packages/documents.ts';
import { RefusedError } from '#shared/result.ts';
import { printable } from './names.ts';

/** Checks that a bundle carries exactly the attachments its application lists. Throws `package/attachments-differ`. */
export function checkApplicationFiles(
  document: ApplicationDocument,
  files: readonly { readonly sha256: string; readonly bytes: number }[],
): void {
  const carried = new Map(files.map((file) => [file.sha256, file.bytes]));
  const listed = new Set<string>();
  for (const attachment of document.attachments) {
    if (carried.get(attachment.sha256) !== attachment.bytes) {
      throw new RefusedError('package/attachments-differ', { name: printable(attachment.name) });
    }
    listed.add(attachment.sha256);
  }
  for (const file of files) {
    if (!listed.has(file.sha256)) {
      throw new RefusedError('package/attachments-differ', { name: file.sha256 });
    }
  }
}
