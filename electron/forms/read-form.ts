import { interpretForm, type InterpretedForm } from '#shared/forms/interpret-form.ts';
import type { FormGrid } from '#shared/forms/grid.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { officeKind } from './office-archive.ts';
import { readSheetGrid } from './sheet-grid.ts';
import { readWordGrid } from './word-grid.ts';

/** A form, and the tables it was read from. */
export type ReadForm = InterpretedForm & { readonly grid: FormGrid };

/**
 * Reads 附件3 from a .docx or .xlsx (told apart by the contents' kind and the name's extension).
 *
 * Refuses `intake/legacy-doc` (.doc, .xls, .wps), `intake/form-encrypted`, `intake/form-unreadable`, `intake/form-too-big`.
 */
export async function readForm(file: { name: string; bytes: Uint8Array }): Promise<Result<ReadForm>> {
  return catchRefusal(async () => {
    if (/\.(doc|xls|wps|et)$/iu.test(file.name) && officeKind(file.bytes) !== 'zip') {
      throw new RefusedError('intake/legacy-doc', { name: file.name });
    }
    const isSheet = /\.(xlsx|xlsm|xls|et)$/iu.test(file.name);
    const grid = await (isSheet ? readSheetGrid(file) : readWordGrid(file));
    return { ...interpretForm(grid), grid };
  });
}
