import { expect, test } from 'vitest';
import { applyEdit } from '#shared/intake/apply-edit.ts';
import { doubtsOf } from '#shared/intake/doubts.ts';
import type { EditedReading, IntakeEdit } from '#shared/intake/edit.ts';
import { anApplication } from '../../../fixtures/checks/an-application.ts';

const before: EditedReading = {
  application: {
    ...anApplication(),
    reading: [
      { field: 'experts.0', source: '表3 第2行', confidence: '1.00', editedFrom: null },
      { field: 'experts.1', source: '表3 第3行', confidence: '1.00', editedFrom: null },
      { field: 'experts.1.idNumber', source: '表3 第3行', confidence: '0.20', editedFrom: null },
      { field: 'filedOn', source: '', confidence: '0.00', editedFrom: null },
    ],
  },
  refused: [],
  accepted: [],
};

function after(start: EditedReading, ...edits: IntakeEdit[]): EditedReading {
  return edits.reduce((state, edit) => {
    const next = applyEdit(state, edit);
    if (!next.ok) {
      throw new Error(next.refusal.code);
    }
    return next.value;
  }, start);
}
const codeOf = (edit: IntakeEdit): string | null => {
  const result = applyEdit(before, edit);
  return result.ok ? null : result.refusal.code;
};
const readingOf = ({ application }: EditedReading, field: string) => application.reading.find((reading) => reading.field === field);

test('the first value of the form is what an edited field keeps, and undoing it by hand leaves no trace of an edit', () => {
  const original = before.application.experts[0]?.title ?? '';
  const set = (text: string): IntakeEdit => ({ kind: 'set', field: 'experts.0.title', text });
  const twice = after(before, set('讲师'), set('教授'));
  expect(twice.application.experts[0]?.title).toBe('教授');
  expect(readingOf(twice, 'experts.0.title')).toEqual({
    field: 'experts.0.title',
    source: '表3 第2行',
    confidence: '1.00',
    editedFrom: original,
  });
  expect(readingOf(after(twice, set(original)), 'experts.0.title')?.editedFrom).toBeNull();
});

test('numbers, levels and dates are read as leniently as the form; what cannot be read changes nothing', () => {
  const changed = after(
    before,
    { kind: 'set', field: 'occupations.0.levels', text: '五至三级' },
    { kind: 'set', field: 'filedOn', text: '２０２２年１０月９日' },
    { kind: 'set', field: 'staff.0.age', text: '四十五岁' },
  ).application;
  expect([changed.occupations[0]?.levels, changed.filedOn, changed.staff[0]?.age]).toEqual([['五级', '四级', '三级'], '2022-10-09', 45]);
  expect(codeOf({ kind: 'set', field: 'staff.0.age', text: '不详' })).toBe('intake/value-not-understood');
  expect(codeOf({ kind: 'set', field: 'staff.0.age', text: '45.5' })).toBe('intake/value-not-understood');
  expect(codeOf({ kind: 'set', field: 'filedOn', text: '十月' })).toBe('intake/value-not-understood');
  expect(codeOf({ kind: 'set', field: 'applicant.name', text: '长'.repeat(401) })).toBe('intake/value-too-long');
});

test('what is no field of the form, or no row of it, can be neither set nor removed', () => {
  expect(codeOf({ kind: 'set', field: 'id', text: 'x' })).toBe('intake/field-unknown');
  expect(codeOf({ kind: 'set', field: 'attachments.0.sha256', text: 'x' })).toBe('intake/field-unknown');
  expect(codeOf({ kind: 'set', field: 'experts.999.name', text: 'x' })).toBe('intake/field-unknown');
  expect(codeOf({ kind: 'set', field: 'experts.0.__proto__', text: 'x' })).toBe('intake/field-unknown');
  expect(codeOf({ kind: 'remove-row', list: 'attachments', index: 0 })).toBe('intake/field-unknown');
  expect(codeOf({ kind: 'add-row', list: 'venues.99.equipment' })).toBe('intake/field-unknown');
});

test('a removed row is kept in words, the rows behind it keep their places in the form, and its doubts go with it', () => {
  const name = before.application.experts[0]?.name ?? '';
  const removed = after(before, { kind: 'remove-row', list: 'experts', index: 0 });
  expect(readingOf(removed, 'experts.0')?.source).toBe('表3 第3行');
  expect(readingOf(removed, 'experts.0.idNumber')?.confidence).toBe('0.20');
  expect(readingOf(removed, 'experts.removed')?.editedFrom).toContain(name);
  const both = after(removed, { kind: 'remove-row', list: 'experts', index: 0 });
  expect(doubtsOf(both).map(({ field }) => field)).toEqual(['filedOn']);
});

test('a row that was added and removed again leaves nothing behind', () => {
  const rows = before.application.regulations.length;
  const same = after(before, { kind: 'add-row', list: 'regulations' }, { kind: 'remove-row', list: 'regulations', index: rows });
  expect(same.application).toEqual(before.application);
});

test('doubts come least sure first, and go when they are corrected or said to be right', () => {
  expect(doubtsOf(before).map(({ field }) => field)).toEqual(['filedOn', 'experts.1.idNumber']);
  const looked = after(
    before,
    { kind: 'accept', field: 'filedOn' },
    { kind: 'set', field: 'experts.1.idNumber', text: '330302198001011237' },
  );
  expect(doubtsOf(looked)).toEqual([]);
});
