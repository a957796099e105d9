import { plain } from './text.ts';
import type { FormLine } from './grid.ts';

export type ListSection = 'staff' | 'experts' | 'assessors' | 'regulations' | 'occupations';

const personColumns = [
  ['sequence', /^(序号|序|编号|no\.?)$/iu],
  ['name', /^(人员|专家|考评员|考评人员)?姓名$/u],
  ['sex', /^性别$/u],
  ['age', /^年龄|^周岁/u],
  ['idNumber', /身份证|证件号|公民身份/u],
  ['certificate', /(考评|证书|证卡).*号|考评员证/u],
  ['education', /学历|文化程度/u],
  ['years', /工龄|年限|从业时间|工作年数/u],
  ['postAndTitle', /^职务.*(职称|资格)/u],
  ['title', /职称|职业资格|技能等级/u],
  ['post', /^(现任)?(职务|岗位)$/u],
  ['duty', /分工|职责/u],
  ['field', /专业|方向|领域|职业|工种/u],
] as const;
const occupationColumns = [
  ['sequence', /^(序号|序)$/u],
  ['code', /编号|编码|代码/u],
  ['work', /^工种(名称)?$/u],
  ['level', /等级|级别/u],
  ['occupation', /职业|工种/u],
  ['note', /备注|说明/u],
] as const;
const regulationColumns = [
  ['sequence', /^(序号|序|编号)$/u],
  ['regulation', /制度|规程|^(文件)?名称$|目录/u],
  ['note', /备注|页码|文号|日期|时间/u],
] as const;

export type ColumnKey = (typeof personColumns)[number][0] | (typeof occupationColumns)[number][0] | (typeof regulationColumns)[number][0];

/** Where each column stands; a form set in two halves side by side has two of them. */
export type Columns = ReadonlyMap<ColumnKey, number>;

/** A line that names the columns of a list, which list that is (null: only its heading can tell), and each half's columns. */
export type Header = { readonly section: ListSection | 'people'; readonly halves: readonly Columns[]; readonly labels: string };

/** Reads a line as the header of a list, or returns null. */
export function readHeader(line: FormLine, expected: ListSection | null): Header | null {
  const labels = line.cells.map((cell) =>
    plain(cell.text)
      .replace(/[:*]+$/u, '')
      .replace(/^\*/u, ''),
  );
  const people = match(labels, personColumns);
  if (people !== null && people.has('name') && people.known >= 3) {
    return { section: peopleSection(people, labels.join('|')), halves: people.halves, labels: labels.join('|') };
  }
  const occupations = match(labels, occupationColumns);
  if (
    occupations !== null &&
    occupations.has('occupation') &&
    (occupations.has('level') || occupations.has('code')) &&
    occupations.known >= 2
  ) {
    return { section: 'occupations', halves: occupations.halves, labels: labels.join('|') };
  }
  const regulations = match(labels, regulationColumns);
  if (regulations !== null && regulations.has('regulation') && (regulations.has('sequence') || expected === 'regulations')) {
    const named = labels.some((label) => /^(规章|管理)?制度(名称|目录)$/u.test(label));
    return named || expected === 'regulations' ? { section: 'regulations', halves: regulations.halves, labels: labels.join('|') } : null;
  }
  return null;
}

type Match = { readonly known: number; readonly halves: readonly Columns[]; readonly has: (key: ColumnKey) => boolean };

/** Most of the cells must be column names, each short: a row of data may hold one such word, never mostly. */
function match(labels: readonly string[], lexicon: readonly (readonly [ColumnKey, RegExp])[]): Match | null {
  const halves: Map<ColumnKey, number>[] = [new Map()];
  let known = 0;
  let filled = 0;
  labels.forEach((label, column) => {
    if (label === '') {
      return;
    }
    filled++;
    const key = label.length > 24 ? undefined : lexicon.find(([, pattern]) => pattern.test(label))?.[0];
    if (key === undefined) {
      return;
    }
    known++;
    const half = halves.at(-1);
    if (half?.has(key) === true && (key === 'sequence' || key === 'name')) {
      halves.push(new Map([[key, column]]));
    } else if (half !== undefined && !half.has(key)) {
      half.set(key, column);
    }
  });
  return known === 0 || known / filled < 0.7 ? null : { known, halves, has: (key) => halves[0]?.has(key) === true };
}

function peopleSection(people: Match, labels: string): Header['section'] {
  if (people.has('certificate') || people.has('years') || labels.includes('考评')) {
    return 'assessors';
  }
  if (people.has('duty') || people.has('postAndTitle')) {
    return 'staff';
  }
  return people.has('idNumber') && people.has('field') && !people.has('age') ? 'experts' : 'people';
}
