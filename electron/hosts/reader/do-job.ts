import { previewBlocks } from '#shared/forms/preview.ts';
import { catchRefusal, ok, refused, type Result } from '#shared/result.ts';
import { readForm } from '../../forms/read-form.ts';
import { readSheetGrid } from '../../forms/sheet-grid.ts';
import { readWordGrid } from '../../forms/word-grid.ts';
import { workbookRows } from '../../forms/workbook-rows.ts';
import { extensionOf } from '../../reading/extension.ts';
import type { Answers, JobKind, ReadRequest } from '../../reading/jobs.ts';
import { readingLimits } from '../../reading/limits.ts';
import { readPhoto } from '../../reading/photo.ts';
import { weighsMoreThan } from '../../reading/weight.ts';
import { inspectFile } from './inspect-file.ts';

type File = { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };

/** Does one job of a reading process. Refuses `reading/too-much` and what the kind of job refuses. */
export async function doJob(request: ReadRequest, file: File): Promise<Result<Answers[JobKind]>> {
  const result = await answerTo(request, file);
  return result.ok && weighsMoreThan(result.value, readingLimits.answerWeight) ? refused('reading/too-much', { name: file.name }) : result;
}

async function answerTo(request: ReadRequest, file: File): Promise<Result<Answers[JobKind]>> {
  switch (request.kind) {
    case 'inspect':
      return ok(await inspectFile(file, request.as));
    case 'form':
      return readForm(file);
    case 'preview':
      return catchRefusal(async () => previewBlocks(await (extensionOf(file.name) === 'docx' ? readWordGrid(file) : readSheetGrid(file))));
    case 'photo':
      return ok(await readPhoto(file.bytes));
    case 'workbook':
      return catchRefusal(() => workbookRows(file));
  }
}
