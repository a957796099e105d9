import type { AssignmentImport } from '#shared/api/assignments.ts';
import type { ExportRef } from '#shared/api/base.ts';
import { assignedStages, type Assignment } from '#shared/domain/panel.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import type { OpenCore } from '../core/core.ts';
import { handedWorkbook } from '../core/handed-workbook.ts';
import { assignmentsOf, readDraft } from '../rounds/draft.ts';
import { readAssignmentWorkbook } from './read-workbook.ts';
import { pairKey, recusedPairs } from './words.ts';
import { writeAssignmentWorkbook } from './write-workbook.ts';

/** The draft's assignments as a workbook to edit. */
export async function exportAssignments(core: OpenCore, { round, language }: { round: string; language: 'zh' | 'en' }): Promise<ExportRef> {
  const draft = readDraft(core, round);
  const name = exportFileName({ ascii: 'assignments', chinese: draft.title, extension: 'xlsx' });
  return core.exports.addBytes(name, await writeAssignmentWorkbook(draft, language));
}

/**
 * Reads a workbook of assignments and says what it would change in the draft, or what is wrong in it, cell by cell. It changes nothing.
 * Refuses (by throwing) a file that is no workbook.
 */
export async function readAssignmentFile(core: OpenCore, { round, file }: { round: string; file: string }): Promise<AssignmentImport> {
  const draft = readDraft(core, round);
  const { assignments, problems } = readAssignmentWorkbook(draft, await handedWorkbook(core, file));
  if (problems.length > 0) {
    return { problems, found: null };
  }
  const recused = recusedPairs(draft);
  // What a recusal takes away anyway is not told as a change.
  const before = assignmentsOf(draft).filter(({ expert, application }) => !recused.has(pairKey(expert, application)));
  const change = (from: readonly Assignment[], to: readonly Assignment[]) =>
    to.flatMap((assignment) => {
      const { expert, application } = assignment;
      const known = from.find((one) => one.expert === expert && one.application === application);
      const stages = assignedStages(assignment).filter((stage) => known === undefined || !assignedStages(known).includes(stage));
      return stages.length === 0
        ? []
        : [
            {
              expert: draft.panel.find(({ id }) => id === expert)?.name ?? expert,
              applicant: draft.applications.find(({ id }) => id === application)?.applicant.name ?? application,
              stages,
            },
          ];
    });
  return { problems: [], found: { assignments, added: change(before, assignments), removed: change(assignments, before) } };
}
