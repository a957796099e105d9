import { readForm } from '#electron/forms/read-form.ts';
import type { InterpretedForm } from '#shared/forms/interpret-form.ts';
import { RefusedError, type Refusal } from '#shared/result.ts';
import type { HandedIn } from './folder-files.ts';
import { extensionOf, inspectedBytesLimit } from './inspect-file.ts';

const formName = /附件\s*[3三]|申报表|申报书|申请表/u;
const otherName = /附件\s*[4四]|承诺书|台账|制度|合同/u;

/**
 * Finds 附件3 among the files: the one whose contents are the form, with its name as tie-break.
 *
 * Refuses (by throwing) `intake/form-missing`, `intake/form-ambiguous`, or why the file that is named like a form can't be read.
 */
export async function chooseForm(folder: string, files: readonly HandedIn[]): Promise<{ file: HandedIn; interpreted: InterpretedForm }> {
  const candidates = files.filter(
    (file) => /^(docx|xlsx|doc|xls|wps|et)$/u.test(extensionOf(file.name)) && file.bytes <= inspectedBytesLimit,
  );
  const forms: { file: HandedIn; interpreted: InterpretedForm; rank: number }[] = [];
  const refusals: { file: HandedIn; refusal: Refusal }[] = [];
  for (const file of candidates.filter((candidate) => !otherName.test(candidate.name) || formName.test(candidate.name))) {
    const read = await readForm({ name: file.name, bytes: await file.read() });
    if (!read.ok) {
      refusals.push({ file, refusal: read.refusal });
    } else if (read.value.partsFound >= 3) {
      forms.push({ file, interpreted: read.value, rank: read.value.partsFound + (formName.test(file.name) ? 10 : 0) });
    }
  }
  const [best, second] = forms.toSorted((a, b) => b.rank - a.rank);
  if (best === undefined) {
    const named = refusals.find(({ file }) => formName.test(file.name)) ?? (refusals.length === 1 ? refusals[0] : undefined);
    throw named === undefined
      ? new RefusedError('intake/form-missing', { folder })
      : new RefusedError(named.refusal.code, named.refusal.details);
  }
  if (second?.rank === best.rank) {
    throw new RefusedError('intake/form-ambiguous', { folder, names: `${best.file.name}、${second.file.name}` });
  }
  return best;
}
