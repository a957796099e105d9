import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import type { Round } from '#shared/domain/round.ts';
import type { Answer, MeasuredValue } from '#shared/domain/sheet.ts';
import { settleMeasurements } from '#shared/merge/measurements.ts';
import { workOut } from '#shared/merge/merge.ts';
import { by, drone, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 2 });
const ratio = (count: string, of: string) => ({ value: { kind: 'ratio' as const, count, of } });
const ticked = (...boxes: string[]) => ({ value: { kind: 'checklist' as const, ticked: boxes } });
const chosen = (choice: string) => ({ value: { kind: 'choice' as const, choice } });
const settle = (item: string, value: MeasuredValue, levelGroup: 'technician' | null = null): Resolution => ({
  kind: 'measurement',
  application: 'a1',
  occupation: levelGroup === null ? null : drone,
  levelGroup,
  item,
  value,
  ...by,
});

/** The differing measurements of a1, and how each expert stands at an item after they are settled. */
function settled(answers: readonly Otherwise[], resolutions: readonly Resolution[] = [], inRound: Round = round) {
  const [application] = workOut(requestOf(inRound, answers, resolutions)).applications;
  const differing = (application?.differing ?? []).map(({ slot, settledBy, statements }) => [
    slot.levelGroup === null ? slot.item : `${slot.item}@${slot.levelGroup}`,
    settledBy,
    statements.map(({ expert, statement }) => [expert, statement.answer.value]),
  ]);
  const standing = (item: string, levelGroup: 'technician' | null = null) =>
    (application?.experts ?? []).map(({ statements }) => {
      const found = [...statements.values()].find(({ slot }) => slot.item === item && slot.levelGroup === levelGroup);
      return found === undefined ? null : [found.answer.value, found.answer.points, found.answer.verdict, found.points, found.gate];
    });
  return { differing, standing };
}

describe('where experts measured differently', () => {
  it('the slot is listed with what each recorded and who settled it: nobody yet, the chair, or the points themselves', () => {
    const answers = [{ A06: n('1') }, { A06: n('2') }];
    const recorded = [
      ['e1', n('1').value],
      ['e2', n('2').value],
    ];
    expect(settled(answers).differing).toEqual([['A06', null, recorded]]);
    expect(settled(answers, [settle('A06', n('1').value)]).differing).toEqual([['A06', 'chair', recorded]]);
    expect(settled([{ A06: n('2') }, { A06: n('3') }]).differing).toEqual([
      [
        'A06',
        'same-points',
        [
          ['e1', n('2').value],
          ['e2', n('3').value],
        ],
      ],
    ]);
    expect(settled([{}, {}]).differing).toEqual([]);
  });

  it.each<[string, string, Partial<Answer>, Partial<Answer>, (string | null)[][]]>([
    ['a number written otherwise', 'A06', n('1.50'), n('1.5'), []],
    ['other boxes of the same points', 'A02', ticked('founding'), ticked('funding'), [['A02', 'same-points']]],
    ['the same boxes in another order', 'A02', ticked('founding', 'funding'), ticked('funding', 'founding'), []],
    ['another choice', 'A15', chosen('complete'), chosen('partial'), [['A15', null]]],
    ['points that are equal where the verdict of the gate is not', 'A12@technician', n('9.999'), n('10'), [['A12@technician', null]]],
  ])('%s is taken by what it comes to', (_, place, one, other, found) => {
    expect(settled([{ [place]: one }, { [place]: other }]).differing.map((each) => each.slice(0, 2))).toEqual(found);
  });

  it('equal points wait for the chair where one value alone brings up another gate', () => {
    const items = round.rubric.items.map((item) =>
      item.code === 'B12' ? { ...item, triggers: { item: 'G09', failsWhen: { kind: 'below' as const, value: '0.95' } } } : item,
    );
    const strict: Round = { ...round, rubric: { ...round.rubric, items } };
    const answers = [{ B12: ratio('19', '20') }, { B12: ratio('92', '100') }];
    const settledBy = (inRound: Round) => settled(answers, [], inRound).differing.map((each) => each[1]);
    expect([settledBy(round), settledBy(strict)]).toEqual([['same-points'], [null]]);
  });

  it('measurements that come to the same are no matter of the queue and are told in the reasons', () => {
    const { conflicts, candidate } = merged(requestOf(round, [{ A06: n('2') }, { A06: n('3') }]));
    expect(conflicts).toEqual([]);
    expect(candidate.groups.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['measurement-same-points'],
      ['measurement-same-points'],
    ]);
  });
});

describe('the value that the chair settled', () => {
  it('stands for every expert with its points, and leaves a verdict alone where the item has no gate', () => {
    const { standing } = settled([{ A06: n('1') }, { A06: n('2') }], [settle('A06', n('1').value)]);
    expect(standing('A06')).toEqual(['e1', 'e2'].map(() => [n('1').value, '1.00', null, 100n, null]));
    expect(standing('A07')).toEqual(settled([{}, {}]).standing('A07'));
  });

  it.each<[string, string, Answer['verdict'], string, Answer['verdict'], Answer['verdict']]>([
    ['takes back a 符合 that no longer holds', '10', 'met', '9', null, 'not-met'],
    ['takes back a 不符合 that no longer holds', '9', 'not-met', '10', null, 'met'],
    ['leaves 存疑', '9', 'doubtful', '10', 'doubtful', 'doubtful'],
    ['leaves 现场核实', '9', 'verify-on-site', '10', 'verify-on-site', 'verify-on-site'],
  ])('at a hard gate %s', (_, own, verdict, value, given, gate) => {
    const other = own === '9' ? '10' : '9';
    const answers = [{ 'A12@technician': { ...n(own), verdict } }, { 'A12@technician': n(other) }];
    const { standing } = settled(answers, [settle('A12', n(value).value, 'technician')]);
    const points = value === '10' ? (['5.00', 500n] as const) : (['4.50', 450n] as const);
    expect(standing('A12', 'technician')).toEqual([
      [n(value).value, points[0], given, points[1], gate],
      [n(value).value, points[0], null, points[1], value === '10' ? 'met' : 'not-met'],
    ]);
  });

  it('leaves a vote at a panel gate as it was given, for and against', () => {
    const answers: Otherwise[] = [{ B02: { ...n('61'), verdict: 'met' } }, { B02: { ...n('59'), verdict: 'not-met' } }];
    expect(settled(answers, [settle('B02', n('59').value)]).standing('B02')).toEqual([
      [n('59').value, '0.00', 'met', 0n, 'met'],
      [n('59').value, '0.00', 'not-met', 0n, 'not-met'],
    ]);
  });

  it('was checked before: one that no rule scores is an error that names the item', () => {
    const { roundIndex, decisions, applications } = workOut(requestOf(round, [{ A06: n('1') }, { A06: n('2') }]));
    const [application] = applications;
    if (application === undefined) {
      throw new Error('no application');
    }
    const unfit = { ...decisions, measurement: () => chosen('complete').value };
    expect(() => settleMeasurements(roundIndex, application.application, { experts: application.experts, decisions: unfit })).toThrow(
      /^a checked measurement does not score: A06 \S+$/,
    );
  });
});
