import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { by, gate, merged, n, requestOf, smallRound } from './small-round.ts';

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
