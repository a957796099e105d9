import { describe, expect, it } from 'vitest';
import type { Slot } from '#shared/domain/sheet.ts';
import type { ExpertOnApplication } from '#shared/merge/experts-on-application.ts';
import { triggeredSlots } from '#shared/merge/triggers.ts';
import { slotKey } from '#shared/scoring/index.ts';
import { rubric } from '../../../fixtures/random-round.ts';

/** `B12 drone skilled`, with `-` for none. */
const slotOf = (text: string): Slot => {
  const [item = '', occupation = '-', levelGroup = '-'] = text.split(' ');
  return {
    item,
    occupation: occupation === '-' ? null : occupation,
    levelGroup: levelGroup === 'skilled' || levelGroup === 'technician' ? levelGroup : null,
  };
};

const expertWith = (slot: Slot, count: string, participation: ExpertOnApplication['participation'] = 'counting'): ExpertOnApplication => ({
  expert: 'e1',
  participation,
  sheets: { document: 'received', visit: 'received', roadshow: 'received' },
  statements: new Map([
    [
      slotKey(slot),
      {
        slot,
        answer: { value: { kind: 'ratio', count, of: '10' }, points: null, verdict: null, comment: '', evidence: [] },
        points: 0n,
        gate: null,
        commentMissing: false,
      },
    ],
  ]),
});

describe('a value that fails the condition of another gate', () => {
  it.each([
    ['B12', 'G09', true],
    ['B12', 'G01', false],
    ['B12', 'G09 drone skilled', true],
    ['B12 drone', 'G09', true],
    ['B12 drone', 'G09 drone', true],
    ['B12 drone', 'G09 gaming', false],
    ['B12 drone skilled', 'G09', true],
    ['B12 drone skilled', 'G09 drone', true],
    ['B12 drone skilled', 'G09 drone skilled', true],
    ['B12 drone skilled', 'G09 drone technician', false],
    ['B12 drone skilled', 'G09 gaming skilled', false],
    ['B12 drone', 'G09 gaming skilled', false],
  ])('of %s brings up %s: %s', (from, gate, isBrought) => {
    expect(triggeredSlots(rubric, [expertWith(slotOf(from), '5')])(slotOf(gate))).toBe(isBrought);
    expect(triggeredSlots(rubric, [expertWith(slotOf(from), '6')])(slotOf(gate))).toBe(false);
  });

  it('brings up nothing where the expert is excluded, and does while sheets are missing', () => {
    const brought = (participation: ExpertOnApplication['participation']) =>
      triggeredSlots(rubric, [expertWith(slotOf('B12'), '5', participation)])(slotOf('G09'));
    expect([brought('excluded'), brought('recused'), brought('missing')]).toEqual([false, false, true]);
  });
});
