import { describe, expect, it } from 'vitest';
import type { CandidateResult } from '#shared/domain/result.ts';
import { defaultRules } from '#shared/domain/round.ts';
import { merge, pendingIn } from '#shared/merge/index.ts';
import { drone, gate, merged, n, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 3 });
const levels = ['五级', '四级', '三级', '二级'] as const;
const whole = { application: 'a1', occupation: drone, levels, isPart: false };

describe('a candidate without a conclusion', () => {
  it('that is tied across a quota waits with all of its levels, although each of its groups has its conclusion', () => {
    const tied = smallRound({ experts: 1, applications: 2, rules: { ...defaultRules, quotas: [{ occupation: drone, most: 1 }] } });
    const { candidates } = merge(requestOf(tied, [{}])).result;
    expect(candidates.map(({ groups }) => groups.map(({ outcome }) => outcome))).toEqual(
      ['a1', 'a2'].map(() => ['recommended', 'recommended']),
    );
    const reasons = [{ code: 'quota-tied', details: { most: 1 } }];
    expect(pendingIn(candidates)).toEqual(['a1', 'a2'].map((application) => ({ ...whole, application, reasons })));
  });

  it('says each thing that it waits for once, also where both of its groups do', () => {
    expect(pendingIn(merged(requestOf(round, [{}, {}, null])).result.candidates)).toEqual([
      {
        ...whole,
        reasons: ['document', 'visit', 'roadshow'].map((stage) => ({ code: 'sheet-missing', details: { expert: 'e3', stage } })),
      },
    ]);
  });

  it('does not say what the chair has decided already or what makes no difference', () => {
    const request = requestOf(round, [{ A06: n('2') }, { A06: n('3'), G02: { verdict: 'doubtful' } }, {}], [gate('G01', 'met')]);
    const { candidate } = merged(request);
    expect(candidate.reasons.map(({ code }) => code)).toEqual(['gate-overridden', 'gate-open', 'measurement-same-points']);
    expect(pendingIn([candidate])).toEqual([
      { ...whole, reasons: [{ code: 'gate-open', details: { item: 'G02', question: 'doubtful' } }] },
    ]);
  });

  it('that is recommended at one level group says of the other what that one waits for, and nothing of its own', () => {
    const { candidate } = merged(requestOf(round, [{ 'A12@technician': n('9') }, {}, {}]));
    const own: CandidateResult['reasons'] = [{ code: 'gate-open', details: { item: 'G01' } }];
    expect(pendingIn([{ ...candidate, reasons: own }])).toEqual([
      {
        ...whole,
        levels: ['二级'],
        isPart: true,
        reasons: [{ code: 'measurement-differs', details: { item: 'A12', levelGroup: 'technician' } }],
      },
    ]);
  });
});
