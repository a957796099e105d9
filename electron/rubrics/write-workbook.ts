import type { Cell } from 'write-excel-file/node';
import type { Gate, Rubric, RubricItem, SimpleRule } from '#shared/domain/rubric.ts';
import { withoutTimes } from '../forms/timeless-archive.ts';
import { cellText } from './cell-text.ts';
import { aboutFields, choices, type ColumnOf, type Language, type SheetKey, sheets } from './columns.ts';

type Row<Key extends SheetKey> = Partial<Record<ColumnOf<Key>, Cell>>;

/**
 * A rubric as a workbook that people edit: what it is, its items, the rows of their rules and their anchors, a sheet each. Points are
 * numbers, everything else is text. The same rubric gives the same bytes; `readRubricWorkbook` gives the rubric back.
 */
export async function writeRubricWorkbook(rubric: Rubric, language: Language): Promise<Buffer> {
  const word = words(language);
  // Only a rubric's workbook needs it.
  const { default: writeSheets } = await import('write-excel-file/node');
  const written = writeSheets([
    sheetOf('about', aboutRows(rubric, language), language),
    sheetOf(
      'items',
      rubric.items.map((item) => itemRow(item, word)),
      language,
    ),
    sheetOf(
      'rules',
      rubric.items.flatMap((item) => ruleRows(item, word)),
      language,
    ),
    sheetOf('anchors', rubric.items.flatMap(anchorRows), language),
  ]);
  return withoutTimes({ name: 'rubric.xlsx', bytes: await written.toBuffer() });
}

function sheetOf<Key extends SheetKey>(key: Key, rows: readonly Row<Key>[], language: Language) {
  const { name, columns } = sheets[key];
  const entries: [string, { zh: string; en: string; width: number }][] = Object.entries(columns);
  const header = entries.map(([, column]): Cell => ({ ...text(column[language]), fontWeight: 'bold', backgroundColor: '#e8eef4' }));
  return {
    sheet: name[language],
    data: [header, ...rows.map((row) => entries.map(([column]): Cell => new Map<string, Cell>(Object.entries(row)).get(column) ?? null))],
    columns: entries.map(([, { width }]) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
}

function text(value: string) {
  return { value: cellText(value), type: String, wrap: true, alignVertical: 'top' as const };
}

function points(value: string) {
  return { value: Number(value), type: Number, format: '0.00', alignVertical: 'top' as const };
}

function words(language: Language) {
  return {
    stage: (item: RubricItem) => text(choices.stage[language][item.stage]),
    scope: (item: RubricItem) => text(choices.scope[language][item.scope]),
    kind: (item: RubricItem) => text(choices.kind[language][item.kind]),
    comment: (item: RubricItem) => text(choices.comment[language][item.comment]),
    photos: (value: NonNullable<RubricItem['photos']>) => text(choices.photos[language][value]),
    declared: (value: NonNullable<RubricItem['declared']>) => text(choices.declared[language][value]),
    gate: ({ type }: Gate) => text(choices.gate[language][type]),
    when: ({ kind }: NonNullable<Gate['failsWhen']>) => text(choices.when[language][kind]),
    rule: ({ kind }: SimpleRule) => text(choices.rule[language][kind]),
    value: (value: 'number' | 'ratio') => text(choices.value[language][value]),
  };
}
type Words = ReturnType<typeof words>;

function aboutRows({ id, version, title, source, notes, places = [] }: Rubric, language: Language): Row<'about'>[] {
  const row = (field: keyof (typeof aboutFields)['zh'], value: string): Row<'about'> => ({
    field: text(aboutFields[language][field]),
    value: text(value),
  });
  return [
    row('id', id),
    row('version', String(version)),
    row('title', title),
    row('source', source),
    ...notes.map((note) => row('note', note)),
    ...places.map((place) => row('place', place)),
  ];
}

function itemRow(item: RubricItem, word: Words): Row<'items'> {
  const { gate, triggers } = item;
  return {
    code: text(item.code),
    stage: word.stage(item),
    category: text(item.category),
    scope: word.scope(item),
    kind: word.kind(item),
    max: points(item.max),
    text: text(item.text),
    comment: word.comment(item),
    clause: text(item.clause),
    ...(item.step === undefined ? {} : { step: points(item.step) }),
    ...(gate === undefined ? {} : { gate: word.gate(gate) }),
    ...(gate?.failsWhen === undefined ? {} : { gateWhen: word.when(gate.failsWhen), gateValue: conditionValue(gate.failsWhen) }),
    ...(triggers === undefined
      ? {}
      : {
          triggers: text(triggers.item),
          triggersWhen: word.when(triggers.failsWhen),
          triggersValue: conditionValue(triggers.failsWhen),
        }),
    ...(item.quantity === undefined ? {} : { quantity: text(item.quantity) }),
    ...(item.evidence === undefined ? {} : { evidence: text(item.evidence) }),
    ...(item.note === undefined ? {} : { note: text(item.note) }),
    ...(item.place === undefined ? {} : { place: text(item.place) }),
    ...(item.photos === undefined ? {} : { photos: word.photos(item.photos) }),
    ...(item.declared === undefined ? {} : { declared: word.declared(item.declared) }),
    ...(item.comparisons === undefined ? {} : { comparisons: text(String(item.comparisons.fewest)) }),
  };
}

function conditionValue(condition: NonNullable<Gate['failsWhen']>) {
  return text(condition.kind === 'below' ? condition.value : condition.box);
}

function ruleRows({ code, rule }: RubricItem, word: Words): Row<'rules'>[] {
  if (rule === undefined) {
    return [];
  }
  const item = { item: text(code) };
  return rule.kind === 'parts'
    ? rule.parts.flatMap((part) =>
        simpleRows(part.rule, word).map((row) => ({ ...item, part: text(part.code), partText: text(part.text), ...row })),
      )
    : simpleRows(rule, word).map((row) => ({ ...item, ...row }));
}

/** A row per knot, band, box or option; the others are one row. */
function simpleRows(rule: SimpleRule, word: Words): Row<'rules'>[] {
  const kind = { kind: word.rule(rule) };
  switch (rule.kind) {
    case 'threshold':
      return [{ ...kind, unit: text(rule.unit), at: text(rule.atLeast), points: points(rule.points), otherwise: points(rule.otherwise) }];
    case 'proportional':
      return [{ ...kind, unit: text(rule.unit), value: word.value(rule.value), at: text(rule.full), points: points(rule.points) }];
    case 'per-unit':
      return [{ ...kind, unit: text(rule.unit), each: points(rule.each), points: points(rule.cap) }];
    case 'linear':
      return rule.knots.map((knot) => ({
        ...kind,
        unit: text(rule.unit),
        value: word.value(rule.value),
        at: text(knot.at),
        points: points(knot.points),
      }));
    case 'bands':
      return rule.bands.map((band) => ({
        ...kind,
        unit: text(rule.unit),
        value: word.value(rule.value),
        at: text(band.from),
        ...('points' in band ? { points: points(band.points) } : { each: points(band.perOne) }),
      }));
    case 'checklist':
      return rule.boxes.map((box) => ({ ...kind, option: text(box.code), optionText: text(box.text), points: points(box.points) }));
    case 'choice':
      return rule.options.map((one) => ({ ...kind, option: text(one.code), optionText: text(one.text), points: points(one.points) }));
  }
}

function anchorRows({ code, anchors = [] }: RubricItem): Row<'anchors'>[] {
  return anchors.map((anchor) => ({ item: text(code), points: points(anchor.points), text: text(anchor.text) }));
}
