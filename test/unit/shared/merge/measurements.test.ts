import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import type { MeasuredValue } from '#shared/domain/sheet.ts';
import { measurementKey } from '#shared/merge/measurements.ts';
import { by, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const number = (text: string): MeasuredValue => ({ kind: 'number', number: text });
const ratio = (count: string, of: string): MeasuredValue => ({ kind: 'ratio', count, of });
const ticked = (...boxes: string[]): MeasuredValue => ({ kind: 'checklist', ticked: boxes });
const choice = (code: string): MeasuredValue => ({ kind: 'choice', choice: code });
const parts = (of: Extract<MeasuredValue, { kind: 'parts' }>['parts']): MeasuredValue => ({ kind: 'parts', parts: of });
const area = { kind: 'number', number: '30' } as const;
const seats = { kind: 'ratio', count: '1', of: '2' } as const;

describe('two measurements are one', () => {
  it.each<[string, MeasuredValue | null, MeasuredValue | null, boolean]>([
    ['however the number is written', number('62.40'), number('62.4'), true],
    ['not where the number is another', number('62.4'), number('62.41'), false],
    ['however the ratio is written', ratio('9.0', '10'), ratio('9', '10.00'), true],
    ['not for 9 of 10 and 18 of 20', ratio('9', '10'), ratio('18', '20'), false],
    ['not where only the whole is another', ratio('9', '10'), ratio('9', '11'), false],
    ['in whatever order the boxes are ticked', ticked('a', 'b'), ticked('b', 'a'), true],
    ['not where a box more is ticked', ticked('a'), ticked('a', 'b'), false],
    ['where the same is chosen', choice('complete'), choice('complete'), true],
    ['not where another is chosen', choice('complete'), choice('partial'), false],
    ['not for a number and a choice of the same characters', number('1'), choice('1'), false],
    ['in whatever order the parts stand', parts({ area, seats }), parts({ seats, area }), true],
    ['not where a part is another', parts({ area, seats }), parts({ area: { ...area, number: '31' }, seats }), false],
    ['not where a part is missing', parts({ area, seats }), parts({ area }), false],
    ['not where the parts are exchanged', parts({ one: area, other: seats }), parts({ one: seats, other: area }), false],
    ['where neither was taken', null, null, true],
    ['not where one was not taken', null, number('0'), false],
  ])('%s', (_, left, right, isOne) => {
    expect(measurementKey(left) === measurementKey(right)).toBe(isOne);
  });
});

describe('the chair’s measurement', () => {
  const round = smallRound({ experts: 3 });
  const settle = (item: string, value: MeasuredValue, levelGroup: 'technician' | null = null): Resolution => ({
    kind: 'measurement',
    application: 'a1',
    occupation: levelGroup === null ? null : (round.applications[0]?.occupations[0]?.name ?? ''),
    levelGroup,
    item,
    value,
    ...by,
  });
  const given = (answers: readonly Otherwise[], resolutions: readonly Resolution[]) => {
    const { candidate, open } = merged(requestOf(round, answers, resolutions));
    return { candidate, open, totals: candidate.perExpert.map(({ total }) => total) };
  };

  it('takes the place of every expert’s at that slot, and of nothing else', () => {
    const answers = [
      { A06: n('1'), A07: n('0') },
      { A06: n('2'), A07: n('0') },
      { A06: n('3'), A07: n('0') },
    ];
    expect(given(answers, []).totals).toEqual(['98.00', '99.00', '99.00']);
    expect(given(answers, [settle('A06', number('1'))]).totals).toEqual(['98.00', '98.00', '98.00']);
    expect(given(answers, [settle('A06', number('2'))]).totals).toEqual(['99.00', '99.00', '99.00']);
    // A value that nobody recorded may stand, too.
    expect(given(answers, [settle('A06', number('0'))]).totals).toEqual(['97.00', '97.00', '97.00']);
  });

  it('leaves one alone where the experts agree, and where they come to the same', () => {
    expect(given([{}, {}, {}], [settle('A06', number('0'))]).totals).toEqual(['100.00', '100.00', '100.00']);
    const same = given([{ A06: n('2') }, { A06: n('3') }, { A06: n('4') }], [settle('A06', number('0'))]);
    expect([same.totals, same.open]).toEqual([['100.00', '100.00', '100.00'], []]);
  });

  it('is followed by the verdict at a hard gate, met or not, but settles no 存疑 and no vote', () => {
    const gateAt = (answers: readonly Otherwise[], item: string, resolutions: readonly Resolution[]) =>
      given(answers, resolutions)
        .candidate.gates.filter((each) => each.item === item && each.levelGroup !== 'skilled')
        .map(({ outcome, votes }) => [outcome, ...votes.map(({ verdict }) => verdict)])[0];
    const hard: Otherwise[] = [{ 'A12@technician': n('9') }, { 'A12@technician': n('10') }, { 'A12@technician': n('9') }];
    expect(gateAt(hard, 'A12', [settle('A12', number('10'), 'technician')])).toEqual(['met', 'met', 'met', 'met']);
    expect(gateAt(hard, 'A12', [settle('A12', number('9'), 'technician')])).toEqual(['not-met', 'not-met', 'not-met', 'not-met']);
    const doubt: Otherwise[] = [{ 'A12@technician': { ...n('9'), verdict: 'doubtful' } }, ...hard.slice(1)];
    expect(gateAt(doubt, 'A12', [settle('A12', number('10'), 'technician')])).toEqual(['pending', 'doubtful', 'met', 'met']);
    const vote: Otherwise[] = [{ B02: { ...n('59'), verdict: 'not-met' } }, { B02: n('61') }, { B02: n('61') }];
    expect(gateAt(vote, 'B02', [settle('B02', number('61'))])).toEqual(['met', 'not-met', 'met', 'met']);
  });
});
