import { plain } from './wording.ts';

/** 学历, lowest first. */
const ranks = ['初中', '中专', '大专', '本科', '硕士', '博士'] as const;
export type Education = (typeof ranks)[number];

/** The most specific word first: 大学专科 is no 大学, 研究生 no 本科. */
const words: readonly (readonly [RegExp, Education])[] = [
  [/博士/, '博士'],
  [/硕士|研究生|MBA|MPA/i, '硕士'],
  [/大专|专科|高职|高专/, '大专'],
  [/本科|学士|大学/, '本科'],
  [/中专|中技|技校|职高|高中|中职|职业高中|技工学校/, '中专'],
  [/初中|小学/, '初中'],
];

/** The education that `text` claims, or null where it says none or one not yet finished (在读). */
export function readEducation(text: string): Education | null {
  const written = plain(text);
  if (/在读|肄业|未毕业/.test(written)) {
    return null;
  }
  return words.find(([pattern]) => pattern.test(written))?.[1] ?? null;
}

/** 大专以上文化程度 (附件2 一1): true, false, or null where the education can't be read. */
export function hasCollegeEducation(text: string): boolean | null {
  const education = readEducation(text);
  return education === null ? null : ranks.indexOf(education) >= ranks.indexOf('大专');
}
