import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { by, drone, merged, requestOf, smallRound } from './small-round.ts';

const exclude = (expert: string, application: string | null = 'a1'): Resolution => ({ kind: 'exclude-expert', expert, application, ...by });
const withdraw = (expert: string, application: string | null = 'a1'): Resolution => ({
  kind: 'withdraw-exclusion',
  expert,
  application,
  ...by,
  sequence: 2,
});

describe('a candidate that no expert counts for', () => {
  const round = smallRound({ experts: 2 });
  const matters = (resolutions: Resolution[], of: Round = round) => {
    const { candidate, conflicts } = merged(requestOf(of, [{}, {}], resolutions));
    return [
      candidate.outcome,
      candidate.reasons.map(({ code }) => code).join(),
      ...conflicts.map(({ kind, stage, experts, resolved, candidates }) =>
        [kind, stage ?? '', experts.join('+'), resolved, candidates.map(({ occupation }) => occupation).join()].join(' '),
      ),
    ];
  };

  it('is a matter that names whose exclusion can be withdrawn, until one is', () => {
    const nobody = ['pending', 'nobody-counts', `nobody-counts  e1+e2 false ${drone}`];
    expect(matters([exclude('e1'), exclude('e2')])).toEqual(nobody);
    expect(matters([exclude('e1', null), exclude('e2')])).toEqual(nobody);
    expect(matters([exclude('e1'), exclude('e2'), withdraw('e1')])).toEqual(['recommended', '']);
    expect(matters([exclude('e1', null), exclude('e2'), withdraw('e1')])).toEqual(nobody);
    expect(matters([exclude('e1', null), exclude('e2'), withdraw('e1', null)])).toEqual(['recommended', '']);
  });

  it('is one without an exclusion to withdraw where everybody is recused or nobody is assigned', () => {
    const nobody = ['pending', 'nobody-counts', `nobody-counts   false ${drone}`];
    const recusals = ['e1', 'e2'].map((expert) => ({ expert, applicant: 'u1', reason: '亲属' }));
    expect(matters([], { ...round, recusals })).toEqual(nobody);
    expect(matters([], { ...round, assignments: [] })).toEqual(nobody);
  });

  it('is one stage’s where only that has nobody left', () => {
    const divided: Round = {
      ...round,
      rules: { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'stage' } },
      assignments: [
        { expert: 'e1', application: 'a1', stages: ['document', 'roadshow'] },
        { expert: 'e2', application: 'a1', stages: ['visit'] },
      ],
    };
    expect(matters([exclude('e2')], divided)).toEqual(['pending', 'stage-without-expert', `nobody-counts visit e2 false ${drone}`]);
    expect(matters([exclude('e2'), withdraw('e2')], divided).slice(0, 2)).toEqual(['recommended', '']);
  });
});
