import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { drone, gate, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const oneGroup = (experts: number) => smallRound({ experts, occupations: [{ name: drone, levels: ['三级'] }] });
const reasonsOf = (answers: readonly (Otherwise | null)[], resolutions: readonly Resolution[] = []) =>
  merged(requestOf(oneGroup(answers.length), answers, resolutions)).candidate.reasons;

describe('a candidate’s reasons', () => {
  it('name an open gate with what is asked, and its level group', () => {
    expect(reasonsOf([{ G01: { verdict: 'doubtful' } }])).toEqual([{ code: 'gate-open', details: { item: 'G01', question: 'doubtful' } }]);
    expect(reasonsOf([{}, { G01: { verdict: 'not-met' } }])).toEqual([{ code: 'gate-open', details: { item: 'G01', question: 'split' } }]);
    expect(reasonsOf([{ A12: { ...n('10'), verdict: 'verify-on-site' } }])).toEqual([
      { code: 'gate-open', details: { item: 'A12', levelGroup: 'skilled', question: 'doubtful' } },
    ]);
    const low = { B02: { ...n('59'), verdict: 'met' as const } };
    expect(reasonsOf([low])).toEqual([{ code: 'gate-open', details: { item: 'B02', question: 'failing-value' } }]);
    expect(reasonsOf([{ B12: { value: { kind: 'ratio', count: '5', of: '10' } } }])).toEqual([
      { code: 'gate-open', details: { item: 'G09', question: 'triggered' } },
    ]);
    expect(reasonsOf([{ B02: n('59') }])).toEqual([{ code: 'gate-open', details: { item: 'B02', question: 'few-votes' } }]);
  });

  it('name a gate that the chair decided otherwise, and none that the chair decided because it was open', () => {
    expect(reasonsOf([{ G01: { verdict: 'not-met' } }], [gate('G01', 'met')])).toEqual([
      { code: 'gate-overridden', details: { item: 'G01', verdict: 'met', by: 'e1' } },
    ]);
    expect(reasonsOf([{}], [gate('A12', 'met', 'skilled')])).toEqual([
      { code: 'gate-overridden', details: { item: 'A12', levelGroup: 'skilled', verdict: 'met', by: 'e1' } },
    ]);
    expect(reasonsOf([{}, { G01: { verdict: 'not-met' } }], [gate('G01', 'met')])).toEqual([]);
    const { candidate } = merged(requestOf(oneGroup(1), [{}], [gate('G01', 'met')]));
    expect(candidate.gates.flatMap(({ item, resolvedBy }) => (resolvedBy === null ? [] : [[item, resolvedBy]]))).toEqual([['G01', 'e1']]);
    expect(candidate.gates.filter(({ resolvedBy }) => resolvedBy === null)).toHaveLength(candidate.gates.length - 1);
  });

  it('name who has not handed a sheet in, and who has not filled it', () => {
    expect(reasonsOf([{}, null])).toEqual(
      ['document', 'visit', 'roadshow'].map((stage) => ({ code: 'sheet-missing', details: { expert: 'e2', stage } })),
    );
    expect(reasonsOf([{}, { C02: { points: null } }])).toEqual([{ code: 'sheet-partial', details: { expert: 'e2', stage: 'roadshow' } }]);
  });

  it('name a total below what is asked, not one that reaches it', () => {
    const lost: Otherwise = {
      A03: { points: '0.00' },
      A02: { value: { kind: 'checklist', ticked: [] } },
      A04: { value: { kind: 'checklist', ticked: [] } },
      B04: { points: '0.00' },
      B10: { points: '0.00' },
      B13: { points: '0.00' },
      C01: { points: '2.00' },
      C02: { points: '1.00' },
    };
    expect(reasonsOf([{ ...lost, C05: { points: '2.00' } }])).toEqual([]);
    expect(merged(requestOf(oneGroup(1), [{ ...lost, C05: { points: '2.00' } }])).candidate.total).toBe('80.00');
    expect(reasonsOf([{ ...lost, C05: { points: '2.00' }, C04: { points: '3.00' } }])).toEqual([
      { code: 'total-below', details: { total: '79.00', required: '80.00' } },
    ]);
  });
});
