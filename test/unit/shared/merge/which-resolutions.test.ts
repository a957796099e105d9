import { describe, expect, it } from 'vitest';
import type { Resolution } from '#shared/domain/result.ts';
import { checkResolution } from '#shared/merge/index.ts';
import { decisionsOf } from '#shared/merge/resolutions.ts';
import { codeOf } from '../../../fixtures/packages/value-of.ts';
import { by, drone, gaming, gate, n, smallRound } from './small-round.ts';

const round = smallRound({ experts: 2, applications: 2, occupations: [{ name: drone, levels: ['三级'] }] });
const at = { application: 'a1', occupation: null, levelGroup: null };
const own = { application: 'a1', occupation: drone, levelGroup: 'skilled' as const };
const order = (...names: string[]) =>
  names.map((name) => {
    const [application = '', occupation = drone] = name.split(' ');
    return { application, occupation };
  });

describe('a resolution fits the round', () => {
  const fit: Record<string, Resolution> = {
    'an exclusion here': { kind: 'exclude-expert', expert: 'e2', application: 'a2', ...by },
    'an exclusion everywhere': { kind: 'exclude-expert', expert: 'e2', application: null, ...by },
    'a withdrawal': { kind: 'withdraw-exclusion', expert: 'e2', application: null, ...by },
    'a gate of the applicant': gate('G01', 'met'),
    'a gate of the candidate': { kind: 'gate', ...at, occupation: drone, item: 'G03', verdict: 'not-applicable', ...by },
    'a gate of the level group': { kind: 'gate', ...own, item: 'A12', verdict: 'met', ...by },
    'a measurement of the applicant': { kind: 'measurement', ...at, item: 'A06', ...n('1'), ...by },
    'a measurement of the level group': { kind: 'measurement', ...own, item: 'A12', ...n('1'), ...by },
    'a deviation': { kind: 'deviation', application: 'a2', occupation: drone, expert: 'e2', ...by },
    'a vote on a tie': { kind: 'tie', order: order('a2', 'a1'), ...by },
  };
  const unfit: Record<string, Resolution> = {
    'an exclusion of a stranger': { kind: 'exclude-expert', expert: 'e9', application: 'a1', ...by },
    'a stranger’s exclusion everywhere': { kind: 'exclude-expert', expert: 'e9', application: null, ...by },
    'an exclusion from an application that is not there': { kind: 'exclude-expert', expert: 'e2', application: 'a9', ...by },
    'a gate that is no gate': { kind: 'gate', ...at, item: 'A06', verdict: 'met', ...by },
    'a gate that is not there': { kind: 'gate', ...at, item: 'Z99', verdict: 'met', ...by },
    'a gate of an application that is not there': { kind: 'gate', ...at, application: 'a9', item: 'G01', verdict: 'met', ...by },
    'a candidate’s gate without the candidate': { kind: 'gate', ...at, item: 'G03', verdict: 'met', ...by },
    'a gate of a level group not applied for': { kind: 'gate', ...own, levelGroup: 'technician', item: 'A12', verdict: 'met', ...by },
    'a gate of an occupation not applied for': { kind: 'gate', ...own, occupation: gaming, item: 'A12', verdict: 'met', ...by },
    'a measurement of an item that is not there': { kind: 'measurement', ...at, item: 'Z99', ...n('1'), ...by },
    'a measurement where nothing is measured': { kind: 'measurement', ...at, item: 'A03', ...n('1'), ...by },
    'a measurement that is no measurement': { kind: 'measurement', ...at, item: 'A06', value: { kind: 'number' }, ...by },
    'a measurement of another kind': { kind: 'measurement', ...at, item: 'A06', value: { kind: 'choice', choice: 'x' }, ...by },
    'a deviation of a stranger': { kind: 'deviation', application: 'a1', occupation: drone, expert: 'e9', ...by },
    'a deviation at an occupation not applied for': { kind: 'deviation', application: 'a1', occupation: gaming, expert: 'e2', ...by },
    'a deviation at an application that is not there': { kind: 'deviation', application: 'a9', occupation: drone, expert: 'e2', ...by },
    'a vote that names somebody else': { kind: 'tie', order: order('a1', 'a9'), ...by },
    'a vote that names an occupation not applied for': { kind: 'tie', order: order('a1', `a2 ${gaming}`), ...by },
    'a vote that names one twice': { kind: 'tie', order: order('a1', 'a2', 'a1'), ...by },
    'a closing where no election is held': {
      kind: 'election',
      leader: 'e2',
      votes: [],
      abstentions: 0,
      closedAt: '2022-11-19T10:00:00+08:00',
      ...by,
    },
  };

  it.each(Object.entries(fit))('%s', (_, resolution) => {
    expect(checkResolution(round, resolution)).toEqual({ ok: true, value: resolution });
    expect(decisionsOf(round, [resolution]).all).toEqual([resolution]);
  });

  it.each(Object.entries(unfit))('but not %s', (_, resolution) => {
    expect(codeOf(checkResolution(round, resolution))).toBe('merge/resolution-unfit');
    expect(decisionsOf(round, [resolution]).all).toEqual([]);
  });

  it.each(Object.entries(fit))('and not without the chair’s name or a reason: %s', (_, resolution) => {
    expect(codeOf(checkResolution(round, { ...resolution, by: 'e2' }))).toBe('merge/resolution-not-chair');
    expect(codeOf(checkResolution(round, { ...resolution, by: 'e9' }))).toBe('merge/resolution-not-chair');
    expect(codeOf(checkResolution(round, { ...resolution, reason: ' \n' }))).toBe('merge/resolution-reason-missing');
  });
});

describe('where an application is for two occupations, one of them at both level groups', () => {
  const wide = smallRound({
    experts: 2,
    applications: 2,
    occupations: [
      { name: drone, levels: ['三级', '二级'] },
      { name: gaming, levels: ['三级'] },
    ],
  });
  const word = { kind: 'gate', application: 'a2', item: 'A12', verdict: 'met', ...by } as const;
  const explained = { kind: 'deviation', application: 'a2', expert: 'e2', ...by } as const;

  it('a word on a slot fits at each group that is applied for, and at no other', () => {
    const fits = (occupation: string, levelGroup: 'skilled' | 'technician') =>
      codeOf(checkResolution(wide, { ...word, occupation, levelGroup }));
    expect([fits(drone, 'skilled'), fits(drone, 'technician'), fits(gaming, 'skilled')]).toEqual(['ok', 'ok', 'ok']);
    expect(fits(gaming, 'technician')).toBe('merge/resolution-unfit');
  });

  it('an explained deviation and a vote fit each of the two, and no third', () => {
    const fits = (occupation: string) => [
      codeOf(checkResolution(wide, { ...explained, occupation })),
      codeOf(checkResolution(wide, { kind: 'tie', order: order(`a1 ${drone}`, `a1 ${gaming}`, `a2 ${occupation}`), ...by })),
    ];
    expect([fits(drone), fits(gaming)]).toEqual([
      ['ok', 'ok'],
      ['ok', 'ok'],
    ]);
    expect(fits('没有（虚构）')).toEqual(['merge/resolution-unfit', 'merge/resolution-unfit']);
  });
});

describe('of several resolutions', () => {
  const second = (resolution: Resolution, change: object = {}): Resolution => ({ ...resolution, sequence: 2, ...change });

  it('on one matter the highest counts, and those on other matters stand beside it', () => {
    const word = gate('G01', 'met');
    const measured: Resolution = { kind: 'measurement', ...at, item: 'A06', ...n('1'), ...by };
    const explained: Resolution = { kind: 'deviation', application: 'a1', occupation: drone, expert: 'e2', ...by };
    for (const [one, again, other] of [
      [word, second(word, { verdict: 'not-met' }), second(word, { item: 'G02' })],
      [word, second(word, { reason: '更正' }), second(word, { application: 'a2' })],
      [measured, second(measured, n('2')), second(measured, { item: 'A07' })],
      [explained, second(explained, { reason: '更正' }), second(explained, { expert: 'e1' })],
      [explained, second(explained, { reason: '更正' }), second(explained, { application: 'a2' })],
    ] as const) {
      expect(decisionsOf(round, [again, one]).all).toEqual([again]);
      expect(decisionsOf(round, [other, one]).all).toEqual([one, other]);
    }
  });

  it('a vote on the same candidates takes the place of the earlier, whatever their order', () => {
    const vote: Resolution = { kind: 'tie', order: order('a1', 'a2'), ...by };
    const again = second(vote, { order: order('a2', 'a1') });
    const decisions = decisionsOf(round, [again, vote]);
    expect(decisions.all).toEqual([again]);
    expect(decisions.tie(order('a1', 'a2'))).toEqual(again);
    expect(decisions.tie(order('a1', `a2 ${gaming}`))).toBeNull();
    expect(decisionsOf(round, []).tie(order('a1'))).toBeNull();
  });

  it('two of one number count in the order of their contents, whatever order they come in', () => {
    const one = gate('G01', 'met');
    const other: Resolution = { ...gate('G01', 'not-met') };
    expect(decisionsOf(round, [one, other]).all).toEqual(decisionsOf(round, [other, one]).all);
    const [left, right] = [gate('G01', 'met'), gate('G02', 'met')];
    expect(decisionsOf(round, [left, right]).all).toEqual([left, right]);
    expect(decisionsOf(round, [right, left]).all).toEqual([left, right]);
  });

  it('each is found by its own matter and by no other', () => {
    const all: Resolution[] = [
      gate('G01', 'met'),
      { kind: 'measurement', ...at, item: 'A06', ...n('1'), ...by, sequence: 2 },
      { kind: 'deviation', application: 'a1', occupation: drone, expert: 'e2', ...by, sequence: 3 },
      { kind: 'exclude-expert', expert: 'e2', application: 'a2', ...by, sequence: 4 },
    ];
    const found = decisionsOf(round, all);
    const slot = (item: string) => ({ application: 'a1', slot: { item, occupation: null, levelGroup: null } });
    expect([found.gate(slot('G01'))?.verdict, found.gate(slot('G02')), found.gate(slot('A06'))]).toEqual(['met', null, null]);
    expect([found.measurement(slot('A06')), found.measurement(slot('A07'))]).toEqual([n('1').value, null]);
    const deviation = { application: 'a1', occupation: drone, expert: 'e2' };
    expect(found.deviation(deviation)).toEqual(all[2]);
    expect([found.deviation({ ...deviation, expert: 'e1' }), found.deviation({ ...deviation, application: 'a2' })]).toEqual([null, null]);
    expect([found.excludes('e2', 'a2'), found.excludes('e2', 'a1'), found.excludes('e1', 'a2')]).toEqual([true, false, false]);
    expect(found.election()).toBeNull();
  });
});
