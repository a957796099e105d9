import { describe, expect, it } from 'vitest';
import { rulesThatDontFit, withoutAssignment } from '#shared/assignments/fit.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { Stage } from '#shared/domain/values.ts';

type Panel = Parameters<typeof rulesThatDontFit>[0];

const member = (id: string, role: 'chair' | 'expert' = 'expert') => ({ id, name: `${id}（虚构）`, role });
const application = (id: string, occupations = 1) => ({
  id,
  applicant: { id: `of-${id}`, name: `单位${id}` },
  occupations: Array.from({ length: occupations }, (_, index) => ({ name: `职业${index}` })),
});

/** Everyone has everything but what is taken out. */
function roundOf({
  experts = 5,
  applications = [application('甲'), application('乙')],
  without = [],
  recusals = [],
  aggregate = {},
}: {
  experts?: number;
  applications?: Panel['applications'];
  without?: readonly string[];
  recusals?: readonly string[];
  aggregate?: Partial<Rules['aggregate']>;
}): Panel {
  const panel = [member('组长', 'chair'), ...Array.from({ length: experts }, (_, index) => member(`e${index + 1}`))];
  return {
    rules: { ...defaultRules, aggregate: { ...defaultRules.aggregate, ...aggregate } },
    panel,
    applications,
    assignments: panel
      .filter(({ role }) => role === 'expert')
      .flatMap(({ id: expert }) => applications.map(({ id }) => ({ expert, application: id })))
      .filter((one) => !without.includes(`${one.expert} ${one.application}`)),
    recusals: recusals.map((pair) => {
      const [expert = '', applicant = ''] = pair.split(' ');
      return { expert, applicant: `of-${applicant}` };
    }),
  };
}

describe('who scores and has nothing assigned', () => {
  const scorers = ['组长', 'e1', 'e2'];

  it('is the chair who scores too, and an expert who came later, by name', () => {
    const round = roundOf({ experts: 2, without: ['e2 甲', 'e2 乙'] });
    expect(withoutAssignment(round, scorers).map(({ id }) => id)).toEqual(['组长', 'e2']);
  });

  it('is nobody who is recused from every applicant: nothing can be assigned there', () => {
    const recused = roundOf({ experts: 2, without: ['e2 甲', 'e2 乙'], recusals: ['e2 甲', 'e2 乙'] });
    expect(withoutAssignment(recused, ['e1', 'e2'])).toEqual([]);
    const once = roundOf({ experts: 2, without: ['e2 甲', 'e2 乙'], recusals: ['e2 甲'] });
    expect(withoutAssignment(once, ['e1', 'e2']).map(({ id }) => id)).toEqual(['e2']);
  });

  it('counts an assignment that a recusal takes away as none', () => {
    const round = roundOf({ experts: 2, recusals: ['e2 甲'], without: ['e2 乙'] });
    expect(withoutAssignment(round, ['e1', 'e2']).map(({ id }) => id)).toEqual(['e2']);
  });
});

describe('a rule that the panel is too small for', () => {
  it.each([
    ['five of five drop', { experts: 5 }, []],
    ['four never drop', { experts: 4 }, [['draft/trims-nowhere', 5, 4]]],
    ['four with a minimum of four drop', { experts: 4, aggregate: { minExperts: 4 } }, []],
    ['a mean asks for nobody', { experts: 2, aggregate: { method: 'mean' as const } }, []],
    ['nothing to drop asks for nobody', { experts: 2, aggregate: { dropHighest: 0, dropLowest: 0 } }, []],
    ['one applicant with a recusal', { experts: 5, recusals: ['e1 乙'] }, [['draft/trims-not-here', 5, 4]]],
    ['one applicant with an expert fewer', { experts: 5, without: ['e1 甲'] }, [['draft/trims-not-here', 5, 4]]],
  ])('%s', (_, given, expected) => {
    const found = rulesThatDontFit(roundOf(given));
    expect(found.map(({ code, details }) => [code, details['minExperts'], details['experts']])).toEqual(expected);
  });

  it('names the applicants, and how many experts each has where they differ', () => {
    const applications = [application('甲'), application('乙'), application('丙')];
    const [note] = rulesThatDontFit(roundOf({ experts: 5, applications, recusals: ['e1 乙', 'e1 丙', 'e2 丙'] }));
    expect(note).toEqual({
      code: 'draft/trims-not-here',
      details: { minExperts: 5, experts: '3–4', applicants: '单位乙、单位丙', count: 2, highest: 1, lowest: 1 },
    });
  });

  it('goes by the stage that has fewest where the rule drops stage by stage', () => {
    const round = roundOf({ experts: 5, aggregate: { by: 'stage' } });
    const onlyVisit: Stage[] = ['visit'];
    const divided = {
      ...round,
      assignments: round.assignments.map((one) => (one.expert === 'e1' ? { ...one, stages: onlyVisit } : one)),
    };
    expect(rulesThatDontFit(divided)).toMatchObject([{ code: 'draft/trims-nowhere', details: { experts: 4 } }]);
  });
});

describe('z-scores with experts of one candidate', () => {
  const zScore = { method: 'z-score' as const };

  it('are said, with names: their points move nobody', () => {
    const round = roundOf({ experts: 3, aggregate: zScore, without: ['e2 乙'] });
    expect(rulesThatDontFit(round)).toEqual([{ code: 'draft/one-candidate', details: { names: 'e2（虚构）', count: 1 } }]);
  });

  it('count occupations, not applicants', () => {
    const two = roundOf({ experts: 3, aggregate: zScore, applications: [application('甲', 2)] });
    expect(rulesThatDontFit(two)).toEqual([]);
    const one = roundOf({ experts: 3, aggregate: zScore, applications: [application('甲')] });
    expect(rulesThatDontFit(one)).toMatchObject([{ code: 'draft/one-candidate', details: { count: 3 } }]);
  });

  it('leave out what an expert is recused from', () => {
    const round = roundOf({ experts: 3, aggregate: zScore, recusals: ['e3 甲'] });
    expect(rulesThatDontFit(round)).toMatchObject([{ code: 'draft/one-candidate', details: { names: 'e3（虚构）' } }]);
  });
});
