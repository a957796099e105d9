import { type Columns, type ListSection, readHeader } from './columns.ts';
import type { FormGrid, FormLine } from './grid.ts';
import { plain } from './text.ts';

/** A list with its columns and the heading over it (which may name the occupation). */
export type ListPart = {
  readonly kind: 'list';
  readonly section: ListSection;
  readonly heading: string;
  readonly halves: readonly Columns[];
  readonly lines: FormLine[];
};
/** The venue table of one occupation. */
export type VenuePart = { readonly kind: 'venue'; readonly heading: string; readonly source: string; readonly lines: FormLine[] };
/** Labels with their values: 申报单位, 地址, 负责人 … */
export type ParticularsPart = { readonly kind: 'particulars'; readonly lines: FormLine[] };
export type FormPart = ListPart | VenuePart | ParticularsPart;

const headings: readonly (readonly [ListSection | 'venue' | 'particulars', RegExp])[] = [
  ['venue', /场地.*设备|场地设施|设备情况/u],
  ['occupations', /拟开展|职业.*范围|申报职业(情况|一览|目录|\(工种\))|^申报(的)?职业$/u],
  ['assessors', /考评(人)?员/u],
  ['experts', /专家/u],
  ['staff', /工作人员|管理人员(情况|名单|一览)/u],
  ['regulations', /规章制度|管理制度|制度目录/u],
  ['particulars', /基本情况|基本信息|单位(情况|信息)/u],
];
const venueLabel = /^(考核场地|理论(知识)?考(试|核)场地面积|技能考核场地面积|(实际)?操作技能考核场地面积|考核设备|检测设备)/u;
const note = /^(注|说明|备注)[:1-9]/u;

/** Divides a form into its parts by headings and column names, wherever they stand. */
export function divideForm(grid: FormGrid): FormPart[] {
  const parts: FormPart[] = [{ kind: 'particulars', lines: [] }];
  /** The heading last seen, until something under it begins. */
  let over: { section: ListSection; text: string } | null = null;
  let heading = '';
  for (const line of grid.lines) {
    const written = line.cells.filter((cell) => cell.from !== 'left' && cell.text.trim() !== '');
    const current = parts.at(-1);
    const [first] = written;
    if (first === undefined || current === undefined || note.test(plain(first.text))) {
      continue;
    }
    const named = written.length === 1 ? headingOf(first.text) : null;
    if (named !== null) {
      heading = first.text;
      over = named === 'venue' || named === 'particulars' ? null : { section: named, text: first.text };
      if (named === 'venue') {
        parts.push({ kind: 'venue', heading, source: line.source, lines: [] });
      } else if (named === 'particulars') {
        parts.push({ kind: 'particulars', lines: [] });
      }
      continue;
    }
    const beside = first.from === 'here' || first.from === 'above' ? headingOf(first.text) : null;
    const expected = over?.section ?? (beside !== null && beside !== 'venue' && beside !== 'particulars' ? beside : null);
    const header = readHeader(line, expected ?? (current.kind === 'list' ? current.section : null));
    if (header !== null) {
      const fromHeading = isPeople(expected) && (header.section === 'people' || isPeople(header.section)) ? expected : null;
      const section = fromHeading ?? (header.section === 'people' ? peopleAfter(current) : header.section);
      const repeated =
        over === null && current.kind === 'list' && current.section === section && sameColumns(current.halves, header.halves);
      if (!repeated) {
        parts.push({ kind: 'list', section, heading: over?.text ?? (beside === null ? '' : first.text), halves: header.halves, lines: [] });
      }
      over = null;
      continue;
    }
    const startsVenue = first.from === 'here' && venueLabel.test(plain(first.text));
    if (startsVenue && (current.kind !== 'venue' || repeatsVenue(current, first.text))) {
      parts.push({
        kind: 'venue',
        heading: current.kind === 'venue' ? '' : over === null ? '' : heading,
        source: line.source,
        lines: [line],
      });
      over = null;
      continue;
    }
    if (over?.section === 'regulations' || beside === 'regulations') {
      // 已建立规章制度目录 with the list beside or under it, without a header of its own.
      const last = parts.at(-1);
      if (last?.kind === 'list' && last.section === 'regulations' && last.halves.length === 0) {
        last.lines.push(line);
      } else {
        parts.push({ kind: 'list', section: 'regulations', heading: over?.text ?? first.text, halves: [], lines: [line] });
      }
      continue;
    }
    (current.kind === 'list' && line.table === null && written.length === 1 ? particularsOf(parts) : current).lines.push(line);
  }
  return parts;
}

/** What a heading announces, or null where the text is no heading. */
function headingOf(text: string): ListSection | 'venue' | 'particulars' | null {
  const compact = plain(text);
  if (compact.length > 60 || /[:。]./u.test(compact.replace(/[(（].*[)）]/u, '')) || compact.endsWith('申报表')) {
    return null;
  }
  const bare = compact.replace(/^[(]?[一二三四五六七八九十\d]{1,3}[)、.]/u, '').replaceAll(/[(].*[)]/gu, '');
  if (/制度$|守则|规程$|人员$|工程师|主任/u.test(bare) && !/^(已建立)?规章制度$|^工作人员$|^考评(人)?员$/u.test(bare)) {
    return null;
  }
  return headings.find(([, pattern]) => pattern.test(bare) || pattern.test(compact))?.[0] ?? null;
}

function isPeople(section: string | null): section is 'staff' | 'experts' | 'assessors' {
  return section === 'staff' || section === 'experts' || section === 'assessors';
}

/** A list of people whose columns do not tell which: the form's own order 工作人员, 专家, 考评人员. */
function peopleAfter(current: FormPart): ListSection {
  return current.kind === 'list' && current.section === 'staff'
    ? 'experts'
    : current.kind === 'list' && current.section === 'experts'
      ? 'experts'
      : 'staff';
}

function sameColumns(a: readonly Columns[], b: readonly Columns[]): boolean {
  return JSON.stringify(a.map((half) => [...half.keys()])) === JSON.stringify(b.map((half) => [...half.keys()]));
}

/** A second 考核场地 without a heading between: the next occupation's table. */
function repeatsVenue(part: VenuePart, label: string): boolean {
  const key = plain(label).slice(0, 4);
  return (
    key === '考核场地' && part.lines.some((line) => line.cells.some((cell) => cell.from === 'here' && plain(cell.text).startsWith(key)))
  );
}

function particularsOf(parts: FormPart[]): FormPart {
  const last: ParticularsPart = { kind: 'particulars', lines: [] };
  parts.push(last);
  return last;
}
