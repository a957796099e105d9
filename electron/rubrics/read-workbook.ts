import type { CellProblem } from '#shared/api/rubrics.ts';
import { type Rubric, type RubricItem, rubricItemSchema, rubricSchema } from '#shared/domain/rubric.ts';
import { rubricProblems } from '#shared/rubric/problems.ts';
import type { WorkbookSheet } from '../forms/workbook-rows.ts';
import { CellValues } from './cell-values.ts';
import { aboutFields, choices } from './columns.ts';
import { type FileRow, type FileSheets, readFileSheets } from './read-cells.ts';
import { readRule } from './read-rules.ts';

export type ReadRubric = {
  /** null where something in the file is wrong. */
  readonly rubric: Rubric | null;
  /** What keeps the file from being a rubric, cell by cell. */
  readonly problems: readonly CellProblem[];
  /** What keeps the rubric from being signed yet; the chair can put it right in the draft too. */
  readonly open: readonly CellProblem[];
};

const fields = ['id', 'version', 'title', 'source', 'note', 'place'] as const;
const prose = 20_000;
const label = 400;

/** Reads a rubric from the sheets of its workbook. */
export function readRubricWorkbook(workbook: readonly WorkbookSheet[]): ReadRubric {
  const { sheets, problems } = readFileSheets(workbook);
  const values = new CellValues();
  if (problems.length > 0 || sheets.about === null || sheets.items === null) {
    return { rubric: null, problems, open: [] };
  }
  const about = readAbout(sheets.about, values);
  const codes = new Set(sheets.items.rows.map((row) => row('code').text));
  for (const row of [...(sheets.rules?.rows ?? []).map((one) => one('item')), ...(sheets.anchors?.rows ?? []).map((one) => one('item'))]) {
    if (!codes.has(row.text)) {
      values.refuse(row, 'rubric-file/item-unknown');
    }
  }
  if (sheets.items.rows.length === 0) {
    const cell = `${sheets.items.name}!A2`;
    values.problems.push({ cell, refusal: { code: 'rubric-file/no-items', details: { cell } } });
  }
  // A code that stands twice is a problem of the rubric; its rule and anchors go to the first.
  const seen = new Set<string>();
  const items = sheets.items.rows.map((row) => {
    const code = row('code').text;
    const isFirst = !seen.has(code);
    seen.add(code);
    return { code: row('code'), item: readItem(row, { sheets, values, isFirst }) };
  });
  if (values.problems.length > 0) {
    return { rubric: null, problems: values.problems, open: [] };
  }
  const rubric = rubricSchema.parse({ ...about, items: items.map(({ item }) => item) });
  const open = rubricProblems(rubric).map(({ item, refusal }) => ({
    cell: items.find(({ code }) => code.text === item)?.code.place ?? '',
    refusal,
  }));
  return { rubric, problems: [], open };
}

function readAbout(sheet: NonNullable<FileSheets['about']>, values: CellValues) {
  const said = sheet.rows.map((row) => ({ field: values.oneOf(row('field'), aboutFields, fields), value: row('value') }));
  const cellOf = (field: (typeof fields)[number]) =>
    said.find((one) => one.field === field)?.value ?? {
      place: `${sheet.name}!B${sheet.rows.length + 2}`,
      column: aboutFields.zh[field],
      text: '',
    };
  const places = said.filter(({ field }) => field === 'place').map(({ value }) => values.text(value, label));
  return {
    id: values.id(cellOf('id')),
    version: values.whole(cellOf('version')),
    title: values.text(cellOf('title'), label),
    source: values.text(cellOf('source'), label),
    notes: said.filter(({ field }) => field === 'note').map(({ value }) => values.text(value, prose)),
    ...(places.length === 0 ? {} : { places }),
  };
}

type Reading = { readonly sheets: FileSheets; readonly values: CellValues; readonly isFirst: boolean };

function readItem(row: FileRow<'items'>, { sheets, values, isFirst }: Reading): Record<string, unknown> {
  const code = row('code').text;
  const belonging = <Row extends FileRow<'rules'> | FileRow<'anchors'>>(rows: readonly Row[], itemOf: (one: Row) => string): Row[] =>
    isFirst ? rows.filter((one) => itemOf(one) === code) : [];
  if (!rubricItemSchema.shape.code.safeParse(code).success) {
    values.refuse(row('code'), 'rubric-file/not-code');
  }
  const anchors = belonging(sheets.anchors?.rows ?? [], (one) => one('item').text).map((anchor) => ({
    points: values.points(anchor('points')) ?? '0.00',
    text: values.text(anchor('text'), prose) ?? '',
  }));
  return defined({
    code,
    stage: values.oneOf(row('stage'), choices.stage, ['document', 'visit', 'roadshow']),
    category: values.text(row('category'), label),
    scope: values.oneOf(row('scope'), choices.scope, ['applicant', 'candidate', 'level']),
    kind: values.oneOf(row('kind'), choices.kind, ['gate', 'measured', 'judged']),
    text: values.text(row('text'), prose),
    max: values.points(row('max')),
    step: values.isEmpty(row('step')) ? undefined : values.points(row('step')),
    rule: readRule(
      belonging(sheets.rules?.rows ?? [], (one) => one('item').text),
      values,
    ),
    gate: readGate(row, values),
    anchors: anchors.length === 0 ? undefined : anchors,
    comment: values.oneOf(row('comment'), choices.comment, ['optional', 'off-anchor', 'required']),
    triggers: readTriggers(row, values),
    quantity: values.optionalText(row('quantity'), prose),
    evidence: values.optionalText(row('evidence'), prose),
    clause: values.text(row('clause'), label),
    note: values.optionalText(row('note'), prose),
    place: values.optionalText(row('place'), label),
    photos: values.isEmpty(row('photos')) ? undefined : values.oneOf(row('photos'), choices.photos, ['required']),
    declared: values.isEmpty(row('declared'))
      ? undefined
      : values.oneOf(row('declared'), choices.declared, ['theory-area', 'equipment', 'test-equipment']),
    comparisons: readComparisons(row('comparisons'), values),
  });
}

function readComparisons(cell: ReturnType<FileRow<'items'>>, values: CellValues): RubricItem['comparisons'] {
  const fewest = values.isEmpty(cell) ? undefined : values.whole(cell);
  return fewest === undefined ? undefined : { fewest };
}

function readGate(row: FileRow<'items'>, values: CellValues): RubricItem['gate'] {
  if (values.isEmpty(row('gate')) && values.isEmpty(row('gateWhen')) && values.isEmpty(row('gateValue'))) {
    return undefined;
  }
  const type = values.oneOf(row('gate'), choices.gate, ['hard', 'panel']);
  const isBare = values.isEmpty(row('gateWhen')) && values.isEmpty(row('gateValue'));
  const failsWhen = isBare ? undefined : readCondition({ when: row('gateWhen'), value: row('gateValue') }, values);
  return type === undefined ? undefined : { type, ...(failsWhen === undefined ? {} : { failsWhen }) };
}

function readTriggers(row: FileRow<'items'>, values: CellValues): RubricItem['triggers'] {
  const cells = [row('triggers'), row('triggersWhen'), row('triggersValue')];
  if (cells.every((cell) => values.isEmpty(cell))) {
    return undefined;
  }
  const item = values.id(row('triggers'));
  const failsWhen = readCondition({ when: row('triggersWhen'), value: row('triggersValue') }, values);
  return item === undefined || failsWhen === undefined ? undefined : { item, failsWhen };
}

type ConditionCells = { readonly when: ReturnType<FileRow<'items'>>; readonly value: ReturnType<FileRow<'items'>> };

function readCondition({ when, value }: ConditionCells, values: CellValues) {
  const kind = values.oneOf(when, choices.when, ['below', 'unticked']);
  if (kind === 'below') {
    const below = values.decimal(value);
    return below === undefined ? undefined : { kind, value: below };
  }
  const box = kind === undefined ? undefined : values.id(value);
  return kind === undefined || box === undefined ? undefined : { kind, box };
}

/** Without the fields that say nothing: a rubric's hash tells an absent field from one that is there. */
function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
