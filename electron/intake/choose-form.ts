import { isNamedLikeForm, mayBeForm } from '#shared/intake/form-names.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { RefusedError } from '#shared/result.ts';
import type { HandedIn } from './folder-files.ts';
import { fileInMemory } from '../reading/file-to-read.ts';
import type { FormRead } from '../reading/jobs.ts';
import { readingLimits } from '../reading/limits.ts';
import type { Readers } from '../reading/readers.ts';

/** The form among the files, with the bytes it was read from, so that what was read and what travels are the same. */
export type ChosenForm = { readonly file: HandedIn; readonly bytes: Uint8Array; readonly form: FormRead };

/**
 * Finds 附件3 among the files: the one whose contents are the form, with its name as tie-break.
 *
 * Refuses (by throwing) `intake/form-missing`, `intake/form-ambiguous`, `reading/unavailable`, or why the file that is named like a form can't be read.
 */
export async function chooseForm(
  folder: string,
  { files, readers, signal }: { files: readonly HandedIn[]; readers: Readers; signal: AbortSignal | undefined },
): Promise<ChosenForm> {
  const forms: (ChosenForm & { rank: number })[] = [];
  const refusals: { file: HandedIn; refusal: Refusal }[] = [];
  for (const file of files.filter(({ name, bytes }) => mayBeForm(name) && bytes <= readingLimits.fileBytes)) {
    const bytes = await file.read();
    const read = await readers.read({ kind: 'form', file: fileInMemory({ name: file.name, bytes }) }, signal);
    if (!read.ok) {
      refusals.push({ file, refusal: read.refusal });
    } else if (read.value.partsFound >= 3) {
      forms.push({ file, bytes, form: read.value, rank: read.value.partsFound + (isNamedLikeForm(file.name) ? 10 : 0) });
    }
  }
  const [best, second] = forms.toSorted((a, b) => b.rank - a.rank);
  if (best === undefined) {
    const named = refusals.find(({ file }) => isNamedLikeForm(file.name)) ?? (refusals.length === 1 ? refusals[0] : undefined);
    throw named === undefined
      ? new RefusedError('intake/form-missing', { folder })
      : new RefusedError(named.refusal.code, named.refusal.details);
  }
  if (second?.rank === best.rank) {
    throw new RefusedError('intake/form-ambiguous', { folder, names: `${best.file.name}、${second.file.name}` });
  }
  return best;
}
