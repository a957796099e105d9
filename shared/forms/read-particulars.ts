import type { Application } from '../domain/application.ts';
import { readApplicantType } from './applicant-type.ts';
import { readDate } from './dates.ts';
import type { FormLine } from './grid.ts';
import { type Note, sureness } from './notes.ts';
import { asciiNumber, plain, saysNothing, tidy } from './text.ts';

type Key =
  | 'name'
  | 'authority'
  | 'type'
  | 'creditCode'
  | 'address'
  | 'postcode'
  | 'head'
  | 'contact'
  | 'post'
  | 'title'
  | 'phone'
  | 'email'
  | 'filedOn';

const labels: readonly (readonly [Key, string])[] = [
  ['name', '(?:申报|申请)(?:单位|机构)(?:名称|全称)?|(?:单位|机构)(?:名称|全称)'],
  ['authority', '(?:行业)?主管(?:部门|单位)'],
  ['type', '(?:机构|单位)(?:类型|类别|性质)'],
  ['creditCode', '(?:统一)?(?:社会)?信用代码|组织机构代码'],
  ['address', '(?:申报|申请)?(?:单位|机构)?(?:详细|办公|通讯)?(?:地址|住所)'],
  ['postcode', '邮政编码|邮编'],
  ['head', '(?:单位|机构)?负责人(?:姓名)?|法定代表人|法人代表'],
  ['contact', '联系人(?:姓名)?'],
  ['post', '职务'],
  ['title', '(?:专业技术)?职称(?:\\(职业资格\\)|/职业资格|、职业资格|或职业资格)?'],
  ['phone', '(?:联系|办公|固定|移动)?电话(?:号码)?|联系方式|手机(?:号码?)?'],
  ['email', '电子(?:邮箱|邮件|信箱)|邮箱|e-?mail'],
  ['filedOn', '(?:填报|申报|填表)(?:时间|日期)'],
];
const whole = labels.map(([key, pattern]) => [key, new RegExp(`^\\*?(?:${pattern})(?:\\((?:盖章|公章)\\))?[:：]?$`, 'iu')] as const);
const seal = /[（(]\s*(?:盖\s*章|公\s*章|印\s*章|签\s*章)\s*[)）]/gu;
/** Labels inside running text need their colon; the writer may space the characters out. */
const inText = new RegExp(
  labels
    .map(([key, pattern]) => `(?<${key}>${spaced(pattern)})`)
    .join('|')
    .replace(/^/u, '(?:')
    .replace(/$/u, ')(?:\\s*[（(]\\s*(?:盖\\s*章|公\\s*章)\\s*[)）])?\\s*[:：]'),
  'giu',
);

type Person = Application['applicant']['head'];
export type Particulars = { applicant: Application['applicant']; filedOn: string | null; recognised: number; notes: Note[] };
type Found = { readonly key: Key; readonly value: string; readonly source: string; readonly inTable: boolean };

/** Reads who applies: the labelled fields before the lists, in a table or in running text. */
export function readParticulars(lines: readonly FormLine[]): Particulars {
  const found = lines.flatMap((line) => (line.table === null ? valuesInText(line.cells[0]?.text ?? '', line) : valuesInRow(line)));
  const notes: Note[] = [];
  const values = new Map<string, Found>();
  let person: 'head' | 'contact' = 'head';
  for (const item of found) {
    if (item.key === 'head' || item.key === 'contact') {
      person = item.key;
    }
    const field = fieldOf(item.key, person);
    const before = values.get(field);
    if (before === undefined || before.value === '' || (item.inTable && !before.inTable && item.value !== '')) {
      values.set(field, item);
    }
  }
  const take = (field: string): string => {
    const item = values.get(field);
    const confidence = item === undefined || item.value === '' ? sureness.missing : sureness.plain;
    notes.push({ field, source: item?.source ?? '', confidence });
    return (item?.value ?? '').slice(0, 400);
  };
  const takePerson = (who: 'head' | 'contact'): Person => {
    const field = `applicant.${who}`;
    const name = take(`${field}.name`);
    return {
      name: /^[\u3400-\u9fff·\s]+$/u.test(name) ? name.replaceAll(/\s/gu, '') : name,
      post: take(`${field}.post`),
      title: take(`${field}.title`),
      phone: asciiNumber(take(`${field}.phone`)),
      email: take(`${field}.email`).replaceAll(/\s/gu, '').replaceAll('＠', '@'),
    };
  };
  const typed = values.get('applicant.type');
  const type = readApplicantType(typed?.value ?? '');
  notes.push({
    field: 'applicant.type',
    source: typed?.source ?? '',
    confidence: typed === undefined ? sureness.missing : type.confidence,
  });
  const filed = values.get('filedOn');
  const filedOn = filed === undefined ? null : readDate(filed.value);
  notes.push({
    field: 'filedOn',
    source: filed?.source ?? '',
    confidence: filedOn === null ? (filed?.value ? sureness.unread : sureness.missing) : sureness.plain,
  });
  const creditCode = values.get('applicant.creditCode');
  if (creditCode !== undefined) {
    notes.push({ field: 'applicant.creditCode', source: creditCode.source, confidence: sureness.plain });
  }
  const code = plain(creditCode?.value ?? '').toUpperCase();
  return {
    applicant: {
      name: take('applicant.name'),
      type: type.type,
      creditCode: code === '' ? null : code.slice(0, 400),
      authority: take('applicant.authority'),
      address: take('applicant.address'),
      postcode: asciiNumber(take('applicant.postcode')).replaceAll(' ', ''),
      head: takePerson('head'),
      contact: takePerson('contact'),
    },
    filedOn,
    recognised: [...values.values()].filter((item) => item.value !== '').length,
    notes,
  };
}

function spaced(pattern: string): string {
  return pattern
    .replaceAll(/(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])/gu, '\\s*')
    .replaceAll(/\\\(/gu, '[（(]')
    .replaceAll(/\\\)/gu, '[)）]');
}

const personal: readonly Key[] = ['post', 'title', 'phone', 'email'];

function fieldOf(key: Key, person: 'head' | 'contact'): string {
  if (key === 'filedOn') {
    return key;
  }
  if (key === 'head' || key === 'contact') {
    return `applicant.${key}.name`;
  }
  return personal.includes(key) ? `applicant.${person}.${key}` : `applicant.${key}`;
}

/** 标签：值 pairs in running text; several may share a line. */
function valuesInText(text: string, line: FormLine): Found[] {
  const matches = [...text.matchAll(inText)];
  return matches.flatMap((match, index) => {
    const key = labels.find(([candidate]) => match.groups?.[candidate] !== undefined)?.[0];
    const value = clean(text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length));
    return key === undefined ? [] : [{ key, value, source: line.source, inTable: line.table !== null }];
  });
}

/** Label and value in neighbouring cells, or both in one cell. */
function valuesInRow(line: FormLine): Found[] {
  const found: Found[] = [];
  const written = line.cells.filter((cell) => cell.from === 'here');
  for (const [index, cell] of written.entries()) {
    const key = labelOf(cell.text);
    if (key === null) {
      found.push(...valuesInText(cell.text, line));
      continue;
    }
    const next = written.slice(index + 1).find((candidate) => candidate.text.trim() !== '');
    const value =
      next === undefined || labelOf(next.text) !== null ? '' : key === 'type' ? typeText(written.slice(index + 1)) : clean(next.text);
    found.push({ key, value, source: line.source, inTable: true });
  }
  return found;
}

/** Each type may stand in a cell of its own, with the mark in another. */
function typeText(cells: readonly { readonly text: string }[]): string {
  return cells
    .map((cell) => cell.text)
    .filter((text) => text.trim() !== '')
    .join('  ');
}

function labelOf(text: string): Key | null {
  const compact = plain(text);
  return compact.length > 24 ? null : (whole.find(([, pattern]) => pattern.test(compact))?.[0] ?? null);
}

function clean(text: string): string {
  const value = tidy(text.replaceAll(seal, ' '));
  return saysNothing(value) ? '' : value;
}
