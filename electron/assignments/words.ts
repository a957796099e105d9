import type { Assignment } from '#shared/domain/panel.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import type { Draft } from '../rounds/draft.ts';

/** What stands in a workbook of assignments, in both languages. */
export const words = {
  sheet: { zh: '分配', en: 'Assignments' },
  id: { zh: '申报编号', en: 'Application' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  assigned: { zh: '分配', en: 'Assigned' },
  recused: { zh: '回避', en: 'Recused' },
} as const;

/** What stands in the cell of an assignment: the word for all stages, or the names of those that are the expert's. */
export function assignedText({ stages }: Pick<Assignment, 'stages'>, language: 'zh' | 'en'): string {
  return stages === undefined
    ? words.assigned[language]
    : stages.map((stage) => stageNames[language][stage]).join(language === 'zh' ? '、' : ', ');
}

/** The stages that the text of a cell names, in either language; null when it names something else. */
export function stagesNamed(text: string): Stage[] | null {
  if (isWord('assigned', text)) {
    return [...stagesInOrder];
  }
  const named = text
    .split(/[、，,;；/]/u)
    .map((part) => part.trim().toLowerCase())
    .map((part) => stagesInOrder.find((stage) => part === stageNames.zh[stage] || part === stageNames.en[stage].toLowerCase()));
  return named.includes(undefined) ? null : stagesInOrder.filter((stage) => named.includes(stage));
}

/** Whether a cell holds a word, in either language. */
export function isWord(word: Exclude<keyof typeof words, 'sheet'>, text = ''): boolean {
  return text === words[word].zh || text.toLowerCase() === words[word].en.toLowerCase();
}

const stageNames = { zh: termsZh.stage, en: termsEn.stage };

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
