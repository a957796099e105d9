import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import type { Verdict } from '#shared/domain/values.ts';
import { by, gate, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const byStage: Rules = { ...defaultRules, aggregate: { ...defaultRules.aggregate, by: 'stage' } };

describe('measurements', () => {
  const round = smallRound({ experts: 2 });

  it('that differ keep the candidate pending; the resolved value counts for every expert and every record stays', () => {
    const request = requestOf(round, [{ B02: n('62.4') }, { B02: n('59.8') }]);
    const waiting = merged(request);
    expect([waiting.candidate.outcome, waiting.candidate.total, waiting.open]).toEqual(['pending', null, ['measurement B02 e1+e2']]);
    const settled = (number: string) =>
      merged({
        ...request,
        resolutions: [{ kind: 'measurement', application: 'a1', occupation: null, levelGroup: null, item: 'B02', ...n(number), ...by }],
      });
    const up = settled('62.4');
    expect([up.candidate.outcome, up.candidate.total, up.open]).toEqual(['recommended', '100.00', []]);
    // A panel gate whose value fails waits for the panel's recorded vote.
    const down = settled('59.8');
    expect([down.candidate.outcome, down.candidate.total, down.open]).toEqual(['pending', '97.00', ['gate B02 e1+e2']]);
    expect(down.conflicts[0]?.statements.map(({ value, points }) => [value, points])).toEqual([
      [n('62.4').value, '3.00'],
      [n('59.8').value, '0.00'],
    ]);
  });

  it('are the same when they differ in writing only', () => {
    const { candidate, open } = merged(requestOf(round, [{ B02: n('62.40') }, { B02: n('62.4') }]));
    expect([open, candidate.reasons]).toEqual([[], []]);
  });
});

describe('gates', () => {
  const votes = (
    item: string,
    verdicts: ('met' | 'not-met' | 'doubtful' | 'verify-on-site' | 'not-applicable')[],
    resolutions: Resolution[] = [],
  ) => {
    const round = smallRound({ experts: verdicts.length });
    const { candidate, open } = merged(
      requestOf(
        round,
        verdicts.map((verdict) => ({ [item]: { verdict } })),
        resolutions,
      ),
    );
    return [candidate.gates.find((each) => each.item === item)?.outcome, candidate.outcome, open.length];
  };

  it('of the hard kind fail together and are the chair’s when the experts differ', () => {
    expect(votes('G01', ['met', 'met', 'met'])).toEqual(['met', 'recommended', 0]);
    expect(votes('G01', ['not-met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
    expect(votes('G01', ['met', 'met', 'not-met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G06', ['not-applicable', 'not-applicable', 'not-applicable'])).toEqual(['not-applicable', 'recommended', 0]);
    expect(votes('G06', ['not-applicable', 'met', 'met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G01', ['met', 'met', 'not-met'], [gate('G01', 'met')])).toEqual(['met', 'recommended', 0]);
    expect(votes('G01', ['not-met', 'not-met', 'not-met'], [gate('G01', 'met')])).toEqual(['met', 'recommended', 0]);
  });

  it('of the panel kind fail by more than half; an even split is the chair’s', () => {
    expect(votes('G09', ['met', 'met', 'not-met'])).toEqual(['met', 'recommended', 0]);
    expect(votes('G09', ['met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
    expect(votes('G09', ['met', 'met', 'not-met', 'not-met'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-applicable', 'not-met', 'not-met', 'not-met'])).toEqual(['not-met', 'ruled-out', 0]);
  });

  it('stay open with any 存疑 or 现场核实', () => {
    expect(votes('G01', ['met', 'met', 'doubtful'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-met', 'not-met', 'verify-on-site'])).toEqual(['pending', 'pending', 1]);
    expect(votes('G09', ['not-met', 'not-met', 'verify-on-site'], [gate('G09', 'not-met')])).toEqual(['not-met', 'ruled-out', 0]);
  });

  it('come up for the vote when another item says so (B12 below 60 % → G09)', () => {
    const round = smallRound({ experts: 3 });
    const poor = { B12: { value: { kind: 'ratio' as const, count: '5', of: '10' } } };
    const triggered = merged(requestOf(round, [poor, poor, poor]));
    expect([triggered.candidate.outcome, triggered.open]).toEqual(['pending', ['gate G09 e1+e2+e3']]);
    const voted = merged(requestOf(round, [poor, poor, poor], [gate('G09', 'met')]));
    expect([voted.candidate.outcome, voted.candidate.total]).toEqual(['recommended', '97.00']);
  });
});

describe('a panel gate of a measured item', () => {
  const outcomeOf = (answers: readonly Otherwise[]) => {
    const { candidate, open } = merged(requestOf(smallRound({ experts: answers.length }), answers));
    const found = candidate.gates.find(({ item }) => item === 'B02');
    return [found?.outcome, found?.votes.map(({ verdict }) => verdict ?? '-').join(' '), ...open];
  };
  const [high, low] = [{ B02: n('61') }, { B02: n('59') }];
  const voting = (answer: { B02: Partial<Answer> }, verdict: Verdict) => ({ B02: { ...answer.B02, verdict } });

  it('counts 符合 for who gave none, where the value meets the condition, and nothing where it does not', () => {
    expect(outcomeOf([high, high])).toEqual(['met', 'met met']);
    expect(outcomeOf([low, low])).toEqual(['pending', '- -', 'gate B02 e1+e2']);
    expect(outcomeOf([voting(high, 'not-met'), high])).toEqual(['pending', 'not-met met', 'gate B02 e1+e2']);
    expect(outcomeOf([voting(high, 'not-met'), voting(high, 'not-met'), high])).toEqual(['not-met', 'not-met not-met met']);
  });

  it('fails on votes alone, and waits for the recorded vote with a failing value that the votes let pass', () => {
    const [yes, no] = [voting(low, 'met'), voting(low, 'not-met')];
    expect(outcomeOf([no, no, low])).toEqual(['not-met', 'not-met not-met -']);
    expect(outcomeOf([yes, yes, low])).toEqual(['pending', 'met met -', 'gate B02 e1+e2+e3']);
    expect(outcomeOf([no, low, low])).toEqual(['pending', 'not-met - -', 'gate B02 e1+e2+e3']);
  });

  it('waits for the measurement while that is in dispute, and counts no 符合 by it', () => {
    expect(outcomeOf([high, low])).toEqual(['pending', '- -', 'measurement B02 e1+e2']);
    expect(outcomeOf([voting(high, 'met'), voting(low, 'not-met')])).toEqual(['pending', 'met not-met', 'measurement B02 e1+e2']);
    expect(outcomeOf([voting(high, 'not-met'), voting(low, 'not-met')])).toEqual(['not-met', 'not-met not-met', 'measurement B02 e1+e2']);
  });

  it('needs votes of half of the experts whose stage it is, and waits for sheets where they are missing', () => {
    const round = smallRound({ experts: 4 });
    const asked = (...answers: (Otherwise | null)[]) => {
      const { candidate, open } = merged(requestOf(round, answers));
      return [candidate.gates.find(({ item }) => item === 'B02')?.outcome, open.some((each) => each.startsWith('gate B02'))];
    };
    expect(asked(high, null, null, null)).toEqual(['pending', false]);
    expect(asked(high, high, null, null)).toEqual(['met', false]);
    expect(asked(voting(low, 'not-met'), voting(low, 'not-met'), null, null)).toEqual(['not-met', false]);
    expect(asked(voting(low, 'not-met'), low, null, null)).toEqual(['pending', false]);
    expect(asked(low, low, low, low)).toEqual(['pending', true]);
    const visitOnly = {
      ...round,
      assignments: round.assignments.map((each) => (each.expert === 'e1' ? each : { ...each, stages: ['document' as const] })),
    };
    const { candidate } = merged(requestOf({ ...visitOnly, rules: byStage }, [high, null, null, null]));
    expect(candidate.gates.find(({ item }) => item === 'B02')?.votes).toEqual([{ expert: 'e1', verdict: 'met' }]);
  });

  it('that is hard is open while the value in dispute is, even where all values fail it', () => {
    const hard = (...values: string[]) => {
      const answers = values.map((value) => ({ 'A12@technician': n(value) }));
      const { candidate, open } = merged(requestOf(smallRound({ experts: values.length }), answers));
      return [candidate.gates.find(({ item, levelGroup }) => item === 'A12' && levelGroup === 'technician')?.outcome, ...open];
    };
    expect(hard('8', '9')).toEqual(['pending', 'measurement A12 e1+e2']);
    expect(hard('9', '9')).toEqual(['not-met']);
    expect(hard('9', '10')).toEqual(['pending', 'measurement A12 e1+e2']);
  });
});

describe('measurements that come to the same', () => {
  const same = (answers: readonly Otherwise[], resolutions: readonly Resolution[] = []) => {
    const { candidate, open } = merged(requestOf(smallRound({ experts: answers.length }), answers, resolutions));
    return [
      candidate.total,
      candidate.reasons.map(({ code, details }) => [code, details['item'], details['values']].join(' ')).join(),
      ...open,
    ];
  };
  const ratio = (count: string, of: string) => ({ value: { kind: 'ratio' as const, count, of } });

  it('are no matter: each keeps the own value, and all are printed', () => {
    expect(same([{ B02: n('62.4') }, { B02: n('65') }, { B02: n('62.4') }])).toEqual([
      '100.00',
      'measurement-same-points B02 62.4；65；62.4',
    ]);
    expect(same([{ B12: ratio('9', '10') }, { B12: ratio('18', '20') }])).toEqual(['100.00', 'measurement-same-points B12 9/10；18/20']);
  });

  it('are the chair’s where the points, the gate or what is triggered differ', () => {
    expect(same([{ A06: n('1') }, { A06: n('2') }])).toEqual([null, 'measurement-differs A06 ', 'measurement A06 e1+e2']);
    // Below 20 the gate fails; below 60 % G09 comes up.
    expect(same([{ A13: n('2') }, { A13: n('3') }])[2]).toBe('measurement A13 e1+e2');
    expect(same([{ B12: ratio('5', '10') }, { B12: ratio('4', '10') }]).slice(2)).toEqual(['gate G09 e1+e2']);
    expect(same([{ B12: ratio('5', '10') }, { B12: ratio('6', '10') }])[2]).toBe('measurement B12 e1+e2');
  });

  it('stay each expert’s own whatever the chair decided before', () => {
    const decided: Resolution = {
      kind: 'measurement',
      application: 'a1',
      occupation: null,
      levelGroup: null,
      item: 'B02',
      ...n('30'),
      ...by,
    };
    expect(same([{ B02: n('62.4') }, { B02: n('65') }], [decided])).toEqual(['100.00', 'measurement-same-points B02 62.4；65']);
  });
});
