import { expect, test } from 'vitest';
import type { Rule } from '#shared/domain/rubric.ts';
import { blankRecord, type Comparison, type Measurement, type VisitPhoto } from '#shared/domain/visit.ts';
import { unfinished } from '#shared/scoring/index.ts';
import { rubricItemSchema } from '#shared/domain/rubric.ts';
import { agreement, allComparisons, ownComparisons } from '#shared/visit/comparisons.ts';
import { foldedValue, refusalOfMeasurement, sumOfDecimals } from '#shared/scoring/fold.ts';
import { photoFlags } from '#shared/visit/photo-flags.ts';
import { byPlace } from '#shared/visit/places.ts';

const measured = (number: string | null, rest: Partial<Measurement> = {}): Measurement => ({
  id: `${number ?? ''}${rest.label ?? ''}`,
  part: null,
  label: '',
  number,
  of: null,
  unit: '㎡',
  tool: 'tape',
  photo: null,
  ...rest,
});
const area: Rule = { kind: 'threshold', atLeast: '60', points: '3.00', otherwise: '0.00', unit: '㎡' };
const share: Rule = { kind: 'proportional', full: '1', points: '5.00', unit: '项', value: 'ratio' };

test.each([
  [['0.1', '0.2'], '0.3'],
  [['40.2', '22.2'], '62.4'],
  [['999999999999', '0.000001'], '999999999999.000001'],
  [['-1.5', '1'], '-0.5'],
  [['1.50', '0.5'], '2'],
  [['0'], '0'],
])('%j add up to %s, to the last digit', (numbers, sum) => {
  expect(sumOfDecimals(numbers)).toBe(sum);
});

test('a place that was not measured is not zero: there is no value until it is', () => {
  expect(foldedValue(area, { measurements: [measured('40.2'), measured('22.2')] })).toEqual({ kind: 'number', number: '62.4' });
  expect(foldedValue(area, { measurements: [measured('40.2'), measured(null)] })).toBeNull();
  expect(foldedValue(area, { measurements: [] })).toBeNull();
});

test('too many of one thing don’t make up for too few of another, and are refused, not cut', () => {
  const measurements = [measured('6', { of: '4' }), measured('1', { of: '3' })];
  expect(foldedValue(share, { measurements })).toBeNull();
  expect(measurements.map((one) => refusalOfMeasurement(share, one)?.code ?? null)).toEqual(['sheet/ratio-above-one', null]);
  const counted = [measured('4', { of: '4' }), measured('1', { of: '3' })];
  expect(foldedValue(share, { measurements: counted })).toEqual({ kind: 'ratio', count: '5', of: '7' });
});

test('an item of parts has a value when each part has one', () => {
  const rule: Rule = {
    kind: 'parts',
    parts: [
      { code: 'area', text: '', rule: { kind: 'threshold', atLeast: '30', points: '2.00', otherwise: '0.00', unit: '㎡' } },
      { code: 'things', text: '', rule: { kind: 'checklist', boxes: [{ code: 'desk', text: '', points: '1.00' }] } },
    ],
  };
  const measurements = [measured('31', { part: 'area' })];
  expect(foldedValue(rule, { measurements })).toBeNull();
  expect(foldedValue(rule, { measurements, partial: { things: { kind: 'checklist', ticked: [] } } })).toEqual({
    kind: 'parts',
    parts: { area: { kind: 'number', number: '31' }, things: { kind: 'checklist', ticked: [] } },
  });
});

const asked = (code: string, more: object = {}) =>
  rubricItemSchema.parse({
    code,
    stage: 'visit',
    category: '场地',
    scope: 'applicant',
    kind: 'measured',
    text: code,
    max: '3.00',
    clause: '附件2',
    rule: area,
    ...more,
  });

test('places come in walking order, an occupation’s own place once for each, and what is not listed last', () => {
  const line = (code: string, place: string | undefined, occupation: string | null) => ({
    item: asked(code, place === undefined ? {} : { place }),
    slot: { occupation },
  });
  const lines = [
    line('B01', '教室', null),
    line('B02', undefined, null),
    line('B05', '车间', '甲'),
    line('B05', '车间', '乙'),
    line('B06', '门口', null),
  ];
  const groups = byPlace({ places: ['门口', '教室', '车间'] }, lines);
  expect(groups.map(({ place, occupation }) => [place, occupation])).toEqual([
    ['门口', null],
    ['教室', null],
    ['车间', '甲'],
    ['车间', '乙'],
    ['场地', null],
  ]);
});

const venues = [
  {
    occupation: '示例职业',
    theoryAreaSquareMetres: 60,
    skillAreaSquareMetres: 100,
    equipment: [{ name: '示例车床', count: 4 }],
    testEquipment: [],
  },
];
const entry = { item: 'B02', occupation: null, value: { kind: 'number' as const, number: '59.99' } };

test('what falls short of the declared figure is not as declared, however little', () => {
  const items = [asked('B02', { declared: 'theory-area' }), asked('B07', { declared: 'equipment', scope: 'candidate' })];
  const lathes = { item: 'B07', occupation: '示例职业', value: null, measurements: [measured('4', { label: '示例车床', of: '4' })] };
  const given = ownComparisons(items, [entry, lathes], { venues });
  expect(given.map(({ declared, found, agrees }) => [declared, found, agrees])).toEqual([
    ['60 ㎡', '59.99 ㎡', false],
    ['4 台', '4 台', true],
  ]);
  expect(agreement(given)).toEqual({ kind: 'ratio', count: '1', of: '2' });
  expect(agreement([])).toBeNull();
});

test('what the expert decided stands while the figures are the same, and falls with them; spot checks stay', () => {
  const items = [asked('B02', { declared: 'theory-area' })];
  const [given] = ownComparisons(items, [entry], { venues });
  const spot: Comparison = { id: 'own-1', kind: 'people', subject: '示例', declared: '20', found: '20', agrees: true };
  const kept = given === undefined ? [] : [{ ...given, agrees: true }, spot];
  expect(allComparisons(ownComparisons(items, [entry], { venues }), kept).map(({ agrees }) => agrees)).toEqual([true, true]);
  const later = { ...entry, value: { kind: 'number' as const, number: '40' } };
  expect(allComparisons(ownComparisons(items, [later], { venues }), kept).map(({ agrees }) => agrees)).toEqual([false, true]);
});

const photo = (rest: Partial<VisitPhoto>): VisitPhoto => ({
  sha256: 'a'.repeat(64),
  name: 'a.jpg',
  bytes: 1,
  source: 'file',
  takenAt: null,
  latitude: null,
  longitude: null,
  perceptualHash: null,
  addedAt: '2022-11-15T09:00:00+08:00',
  caption: '',
  marks: [],
  screenCopy: null,
  removed: null,
  ...rest,
});
const window = { from: '2022-11-15T09:00:00+08:00', to: '2022-11-15T11:00:00+08:00' };

test.each([
  ['2022-11-15T08:59:59', true],
  ['2022-11-15T09:00:00', false],
  ['2022-11-15T11:00:00', false],
  ['2022-11-15T11:00:01', true],
  ['2022-11-15T02:30:00Z', false],
  ['2022-11-15T10:00:00Z', true],
])('a photo taken at %s is flagged: %s', (takenAt, flagged) => {
  expect(photoFlags([photo({ takenAt })], window, []).size === 1).toBe(flagged);
});

test('a photo that serves another applicant is flagged, the same file and a nearly equal picture', () => {
  const mine = [photo({ perceptualHash: 'f0f0f0f0f0f0f0f0' })];
  const other = { applicant: '示例乙', sha256: 'b'.repeat(64), perceptualHash: 'f0f0f0f0f0f0f0f1' };
  expect(photoFlags(mine, blankRecord, [other]).get('a'.repeat(64))).toEqual([{ kind: 'like', applicant: '示例乙' }]);
  expect(photoFlags(mine, blankRecord, [{ ...other, sha256: 'a'.repeat(64) }]).get('a'.repeat(64))).toEqual([
    { kind: 'same-as', applicant: '示例乙' },
  ]);
  expect(photoFlags(mine, blankRecord, [{ ...other, perceptualHash: '0f0f0f0f0f0f0f0f' }]).size).toBe(0);
});

test('what must be photographed keeps a sheet unfinished until there is a photo that counts, or a reason', () => {
  const rubric = { id: 'r', version: 1, title: '', source: '', notes: [], items: [asked('B02', { photos: 'required' })] };
  const slot = { item: 'B02', occupation: null, levelGroup: null };
  const cited = [{ sha256: 'a'.repeat(64), page: null, region: null, note: '' }];
  const sheet = (more: { comment?: string; photos?: VisitPhoto[] }) => ({
    entries: [
      {
        ...slot,
        value: { kind: 'number' as const, number: '62.4' },
        points: '3.00',
        verdict: null,
        comment: more.comment ?? '',
        evidence: cited,
        recordedAt: window.from,
        history: [],
      },
    ],
    visit: { record: blankRecord, photos: more.photos ?? [], signatures: [], statement: 'c'.repeat(64) },
  });
  expect(unfinished(rubric, sheet({}), [slot]).map(({ refusal }) => refusal.code)).toEqual(['sheet/photo-missing']);
  expect(unfinished(rubric, sheet({ photos: [photo({ removed: '重拍' })] }), [slot])).toHaveLength(1);
  expect(unfinished(rubric, sheet({ photos: [photo({})] }), [slot])).toEqual([]);
  expect(unfinished(rubric, sheet({ comment: '现场禁止拍照（虚构）' }), [slot])).toEqual([]);
});
