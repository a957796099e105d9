import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { defaultRules, type TieBreak } from '#shared/domain/round.ts';
import { merge } from '#shared/merge/index.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, drone, packageOf, requestOf, smallRound } from './small-round.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Where a candidate may lose its points: an item each of the tie-break's criteria sees, and one that none of them sees. */
const lost = {
  staff: (steps: number) => ({ A06: { value: { kind: 'number' as const, number: String(2 - steps) } } }),
  visit: (steps: number) => ({ B06: { value: { kind: 'number' as const, number: '60' } }, B04: { points: steps > 0 ? '0.00' : '1.00' } }),
  roadshow: (steps: number) => ({ C02: { points: `${4 - steps}.00` } }),
  elsewhere: (steps: number) => ({ A03: { points: `${4 - steps}.00` } }),
};
type Losses = { readonly staff: number; readonly visit: number; readonly roadshow: number };
const whole = 3;

const stage = (name: 'document' | 'visit' | 'roadshow') => ({ by: 'stage' as const, stage: name });
const criteria: TieBreak[] = [
  stage('visit'),
  stage('roadshow'),
  stage('document'),
  { by: 'category', category: '人员配置' },
  { by: 'category', category: '不存在的类别' },
];

/** What a criterion sees of the points, up to a constant. */
function seen(tieBreak: TieBreak, { staff, visit, roadshow }: Losses): number {
  switch (tieBreak.by) {
    case 'stage':
      return { visit: -visit, roadshow: -roadshow, document: visit + roadshow - whole }[tieBreak.stage];
    case 'category':
      return tieBreak.category === '人员配置' ? -staff : 0;
    case 'vote':
      return 0;
  }
}

it('a tie goes down the tie-break list as it is written, whatever is written, and is shared where the list ends', () => {
  const anyLosses = fc
    .record({ staff: fc.nat({ max: 1 }), visit: fc.nat({ max: 1 }), roadshow: fc.nat({ max: 1 }) })
    .map((losses): Losses => losses);
  fc.assert(
    fc.property(fc.array(anyLosses, { minLength: 2, maxLength: 7 }), fc.shuffledSubarray(criteria), (candidates, tieBreak) => {
      const rules = { ...defaultRules, tieBreak };
      const round = smallRound({ experts: 1, applications: candidates.length, occupations: [{ name: drone, levels: ['三级'] }], rules });
      const sheets = candidates.flatMap(({ staff, visit, roadshow }, index) =>
        bestSheets(round, `a${index + 1}`, {
          ...lost.staff(staff),
          ...lost.visit(visit),
          ...lost.roadshow(roadshow),
          ...lost.elsewhere(whole - staff - visit - roadshow),
        }),
      );
      const document = documentOf(round, { expert: 'e1', sequence: 1, recusals: [], sheets });
      const { result, conflicts } = merge({ ...requestOf(round, []), inputs: [packageOf(document, '1')] });
      expect(new Set(result.candidates.map(({ total }) => total))).toEqual(new Set(['97.00']));
      const isBetter = (one: Losses, other: Losses) => {
        const decisive = tieBreak.find((each) => seen(each, one) !== seen(each, other));
        return decisive !== undefined && seen(decisive, one) > seen(decisive, other);
      };
      expect(result.candidates.map(({ rank }) => rank)).toEqual(
        candidates.map((own) => 1 + candidates.filter((other) => isBetter(other, own)).length),
      );
      // No vote is asked for where the list does not name it.
      expect(conflicts.filter(({ kind }) => kind === 'tie')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
