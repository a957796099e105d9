import type { Application } from '../domain/application.ts';
import type { ColumnKey, Columns } from './columns.ts';
import type { FormLine } from './grid.ts';
import { type Note, label, sureness } from './notes.ts';
import { readNumber } from './numerals.ts';
import { readPostAndTitle } from './post-and-title.ts';
import type { ListPart } from './sections.ts';
import { asciiNumber, plain, saysNothing, tidy } from './text.ts';

type Person = { readonly cells: Partial<Record<ColumnKey, string>>; readonly source: string; readonly aside: string };
export type People = Pick<Application, 'staff' | 'experts' | 'assessors'>;

/** Reads the three lists of people; `occupations` are the names applied for, by which sub-headings are recognised. */
export function readPeople(parts: readonly ListPart[], occupations: readonly string[]): People & { notes: Note[] } {
  const notes: Note[] = [];
  const rows = (section: ListPart['section']): Person[] =>
    parts.filter((part) => part.section === section).flatMap((part) => personsOf(part, occupations));
  const take = (person: Person, key: ColumnKey, field: string): string =>
    label(tidy(person.cells[key] ?? ''), { notes, field: `${field}.${key}`, source: person.source });

  const staff = rows('staff').map((person, index) => {
    const field = `staff.${index}`;
    noteRow(notes, person, field);
    const both = person.cells.postAndTitle === undefined ? null : readPostAndTitle(person.cells.postAndTitle);
    return {
      ...identity(person, { notes, field }),
      age: wholeNumber(person.cells.age, { notes, field: `${field}.age`, source: person.source }),
      idNumber: idNumber(person, { notes, field }),
      education: take(person, 'education', field),
      post: both?.post ?? take(person, 'post', field),
      title: both?.title ?? title(person),
      duty: take(person, 'duty', field),
    };
  });
  const experts = rows('experts').map((person, index) => {
    const field = `experts.${index}`;
    noteRow(notes, person, field);
    return {
      ...identity(person, { notes, field }),
      idNumber: idNumber(person, { notes, field }),
      education: take(person, 'education', field),
      title: title(person),
      field: fieldOf(person, { notes, field }),
    };
  });
  const assessors = rows('assessors').map((person, index) => {
    const field = `assessors.${index}`;
    noteRow(notes, person, field);
    return {
      ...identity(person, { notes, field }),
      education: take(person, 'education', field),
      title: title(person),
      years: number(person.cells.years, { notes, field: `${field}.years`, source: person.source }),
      field: fieldOf(person, { notes, field }),
      certificate: asciiNumber(person.cells.certificate ?? '').slice(0, 400),
    };
  });
  return { staff, experts, assessors, notes };
}

/** One person per row and half; blank and pre-numbered rows are skipped, 同上 is filled in from the row above. */
function personsOf(part: ListPart, occupations: readonly string[]): Person[] {
  const people: Person[] = [];
  let aside = occupationNamed(part.heading, occupations);
  const previous = new Map<ColumnKey, string>();
  for (const line of part.lines) {
    const written = line.cells.filter((cell) => cell.from === 'here' && cell.text.trim() !== '');
    if (written.length === 1) {
      const named = occupationNamed(written[0]?.text ?? '', occupations);
      if (named !== '') {
        aside = named;
        continue;
      }
    }
    if (/^(合计|小计|总计|共计|注[:：]|备注|说明[:：])/u.test(plain(written[0]?.text ?? ''))) {
      continue;
    }
    for (const columns of part.halves) {
      const cells = cellsOf(line, columns, previous);
      const filled = [...columns.keys()].filter((key) => key !== 'sequence' && (cells[key] ?? '') !== '' && isOwn(line, columns, key));
      // A row that was only numbered beforehand is no person, wherever the number stands.
      if (!/^\d*$/u.test(plain(cells.name ?? '')) || filled.length > 1) {
        people.push({ cells, source: line.source, aside });
      }
    }
  }
  return people;
}

function isOwn(line: FormLine, columns: Columns, key: ColumnKey): boolean {
  return line.cells[columns.get(key) ?? -1]?.from === 'here';
}

function cellsOf(line: FormLine, columns: Columns, previous: Map<ColumnKey, string>): Person['cells'] {
  const cells: Partial<Record<ColumnKey, string>> = {};
  for (const [key, column] of columns) {
    const text = line.cells[column]?.text ?? '';
    const same = /^(同上|〃|″|"|''|”|同)$/u.test(plain(text));
    cells[key] = same ? (previous.get(key) ?? '') : text;
    if (text.trim() !== '' && !same) {
      previous.set(key, text);
    }
  }
  return cells;
}

function occupationNamed(text: string, occupations: readonly string[]): string {
  return occupations.find((name) => name !== '' && plain(text).includes(plain(name))) ?? '';
}

type At = { notes: Note[]; field: string };

function noteRow(notes: Note[], person: Person, field: string): void {
  notes.push({ field, source: person.source, confidence: plain(person.cells.name ?? '') === '' ? sureness.unread : sureness.plain });
}

function identity(person: Person, { notes, field }: At): { name: string; sex: string } {
  const name = tidy(person.cells.name ?? '');
  const sex = tidy(person.cells.sex ?? '');
  return {
    name: label(/^[\u3400-\u9fff·\s]+$/u.test(name) ? name.replaceAll(/\s/gu, '') : name, {
      notes,
      field: `${field}.name`,
      source: person.source,
    }),
    sex: /^(男性?|m|♂)$/iu.test(sex)
      ? '男'
      : /^(女性?|f|♀)$/iu.test(sex)
        ? '女'
        : label(sex, { notes, field: `${field}.sex`, source: person.source }),
  };
}

/** Spreadsheets keep only 15 digits of a number: an ID number typed as one is lost, and the reader says so. */
function idNumber(person: Person, { notes, field }: At): string {
  const text = plain(person.cells.idNumber ?? '')
    .toUpperCase()
    .replace(/^['’`]/u, '')
    .replaceAll(/[-‐–—]/gu, '');
  if (text !== '' && !/^\d{17}[\dX]$/u.test(text)) {
    notes.push({ field: `${field}.idNumber`, source: person.source, confidence: sureness.unread });
  } else if (/^\d{15}000$/u.test(text)) {
    notes.push({ field: `${field}.idNumber`, source: person.source, confidence: sureness.guessed });
  }
  return text.slice(0, 400);
}

function title(person: Person): string {
  const text = tidy(person.cells.title ?? '');
  return saysNothing(text) ? '' : text.slice(0, 400);
}

function fieldOf(person: Person, { notes, field }: At): string {
  const text = tidy(person.cells.field ?? '');
  if (text !== '') {
    return text.slice(0, 400);
  }
  notes.push({ field: `${field}.field`, source: person.source, confidence: person.aside === '' ? sureness.missing : sureness.derived });
  return person.aside;
}

function number(text: string | undefined, at: At & { source: string }): number | null {
  if (text === undefined || saysNothing(text)) {
    return null;
  }
  const read = readNumber(text);
  // A year (1985年生, 2010年起) is no age and no count of years.
  const value = read === null || read.value > 150 ? null : read.value;
  if (value === null || read?.sure !== true) {
    at.notes.push({ field: at.field, source: at.source, confidence: value === null ? sureness.unread : sureness.guessed });
  }
  return value;
}

function wholeNumber(text: string | undefined, at: At & { source: string }): number | null {
  const value = number(text, at);
  return value === null ? null : Math.floor(value);
}
