import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { type RubricItem, rubricSchema, type SimpleRule } from '#shared/domain/rubric.ts';
import { type Answer, answerSchema } from '#shared/domain/sheet.ts';
import type { Measurement } from '#shared/domain/visit.ts';
import {
  completeness,
  isUnfinished,
  refusalOfPoints,
  refusalOfTexts,
  scoreAnswer,
  textsOf,
  typeNumber,
  typePoints,
  withSimpleValue,
} from '#shared/scoring/index.ts';
import { refusalOfRow, refusalOfRows, rowsOf, typeIntoRow, withRows } from '#shared/visit/measuring.ts';

const rubric = rubricSchema.parse(rubricJson);
const blank: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };

function itemOf(code: string): RubricItem {
  const found = rubric.items.find((item) => item.code === code);
  if (found === undefined) {
    throw new Error(`no item ${code}`);
  }
  return found;
}

function simple(code: string): { whole: SimpleRule; rule: SimpleRule; part: null } {
  const { rule } = itemOf(code);
  if (rule === undefined || rule.kind === 'parts') {
    throw new Error(`${code} is no simple item`);
  }
  return { whole: rule, rule, part: null };
}

describe('half of a pair', () => {
  const pair = simple('A26');

  it('is kept as typed, has no value, says that it is unfinished and is counted so', () => {
    const half = typeNumber(blank, pair, { count: '18' });
    expect(half).toEqual({ ...blank, typed: { count: '18' } });
    expect(answerSchema.safeParse(half).success).toBe(true);
    expect(textsOf(half, pair)).toEqual({ count: '18' });
    expect(isUnfinished(itemOf('A26'), half)).toBe(true);
    const slot = { item: 'A26', occupation: null, levelGroup: null };
    const sheet = { entries: [{ ...slot, ...half, recordedAt: '2022-11-15T09:41:00+08:00', history: [] }] };
    expect(completeness(rubric, sheet, [slot])).toMatchObject([{ refusal: { code: 'sheet/unfinished', details: { item: 'A26' } } }]);
  });

  it('is a value when the other half comes, and half again when one goes', () => {
    const whole = typeNumber(typeNumber(blank, pair, { of: '１８' }), pair, { count: '17' });
    expect(whole).toEqual({ ...blank, value: { kind: 'ratio', count: '17', of: '18' } });
    expect(isUnfinished(itemOf('A26'), whole)).toBe(false);
    expect(typeNumber(whole, pair, { of: '' })).toEqual({ ...blank, typed: { count: '17' } });
    expect(typeNumber(typeNumber(whole, pair, { of: '' }), pair, { count: ' ' })).toEqual(blank);
  });

  it('of more than the whole is refused as it stands, and is not cut', () => {
    const above = typeNumber(typeNumber(blank, pair, { count: '18' }), pair, { of: '17' });
    expect(above).toEqual({ ...blank, typed: { count: '18', of: '17' } });
    expect(refusalOfTexts(pair.rule, textsOf(above, pair), 'count')).toEqual({
      code: 'sheet/ratio-above-one',
      details: { count: '18', of: '17' },
    });
    expect(refusalOfTexts(pair.rule, textsOf(above, pair), 'of')).toBeNull();
    // Where the scale goes on above one (A01: twice as much), it is a value.
    const twice = simple('A01');
    expect(typeNumber(blank, twice, { count: '18', of: '9' }).value).toEqual({ kind: 'ratio', count: '18', of: '9' });
  });
});

describe('a number that is none', () => {
  const people = simple('A06');

  it('takes the place of nothing else: the text is kept, and the number before it is gone from the value', () => {
    const before = typeNumber(blank, people, { number: '2' });
    const after = typeNumber({ ...before, comment: '核对中' }, people, { number: '1,234' });
    expect(after).toEqual({ ...blank, comment: '核对中', typed: { number: '1,234' } });
    expect(refusalOfTexts(people.rule, textsOf(after, people), 'number')?.code).toBe('number/comma-unclear');
  });

  it('is refused by the rule beside its field as well: half a person', () => {
    const half = typeNumber(blank, people, { number: '1.5' });
    expect(half).toEqual({ ...blank, typed: { number: '1.5' } });
    expect(refusalOfTexts(people.rule, textsOf(half, people), 'number')?.code).toBe('sheet/value-not-whole');
  });

  it('leaves an opinion on the value while half of it is there, and takes it back with the last of it', () => {
    const given = { ...typeNumber(blank, simple('A13'), { number: '3' }), verdict: 'doubtful' as const };
    expect(typeNumber(given, simple('A13'), { number: '3,' }).verdict).toBe('doubtful');
    expect(typeNumber(given, simple('A13'), { number: '' }).verdict).toBeNull();
  });
});

describe('points', () => {
  const item = itemOf('A03');

  it.each([
    ['3', '3.00', null],
    ['3,5', '3.50', null],
    ['３', '3.00', null],
    ['', null, null],
    ['5', null, 'sheet/points-above-maximum'],
    ['3.3', null, 'sheet/points-off-step'],
    ['三', null, 'number/not-a-number'],
  ])('%j typed are %s', (text, points, code) => {
    const given = typePoints(blank, item, text);
    expect(given.points).toBe(points);
    expect(refusalOfPoints(item, text)?.code ?? null).toBe(code);
    expect(given.typed).toEqual(points === null && text !== '' ? { points: text } : undefined);
    expect(isUnfinished(item, given)).toBe(given.typed !== undefined);
  });
});

describe('an item of parts', () => {
  const item = itemOf('B01');
  const whole = item.rule;
  if (whole?.kind !== 'parts') {
    throw new Error('B01 has parts');
  }
  const [area, things] = whole.parts;
  if (area === undefined || things === undefined) {
    throw new Error('B01 has two parts');
  }
  const ticks = { kind: 'checklist' as const, ticked: [] };
  const row: Measurement = { id: 'm1', part: area.code, label: '', number: null, of: null, unit: '㎡', tool: 'tape', photo: null };
  const place = { whole, rule: area.rule, part: area.code };

  it('keeps the part that was given, whichever comes first, and has a value with the last', () => {
    const ticked = withSimpleValue(blank, { whole, part: things.code }, ticks);
    expect([ticked.value, ticked.partial, isUnfinished(item, ticked)]).toEqual([null, { [things.code]: ticks }, true]);
    const measured = typeIntoRow(ticked, place, { rows: [row], id: 'm1', field: 'number', text: '30,5㎡' });
    expect(measured.value).toEqual({ kind: 'parts', parts: { [area.code]: { kind: 'number', number: '30.5' }, [things.code]: ticks } });
    const typed = typeNumber(ticked, place, { number: '30.5' });
    expect(typed.value).toEqual(measured.value);
    expect(typeNumber(typed, place, { number: 'x' })).toMatchObject({ value: null, typed: { [`${area.code}.number`]: 'x' } });
  });

  it('of a whole value that nobody gave part by part, keeps the parts that are not changed', () => {
    const value = { kind: 'parts' as const, parts: { [area.code]: { kind: 'number' as const, number: '30' }, [things.code]: ticks } };
    const changed = typeNumber({ ...blank, value }, place, { number: '' });
    expect([changed.value, changed.partial]).toEqual([null, { [things.code]: ticks }]);
  });
});

describe('measurements', () => {
  const place = simple('B09');
  const row = (id: string, number: string | null, of: string | null): Measurement => ({
    id,
    part: null,
    label: '',
    number,
    of,
    unit: '个',
    tool: 'count',
    photo: null,
  });

  it('keep what is no number as it stands in its field, until a number or the row’s end', () => {
    const rows = [row('a', '3', '3'), row('b', null, '2')];
    const bad = typeIntoRow(blank, place, { rows, id: 'b', field: 'number', text: '1,000' });
    expect([bad.value, bad.typed]).toEqual([null, { 'b.number': '1,000' }]);
    const good = typeIntoRow(bad, place, { rows: rowsOf(bad, null), id: 'b', field: 'number', text: '2' });
    expect([good.value, good.typed]).toEqual([{ kind: 'ratio', count: '5', of: '5' }, undefined]);
    const gone = withRows(bad, place, [row('a', '3', '3')]);
    expect([gone.value, gone.typed]).toEqual([{ kind: 'ratio', count: '3', of: '3' }, undefined]);
  });

  it('are refused where one is more than its whole, or all together are of nothing', () => {
    const above = row('a', '18', '17');
    expect(withRows(blank, place, [above]).value).toBeNull();
    expect(refusalOfRow(place.rule, above, { field: 'number', text: '18' })?.code).toBe('sheet/ratio-above-one');
    expect(refusalOfRow(place.rule, above, { field: 'number', text: '17' })).toBeNull();
    expect(refusalOfRow(place.rule, above, { field: 'of', text: '十七' })?.code).toBe('number/not-a-number');
    expect(refusalOfRows(place.rule, [row('a', '0', '0')])?.code).toBe('sheet/ratio-of-nothing');
    expect(withRows(blank, place, [row('a', '0', '0')]).value).toBeNull();
    expect(refusalOfRows(place.rule, [row('a', '1', '2')])).toBeNull();
  });
});

it('whatever is typed, in whatever order: a value the item takes and nothing left over, or no value and every text as it was typed', () => {
  const numbers = ['A01', 'A06', 'A11', 'A26', 'B02', 'B09'] as const;
  const typing = record({
    first: constantFrom(true, false),
    text: constantFrom('', '0', '1', '2', '17', '18', '6,5', '1,234', 'x', '-1', '1.5'),
  });
  assert(
    property(constantFrom(...numbers), array(typing, { maxLength: 8 }), (code, keys) => {
      const place = simple(code);
      const fields = textFields(place.rule);
      let answer = blank;
      const typed = new Map<string, string>();
      for (const { first, text } of keys) {
        const field = first ? fields[0] : (fields[1] ?? fields[0]);
        answer = typeNumber(answer, place, { [field]: text });
        typed.set(field, text);
      }
      expect(answerSchema.safeParse(answer).success).toBe(true);
      if (answer.value !== null) {
        expect(answer.typed).toBeUndefined();
        expect(scoreAnswer(itemOf(code), answer).ok).toBe(true);
      } else {
        // What was a value in between stands in its field as the number it was.
        const plain = (texts: Record<string, string>) =>
          Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.replace('6,5', '6.5')]));
        expect(plain(answer.typed ?? {})).toEqual(plain(Object.fromEntries([...typed].filter(([, text]) => text !== ''))));
      }
    }),
    { numRuns: 500 },
  );
});

function textFields(rule: SimpleRule): readonly ['number'] | readonly ['count', 'of'] {
  return 'value' in rule && rule.value === 'ratio' ? ['count', 'of'] : ['number'];
}
