import { expect, test } from 'vitest';
import type { CandidateResult } from '#shared/domain/result.ts';
import { inOrder, type Row } from '../../../../../renderer/screens/ranking/ranking-order.ts';

const row = (applicant: string, rank: number | null, total: string | null): Row => ({
  applicant,
  place: rank,
  candidate: {
    application: applicant,
    occupation: '示例职业',
    levels: [],
    gates: [],
    perExpert: [],
    stages: null,
    total,
    rank,
    outcome: rank === null ? 'pending' : 'recommended',
    levelsRecommended: [],
    reasons: [],
    group: 'skilled',
    groups: [],
  } satisfies CandidateResult,
});
const rows = [row('丙', 3, '81.50'), row('甲', null, null), row('乙', 1, '100.00'), row('丁', 1, '100.00')];
const names = (column: Parameters<typeof inOrder>[1]['column'], descending: boolean) =>
  inOrder(rows, { column, descending })
    .map(({ applicant }) => applicant)
    .join('');

test('a column sorts by number or by name; what has no value stands last either way', () => {
  expect(names('rank', false)).toBe('乙丁丙甲');
  expect(names('rank', true)).toBe('丙乙丁甲');
  expect(names('total', true)).toBe('乙丁丙甲');
  expect(names('total', false)).toBe('丙乙丁甲');
  expect(names('applicant', false)).toBe('丙丁甲乙');
  expect(names('outcome', false)).toBe('乙丁丙甲');
});
