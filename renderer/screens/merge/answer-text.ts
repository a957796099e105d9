import type { TFunction } from 'i18next';
import type { Answer } from '#shared/domain/sheet.ts';
import { valueText } from './value-text.ts';

/** An answer in a few words: `62.4 · 3.00`, `不符合`; null where nothing is answered. */
export function answerText(answer: Answer | null, term: TFunction<'terms'>): string | null {
  if (answer === null) {
    return null;
  }
  const parts = [
    answer.verdict === null ? null : term(`verdict.${answer.verdict}`),
    answer.value === null ? null : valueText(answer.value),
    answer.points,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
