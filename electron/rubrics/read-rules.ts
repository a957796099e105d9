import type { Rule, SimpleRule } from '#shared/domain/rubric.ts';
import type { CellValues } from './cell-values.ts';
import { choices, type ColumnOf, sheets } from './columns.ts';
import type { FileRow } from './read-cells.ts';

type RuleRow = FileRow<'rules'>;
type Kind = SimpleRule['kind'];

const kinds = ['threshold', 'proportional', 'per-unit', 'linear', 'bands', 'checklist', 'choice'] as const satisfies readonly Kind[];

/** What the rows of each kind say, beside which item and part they belong to. */
const used: Readonly<Record<Kind, readonly ColumnOf<'rules'>[]>> = {
  threshold: ['unit', 'at', 'points', 'otherwise'],
  proportional: ['unit', 'value', 'at', 'points'],
  'per-unit': ['unit', 'each', 'points'],
  linear: ['unit', 'value', 'at', 'points'],
  bands: ['unit', 'value', 'at', 'points', 'each'],
  checklist: ['option', 'optionText', 'points'],
  choice: ['option', 'optionText', 'points'],
};

/** The rule that an item's rows make; rows with a 分项编号 make one of parts. `undefined` where something in them is wrong. */
export function readRule(rows: readonly RuleRow[], values: CellValues): Rule | undefined {
  const [first] = rows;
  if (first === undefined) {
    return undefined;
  }
  if (rows.every((row) => values.isEmpty(row('part')))) {
    return readSimpleRule(rows, values);
  }
  const groups = new Map<string, RuleRow[]>();
  for (const row of rows) {
    const part = row('part').text;
    groups.set(part, [...(groups.get(part) ?? []), row]);
  }
  const parts = [...groups.values()].flatMap((group) => {
    const [head = first] = group;
    const code = values.id(head('part'));
    const text = values.text(head('partText'), 20_000);
    sameInAll(group, 'partText', values);
    const rule = readSimpleRule(group, values);
    return code === undefined || text === undefined || rule === undefined ? [] : [{ code, text, rule }];
  });
  if (groups.size < 2) {
    return values.refuse(first('part'), 'rubric-file/row-count', { wanted: '≥ 2', count: groups.size });
  }
  return parts.length === groups.size ? { kind: 'parts', parts } : undefined;
}

function readSimpleRule(rows: readonly RuleRow[], values: CellValues): SimpleRule | undefined {
  const [first] = rows;
  const kind = first === undefined ? undefined : values.oneOf(first('kind'), choices.rule, kinds);
  if (first === undefined || kind === undefined) {
    return undefined;
  }
  const before = values.problems.length;
  for (const column of ['kind', 'unit', 'value'] as const) {
    sameInAll(rows, column, values);
  }
  for (const row of rows) {
    for (const column of Object.keys(sheets.rules.columns)) {
      if (isOfRule(column) && !used[kind].includes(column) && !values.isEmpty(row(column))) {
        values.refuse(row(column), 'rubric-file/row-unused');
      }
    }
  }
  const single = kind === 'threshold' || kind === 'proportional' || kind === 'per-unit';
  const least = kind === 'linear' || kind === 'choice' ? 2 : 1;
  if (rows.length < least || (single && rows.length > 1)) {
    values.refuse(first('item'), 'rubric-file/row-count', { wanted: single ? '1' : `≥ ${least}`, count: rows.length });
  }
  const rule = ruleOf(kind, { first, rows, values });
  return values.problems.length > before ? undefined : rule;
}

const ofRule: readonly string[] = ['unit', 'value', 'at', 'points', 'otherwise', 'each', 'option', 'optionText'];
const isOfRule = (column: string): column is ColumnOf<'rules'> => ofRule.includes(column);

/** The rule, with stand-ins where a cell was wrong: its caller drops it then. */
function ruleOf(kind: Kind, { first, rows, values }: { first: RuleRow; rows: readonly RuleRow[]; values: CellValues }): SimpleRule {
  const points = (row: RuleRow, column: 'points' | 'otherwise' | 'each' = 'points'): string => values.points(row(column)) ?? '0.00';
  const decimal = (row: RuleRow): string => values.decimal(row('at')) ?? '0';
  const unit = (): string => values.text(first('unit'), 400) ?? '';
  const value = () => values.oneOf(first('value'), choices.value, ['number', 'ratio']) ?? 'number';
  const options = () =>
    rows.map((row) => ({ code: values.id(row('option')) ?? '-', text: values.text(row('optionText'), 20_000) ?? '', points: points(row) }));
  switch (kind) {
    case 'threshold':
      return { kind, unit: unit(), atLeast: decimal(first), points: points(first), otherwise: points(first, 'otherwise') };
    case 'proportional':
      return { kind, unit: unit(), value: value(), full: decimal(first), points: points(first) };
    case 'per-unit':
      return { kind, unit: unit(), each: points(first, 'each'), cap: points(first) };
    case 'linear':
      return { kind, unit: unit(), value: value(), knots: rows.map((row) => ({ at: decimal(row), points: points(row) })) };
    case 'bands':
      return { kind, unit: unit(), value: value(), bands: rows.map((row) => bandOf(row, { values, points, decimal })) };
    case 'checklist':
      return { kind, boxes: options() };
    case 'choice':
      return { kind, options: options() };
  }
}

type Band = Extract<SimpleRule, { kind: 'bands' }>['bands'][number];
type Readers = {
  readonly values: CellValues;
  readonly points: (row: RuleRow, column?: 'points' | 'each') => string;
  readonly decimal: (row: RuleRow) => string;
};

/** A band gives fixed points or points per one, never both. */
function bandOf(row: RuleRow, { values, points, decimal }: Readers): Band {
  const from = decimal(row);
  if (values.isEmpty(row('each'))) {
    return { from, points: points(row) };
  }
  if (!values.isEmpty(row('points'))) {
    values.refuse(row('each'), 'rubric-file/row-unused');
  }
  return { from, perOne: points(row, 'each') };
}

function sameInAll(rows: readonly RuleRow[], column: ColumnOf<'rules'>, values: CellValues): void {
  const [first] = rows;
  const other = rows.find((row) => row(column).text !== first?.(column).text);
  if (other !== undefined) {
    values.refuse(other(column), 'rubric-file/rows-differ');
  }
}
