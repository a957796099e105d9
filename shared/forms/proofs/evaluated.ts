import { readNumber } from '../numerals.ts';
import { plain } from '../text.ts';
import { compactText, type ReadDocument } from './text-lines.ts';

/** How many people a document says the enterprise has evaluated itself (等级认定自主评价) in one occupation. */
export type Evaluated = { readonly occupation: string; readonly people: number };

/**
 * Reads 「工业机器人系统运维员 等级认定自主评价 236 人」 out of a document, from a table with the columns 职业 and 自主评价人数 or from its
 * sentences, for the occupations named. What is said of one year, of 人次 (an evaluation is not a person) or of several occupations at
 * once is no number of an occupation and is left to a person; so is an occupation that is given two numbers.
 */
export function readEvaluated({ pages, rows }: ReadDocument, occupations: readonly string[]): Evaluated[] {
  // A PDF's columns are apart by spaces; its sentences run on from line to line.
  const lines = rows.length > 0 ? rows : pages.flatMap(({ text }) => text.split('\n').map((line) => line.trim().split(/\s+/u)));
  const texts = [...lines.map((cells) => plain(cells.join(' '))), ...(rows.length > 0 ? [] : [compactText(pages)])];
  return agreed([...ofTable(lines, occupations), ...texts.flatMap((text) => ofText(text, occupations))]);
}

/** Each occupation once, and not at all where it is given different numbers. */
export function agreed(all: readonly Evaluated[]): Evaluated[] {
  const isSame = (one: Evaluated, other: Evaluated): boolean => one.occupation === other.occupation;
  return all.filter(
    (one, index) =>
      all.every((other) => !isSame(one, other) || other.people === one.people) && all.findIndex((other) => isSame(one, other)) === index,
  );
}

const occupationLabel = /^(?:申报|评价)?(?:职业|工种)(?:\(工种\))?(?:名称)?$/u;
const peopleLabel = /自主评价(?!.*人次)/u;
const sumLabel = /^(?:合计|总计|共计|累计|小计)/u;

/** The rows of an occupation (one per year, level or batch of it) add up. */
function ofTable(lines: readonly (readonly string[])[], occupations: readonly string[]): Evaluated[] {
  const table = lines.map((row) => row.map((cell) => plain(cell)));
  const header = table.findIndex((row) => row.some((label) => occupationLabel.test(label)) && row.some((label) => peopleLabel.test(label)));
  const occupationColumn = table[header]?.findIndex((label) => occupationLabel.test(label)) ?? -1;
  const peopleColumn = table[header]?.findIndex((label) => peopleLabel.test(label)) ?? -1;
  const sums = new Map<string, number>();
  let occupation: string | undefined;
  for (const row of header === -1 ? [] : table.slice(header + 1)) {
    const named = row[occupationColumn] ?? '';
    // An empty cell belongs to the name above it: people write an occupation once for all its years.
    occupation = named === '' ? occupation : occupations.find((name) => plain(name) === named);
    const people = readNumber(row[peopleColumn] ?? '');
    if (occupation !== undefined && people?.sure === true && !row.some((cell) => sumLabel.test(cell))) {
      sums.set(occupation, (sums.get(occupation) ?? 0) + people.value);
    }
  }
  return [...sums].map(([name, people]) => ({ occupation: name, people }));
}

const planned = /计划|预计|拟|目标|力争|将/u;
const ofOneYear = /(?:19|20)\d{2}年(?!.*(?:累计|合计|总计|共|截至|以来))/u;
const count = /自主评价(?:(?!培训)\D){0,24}?(\d+)(?:余|多)?(?:名|位)?人(?!次)/gu;

function ofText(text: string, occupations: readonly string[]): Evaluated[] {
  return text.split(/[。；;]/u).flatMap((sentence) => {
    // 「236 人，其中二级以上 30 人」 is one number.
    const [said = ''] = sentence.replaceAll(/(?<=\d),(?=\d{3})/gu, '').split('其中');
    const counts = [...said.matchAll(count)];
    const named = occupations.filter((name) => said.includes(plain(name)));
    const [occupation, ...others] = named;
    const isOne = counts.length === 1 && others.length === 0 && said.match(/(?<!\d)\d+\D{0,3}人/gu)?.length === 1;
    return !isOne || occupation === undefined || planned.test(said) || ofOneYear.test(said)
      ? []
      : [{ occupation, people: Number(counts[0]?.[1]) }];
  });
}
