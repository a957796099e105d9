import type { ExportRef } from '#shared/api/base.ts';
import type { RubricImport } from '#shared/api/rubrics.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import type { OpenCore } from '../core/core.ts';
import { handedWorkbook } from '../core/handed-workbook.ts';
import { readDraft } from '../rounds/draft.ts';
import type { Language } from './columns.ts';
import { readRubricWorkbook } from './read-workbook.ts';
import { writeRubricWorkbook } from './write-workbook.ts';

/** The draft's rubric as a workbook to edit. */
export async function exportRubric(core: OpenCore, { round, language }: { round: string; language: Language }): Promise<ExportRef> {
  const { rubric } = readDraft(core, round);
  const name = exportFileName({ ascii: 'rubric', chinese: rubric.title, extension: 'xlsx' });
  return core.exports.addBytes(name, await writeRubricWorkbook(rubric, language));
}

/**
 * Reads a rubric's workbook and says what it would change in the draft, or what is wrong in it, cell by cell. It changes nothing:
 * whoever takes the rubric puts it into the draft. Refuses (by throwing) a file that is no workbook.
 */
export async function readRubricFile(core: OpenCore, { round, file }: { round: string; file: string }): Promise<RubricImport> {
  const draft = readDraft(core, round);
  const { rubric, problems, open } = readRubricWorkbook(await handedWorkbook(core, file));
  return {
    problems: [...problems],
    found: rubric === null ? null : { rubric, open: [...open], changes: rubricChanges(draft.rubric, rubric) },
  };
}
