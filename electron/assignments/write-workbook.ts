import type { Cell } from 'write-excel-file/node';
import { withoutTimes } from '../forms/timeless-archive.ts';
import { cellText } from '../rubrics/cell-text.ts';
import { assignmentsOf, type Draft } from '../rounds/draft.ts';
import { assignedText, headingsOf, pairKey, recusedPairs, words } from './words.ts';

/** A draft's assignments as a workbook: applications down, the panel across. The same draft gives the same bytes. */
export async function writeAssignmentWorkbook(draft: Draft, language: 'zh' | 'en'): Promise<Buffer> {
  const assigned = new Map(
    assignmentsOf(draft).map((assignment) => [pairKey(assignment.expert, assignment.application), assignedText(assignment, language)]),
  );
  const recused = recusedPairs(draft);
  const headings = headingsOf(draft);
  const text = (value: string) => ({ value: cellText(value), type: String, wrap: true, alignVertical: 'top' as const });
  const heading = (value: string): Cell => ({ ...text(value), fontWeight: 'bold', backgroundColor: '#e8eef4' });
  const stateOf = (expert: string, application: string): Cell => {
    const key = pairKey(expert, application);
    const said = recused.has(key) ? words.recused[language] : assigned.get(key);
    return said === undefined ? null : text(said);
  };
  const { default: writeSheets } = await import('write-excel-file/node');
  const written = writeSheets([
    {
      sheet: words.sheet[language],
      data: [
        [heading(words.id[language]), heading(words.applicant[language]), ...draft.panel.map(({ id }) => heading(headings.get(id) ?? id))],
        ...draft.applications.map(({ id, applicant }): Cell[] => [
          text(id),
          text(applicant.name),
          ...draft.panel.map((member) => stateOf(member.id, id)),
        ]),
      ],
      columns: [{ width: 24 }, { width: 40 }, ...draft.panel.map(() => ({ width: 16 }))],
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    },
  ]);
  return withoutTimes({ name: 'assignments.xlsx', bytes: await written.toBuffer() });
}
