import type { Draft } from '../rounds/draft.ts';

/** What stands in a workbook of assignments, in both languages. */
export const words = {
  sheet: { zh: '分配', en: 'Assignments' },
  id: { zh: '申报编号', en: 'Application' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  assigned: { zh: '分配', en: 'Assigned' },
  recused: { zh: '回避', en: 'Recused' },
} as const;

/** The heading of each member's column, by id: the name, and the beginning of the id where two have the same. */
export function headingsOf({ panel }: Pick<Draft, 'panel'>): Map<string, string> {
  return new Map(
    panel.map(({ id, name }) => [id, panel.some((other) => other.id !== id && other.name === name) ? `${name} (${id.slice(0, 8)})` : name]),
  );
}

/** A pair of expert and application as one text. */
export const pairKey = (expert: string, application: string): string => JSON.stringify([expert, application]);

/** Who is recused from what, as pairs of expert and application. */
export function recusedPairs({ recusals, applications }: Pick<Draft, 'recusals' | 'applications'>): Set<string> {
  return new Set(
    recusals.flatMap(({ expert, applicant }) =>
      applications.flatMap((application) => (application.applicant.id === applicant ? [pairKey(expert, application.id)] : [])),
    ),
  );
}
