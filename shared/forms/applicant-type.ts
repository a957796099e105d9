import type { ApplicantType } from '../domain/application.ts';

const words: readonly (readonly [RegExp, ApplicantType])[] = [
  [/民办非企业单位|民办非企业|民办非|民非/gu, '民非'],
  [/行业分支机构|分支机构/gu, '行业分支机构'],
  [/社会团体|社团/gu, '社会团体'],
  [/研究院所?/gu, '研究院'],
  [/院校|学校/gu, '院校'],
  [/企业/gu, '企业'],
];
const ticked = /[☑✓✔√■●▣☒✅⊠◼◉⬛🗹🗷🗸⊙þ]|[([（【［]\s*[xX×√✓✔vV●■]\s*[)\]）】］]/gu;
const unticked = /[□☐○◯▢◻〇⬜◇]|[([（【［]\s*[)\]）】］]/gu;

type Piece = { readonly kind: 'ticked' | 'unticked'; readonly from: number; readonly to: number };
type Word = { readonly type: ApplicantType; readonly from: number; readonly to: number };

/** The type, and how sure that is; null when none or more than one is marked (that is for a person to say). */
export type ReadApplicantType = { readonly type: ApplicantType | null; readonly confidence: number };

/** Reads 机构类型: boxes ☑ √ ■ ● [x] （√） before or after the words, or the one word that was left. */
export function readApplicantType(text: string): ReadApplicantType {
  const named = findWords(text);
  const marks = findMarks(text);
  const marked = marks.length === 0 ? [] : tickedWords(text, named, marks);
  const types = new Set((marks.length === 0 ? named : marked).map((word) => word.type));
  const [only] = types;
  if (only === undefined || types.size > 1) {
    return { type: null, confidence: 0.1 };
  }
  return { type: only, confidence: marks.length === 0 ? 0.9 : 1 };
}

function findWords(text: string): Word[] {
  const found: Word[] = [];
  for (const [pattern, type] of words) {
    for (const match of text.matchAll(pattern)) {
      const word = { type, from: match.index, to: match.index + match[0].length };
      if (!found.some((other) => word.from < other.to && other.from < word.to)) {
        found.push(word);
      }
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function findMarks(text: string): Piece[] {
  const pieces = (
    [
      ['ticked', ticked],
      ['unticked', unticked],
    ] as const
  ).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Piece => ({ kind, from: match.index, to: match.index + match[0].length })),
  );
  return pieces.toSorted((a, b) => a.from - b.from);
}

/** With a mark for every word, the side on which the marks stand is plain; with fewer, a mark belongs to the word it touches. */
function tickedWords(text: string, named: readonly Word[], marks: readonly Piece[]): Word[] {
  const ticks = marks.filter((mark) => mark.kind === 'ticked');
  const firstWord = named[0]?.from ?? 0;
  const everyWordHasOne = marks.length >= named.length;
  const before = (marks[0]?.from ?? 0) < firstWord;
  return ticks.flatMap((tick) => {
    const following = named.find((word) => word.from >= tick.to);
    const preceding = named.findLast((word) => word.to <= tick.from);
    if (everyWordHasOne) {
      return (before ? following : preceding) ?? [];
    }
    const gapAfter = following === undefined ? Infinity : text.slice(tick.to, following.from).length;
    const gapBefore = preceding === undefined ? Infinity : text.slice(preceding.to, tick.from).length;
    return (gapAfter <= gapBefore ? following : preceding) ?? [];
  });
}
