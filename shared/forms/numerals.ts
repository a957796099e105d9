import { plain } from './text.ts';

const digits = new Map(Array.from('零一二三四五六七八九').map((character, value) => [character, value]));
for (const [character, value] of [
  ['〇', 0],
  ['○', 0],
  ['O', 0],
  ['两', 2],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
] as const) {
  digits.set(character, value);
}

/** The whole number that Chinese numerals say (二〇二二 → 2022, 二十 → 20, 一百零五 → 105), or null. */
export function chineseNumber(text: string): number | null {
  const characters = Array.from(text);
  if (characters.length === 0 || !characters.every((character) => digits.has(character) || '十百千万'.includes(character))) {
    return null;
  }
  if (characters.every((character) => digits.has(character))) {
    return Number(characters.map((character) => digits.get(character)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const unit = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[character];
    if (unit === undefined) {
      digit = digits.get(character) ?? 0;
    } else if (unit === 10_000) {
      total = (total + section + (digit ?? 0)) * unit;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

/** A number as read: `sure` is false where other words stood with it that may change what it means. */
export type ReadNumber = { readonly value: number; readonly sure: boolean };

const harmless =
  /^(约|共|计|合计|总计|m2|m²|平方米|平方|平米|㎡|台|套|个|件|张|把|架|辆|部|组|只|块|副|支|台\(套\)|台\/套|台套|年|岁|周岁|人|人次|月|个月|\.|,|:)*$/iu;

/** The first number in the text (80平方米, 160 m², 1，200, 二十台, ８), or null. */
export function readNumber(text: string): ReadNumber | null {
  const compact = plain(text).replaceAll(/(?<=\d),(?=\d{3}(\D|$))/gu, '');
  const numeral = /\d+(\.\d+)?/u.exec(compact);
  if (numeral !== null) {
    const rest = compact.replace(numeral[0], '').replace(/m2$/iu, '');
    return { value: Number(numeral[0]), sure: harmless.test(rest) };
  }
  const chinese = /[零〇一二两三四五六七八九十百千]+/u.exec(compact);
  const value = chinese === null ? null : chineseNumber(chinese[0]);
  return chinese === null || value === null ? null : { value, sure: harmless.test(compact.replace(chinese[0], '')) };
}
