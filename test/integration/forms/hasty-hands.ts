import * as fc from 'fast-check';
import type { LaidOutBlock, LaidOutCell } from '#shared/forms/form-layout.ts';

/** What people do to a form beyond its style. */
export type Habit = {
  /** Column names spaced out, broken over two lines, or starred as required. */
  readonly headers: 'plain' | 'spaced' | 'broken' | 'starred';
  /** Row numbers with gaps, as after deleting rows, or left out. */
  readonly numbering: 'plain' | 'gaps' | 'none';
  /** The last row of a list of people sums up; a note stands under it. */
  readonly totals: boolean;
  readonly notes: boolean;
  /** The columns of lists of people in another order. */
  readonly columns: 'form' | 'reversed';
  /** A list split over pages: a second table with its header again. */
  readonly splitAfter: number | null;
  /** Names of two characters spaced to the width of three. */
  readonly spacedNames: boolean;
};

/** Any of them. */
export const habit: fc.Arbitrary<Habit> = fc.record({
  headers: fc.constantFrom('plain', 'spaced', 'broken', 'starred'),
  numbering: fc.constantFrom('plain', 'gaps', 'none'),
  totals: fc.boolean(),
  notes: fc.boolean(),
  columns: fc.constantFrom('form', 'reversed'),
  splitAfter: fc.constantFrom(null, 3, 7),
  spacedNames: fc.boolean(),
});

type Table = Extract<LaidOutBlock, { kind: 'table' }>;
type Row = readonly LaidOutCell[];
const people = /工作人员|专家情况|考评人员/u;

/** The form as people with these habits leave it. A table with merged cells keeps its rows and columns: only its texts change. */
export function withHabits(blocks: readonly LaidOutBlock[], habit: Habit): LaidOutBlock[] {
  return blocks.flatMap((block) => (block.kind === 'table' && people.test(block.title) ? peopleTable(block, habit) : [block]));
}

function peopleTable(table: Table, habit: Habit): LaidOutBlock[] {
  const merged = table.rows.some((row) => row.some(({ down = 1 }) => down > 1));
  const [first = [], ...body] = table.rows;
  const names = first.map(({ text }) => text.replace(/[（(].*$/u, ''));
  const nameColumn = names.indexOf('姓名');
  const numberColumn = names.indexOf('序号');
  const header = first.map((cell) => ({ ...cell, text: headerText(cell.text, habit) }));
  const rows = body.map((row, index) =>
    row.map((cell, column) => {
      if (column === numberColumn && cell.text !== '' && /^\d+$/u.test(cell.text)) {
        return { ...cell, text: habit.numbering === 'none' ? '' : habit.numbering === 'gaps' ? String((index + 1) * 2 + 1) : cell.text };
      }
      return column === nameColumn && habit.spacedNames && /^[\u4e00-\u9fff]{2}$/u.test(cell.text)
        ? { ...cell, text: Array.from(cell.text).join('　') }
        : cell;
    }),
  );
  if (merged) {
    return [{ ...table, rows: [header, ...rows] }];
  }
  const even = [header, ...rows].every((row) => row.length === header.length);
  const turned = (row: Row): Row => (habit.columns === 'reversed' && even ? row.toReversed() : row);
  const extra: Row[] = [
    ...(habit.totals ? [[{ text: `合计：${rows.length} 人`, across: table.columns }]] : []),
    ...(habit.notes ? [[{ text: '注：人员证书复印件另附，按本表顺序装订。', across: table.columns }]] : []),
  ];
  const at = habit.splitAfter;
  const pages = at === null || rows.length <= at ? [rows] : [rows.slice(0, at), rows.slice(at)];
  return pages.map((page, index) => ({
    ...table,
    rows: [header, ...page].map(turned).concat(index === pages.length - 1 ? extra : []),
  }));
}

function headerText(text: string, { headers }: Habit): string {
  switch (headers) {
    case 'spaced':
      return text.length <= 4 ? Array.from(text).join('  ') : text;
    case 'broken':
      return text.length >= 4 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text;
    case 'starred':
      return `*${text}`;
    case 'plain':
      return text;
  }
}
