import { describe, expect, it } from 'vitest';
import {
  anApplication,
  anAssessor,
  anExpert,
  anInput,
  aStaffRow,
  occupation,
  rubric,
  times,
} from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { type Asked, requiredNumber } from '#shared/checks/required-number.ts';
import type { Application } from '#shared/domain/application.ts';
import type { Gate, Rubric, RubricItem, Rule } from '#shared/domain/rubric.ts';

const item = (code: string): RubricItem => {
  const found = rubric.items.find((one) => one.code === code);
  if (found === undefined) {
    throw new Error(`no item ${code}`);
  }
  return found;
};
const withRule = (rule: Rule, gate?: Gate): RubricItem => ({ ...item('A07'), rule, ...(gate === undefined ? {} : { gate }) });
const below = (value: string): Gate => ({ type: 'hard', failsWhen: { kind: 'below', value } });

describe('how much an item asks for', () => {
  it.each<[string, number | null, number | null]>([
    ['A01', null, 1],
    ['A04', null, null],
    ['A06', 2, null],
    ['A07', 1, null],
    ['A11', 20, null],
    ['A12', 10, null],
    ['A13', 3, null],
    ['A15', null, null],
    ['A26', null, 1],
    ['B01', null, null],
    ['B02', 60, null],
    ['B12', null, 0.9],
    ['G04', null, null],
  ])('%s of the notice’s rubric: %s counted, %s in proportion', (code, number, ratio) => {
    expect([requiredNumber(item(code), 'number'), requiredNumber(item(code), 'ratio')]).toEqual([number, ratio]);
  });

  const points = { points: '2.00', unit: '人' } as const;
  it.each<[string, Rule, Gate | undefined, Asked, number | null]>([
    ['a threshold', { kind: 'threshold', atLeast: '4.5', otherwise: '0.00', ...points }, undefined, 'number', 4.5],
    ['a proportion of a number', { kind: 'proportional', full: '25', value: 'number', ...points }, undefined, 'number', 25],
    ['a proportion of a share', { kind: 'proportional', full: '0.8', value: 'ratio', ...points }, undefined, 'ratio', 0.8],
    ['units up to a cap', { kind: 'per-unit', each: '0.50', cap: '2.00', unit: '人' }, undefined, 'number', 4],
    ['units that pass the cap', { kind: 'per-unit', each: '0.75', cap: '2.00', unit: '人' }, undefined, 'number', 3],
    ['units worth nothing', { kind: 'per-unit', each: '0.00', cap: '2.00', unit: '人' }, undefined, 'number', null],
    [
      'a line',
      {
        kind: 'linear',
        knots: [
          { at: '3', points: '1.00' },
          { at: '9', points: '2.00' },
        ],
        unit: '',
        value: 'number',
      },
      undefined,
      'number',
      3,
    ],
    [
      'bands',
      {
        kind: 'bands',
        bands: [
          { from: '8', points: '2.00' },
          { from: '4', points: '1.00' },
        ],
        unit: '',
        value: 'number',
      },
      undefined,
      'number',
      8,
    ],
    ['a gate before the rule', { kind: 'proportional', full: '30', value: 'number', ...points }, below('15'), 'number', 15],
    ['a gate on a share', { kind: 'proportional', full: '1', value: 'ratio', ...points }, below('0.5'), 'ratio', 0.5],
    [
      'a gate on a share where a number is asked',
      { kind: 'proportional', full: '1', value: 'ratio', ...points },
      below('0.5'),
      'number',
      null,
    ],
    [
      'a gate on a box',
      { kind: 'checklist', boxes: [{ code: 'a', text: '', points: '1.00' }] },
      { type: 'hard', failsWhen: { kind: 'unticked', box: 'a' } },
      'number',
      null,
    ],
    ['a gate that asks the expert', { kind: 'threshold', atLeast: '4', otherwise: '0.00', ...points }, { type: 'hard' }, 'number', 4],
  ])('%s', (_name, rule, gate, asked, want) => {
    expect(requiredNumber(withRule(rule, gate), asked)).toBe(want);
  });

  it('is nothing where there is no item or no rule', () => {
    expect(requiredNumber(undefined, 'number')).toBeNull();
    expect(requiredNumber(item('G05'), 'number')).toBeNull();
    expect(requiredNumber(item('A03'), 'number')).toBeNull();
  });
});

describe('a rubric that asks for other numbers', () => {
  const edited = (code: string, change: Partial<RubricItem>): Rubric => ({
    ...rubric,
    items: rubric.items.map((one) => (one.code === code ? { ...one, ...change } : one)),
  });
  const threshold = (atLeast: string): Rule => ({ kind: 'threshold', atLeast, points: '1.00', otherwise: '0.00', unit: '人' });
  const proportional = (full: string): Rule => ({ kind: 'proportional', full, points: '5.00', unit: '人', value: 'number' });
  const assessors = (own: number): Partial<Application> => ({
    assessors: times(9, (index) => anAssessor(index, index < own ? { name: `职员${index + 1}` } : {})),
  });
  const staff = (count: number, duty: string): Partial<Application> => ({
    staff: times(count, (index) => aStaffRow(index, { duty })),
  });
  const venue = (area: number): Partial<Application> => ({
    venues: [{ occupation, theoryAreaSquareMetres: area, skillAreaSquareMetres: null, equipment: [], testEquipment: [] }],
  });
  const experts = (count: number): Partial<Application> => ({ experts: times(count, (index) => anExpert(index)) });

  it.each<[string, Partial<RubricItem>, Partial<Application>, Partial<Application>, number]>([
    ['A06', { rule: { kind: 'per-unit', each: '0.50', cap: '2.00', unit: '人' } }, staff(3, '考务'), staff(4, '考务'), 4],
    ['A07', { rule: threshold('2') }, staff(1, '档案'), staff(2, '档案'), 2],
    ['A14', { rule: threshold('3') }, staff(2, '督导'), staff(3, '督导'), 3],
    ['A11', { rule: proportional('12'), gate: { type: 'panel', failsWhen: { kind: 'below', value: '12' } } }, experts(11), experts(12), 12],
    [
      'A12',
      { gate: { type: 'hard', failsWhen: { kind: 'below', value: '9' } } },
      { assessors: assessors(0).assessors?.slice(1) ?? [] },
      assessors(0),
      9,
    ],
    ['A13', { rule: threshold('5'), gate: { type: 'panel', failsWhen: { kind: 'below', value: '5' } } }, assessors(4), assessors(5), 5],
  ])('drives %s', (code, change, fewer, enough, number) => {
    const found = (application: Partial<Application>) =>
      checkApplication(anInput({ application, rubric: edited(code, change) })).find((finding) => finding.code === code);
    expect(found(fewer)).toMatchObject({ verdict: 'not-met', required: { number } });
    expect(found(enough)).toMatchObject({ verdict: 'met', required: { number } });
  });

  it('drives the theory room (B02)', () => {
    const gate: Gate = { type: 'panel', failsWhen: { kind: 'below', value: '80' } };
    const found = (area: number) =>
      checkApplication(anInput({ application: venue(area), rubric: edited('B02', { gate }) })).find(({ code }) => code === 'B02');
    expect(found(79)).toMatchObject({ verdict: 'not-met', required: { number: 80, unit: '平方米' } });
    expect(found(80)).toMatchObject({ verdict: 'verify-on-site', required: { number: 80 } });
  });

  it('drives the scale (A01)', () => {
    const rule: Rule = {
      kind: 'linear',
      knots: [
        { at: '1.5', points: '2.00' },
        { at: '3', points: '4.00' },
      ],
      unit: '倍',
      value: 'ratio',
    };
    const found = (total: number) =>
      checkApplication(
        anInput({
          facts: { training: [{ attachment: 'a'.repeat(64), page: null, total, years: [] }] },
          rubric: edited('A01', { rule }),
        }),
      ).find(({ code }) => code === 'A01');
    expect(found(14_999)).toMatchObject({ verdict: 'not-met', found: { number: 1.49 }, required: { number: 1.5, unit: '倍' } });
    expect(found(15_000)).toMatchObject({ verdict: 'met', found: { number: 1.5 } });
  });

  it('that asks in another way leaves the notice’s number standing', () => {
    const rule: Rule = {
      kind: 'choice',
      options: [
        { code: 'a', text: '', points: '5.00' },
        { code: 'b', text: '', points: '0.00' },
      ],
    };
    const { gate: _gate, ...bare } = item('A11');
    const findings = checkApplication(
      anInput({ rubric: { ...rubric, items: rubric.items.map((one) => (one.code === 'A11' ? { ...bare, rule } : one)) } }),
    );
    expect(findings.find(({ code }) => code === 'A11')).toMatchObject({ verdict: 'met', required: { number: 20 }, proposed: null });
    expect(anApplication().experts).toHaveLength(20);
  });
});
