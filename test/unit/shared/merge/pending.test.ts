import { describe, expect, test } from 'vitest';
import { defaultRules } from '#shared/domain/round.ts';
import { merge, pendingIn, reasonSentence } from '#shared/merge/index.ts';
import { bestSheets, drone, merged, n, type Otherwise, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 3 });
const inWords = (request: ReturnType<typeof requestOf>) =>
  pendingIn(merged(request).result.candidates).map(({ application, levels, isPart, reasons }) => ({
    application,
    levels,
    isPart,
    why: reasons.map((reason) => reasonSentence(reason, { language: 'zh', nameOf: (expert) => `〈${expert}〉` })),
  }));

describe('what has no conclusion in a result', () => {
  test('is nothing when everything is settled, be it for or against', () => {
    expect(inWords(requestOf(round, [{}, {}, {}]))).toEqual([]);
    const failed = { G01: { verdict: 'not-met' as const } };
    expect(inWords(requestOf(round, [failed, failed, failed]))).toEqual([]);
  });

  test('is a candidate whose sheets are missing, with whose they are, by name', () => {
    const [waiting, ...others] = inWords(requestOf(round, [{}, {}, null]));
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ application: 'a1', levels: ['五级', '四级', '三级', '二级'], isPart: false });
    expect(waiting?.why.join()).toContain('〈e3〉');
    expect(waiting?.why.join()).not.toMatch(/document|visit|roadshow/);
  });

  test('is also one level group of a candidate that is recommended at another, and only its levels', () => {
    const request = requestOf(round, [{ 'A12@technician': n('9') }, {}, {}]);
    expect(merged(request).candidate.outcome).toBe('recommended');
    expect(inWords(request)).toEqual([{ application: 'a1', levels: ['二级'], isPart: true, why: ['A12 的实测数不一致，待组长认定'] }]);
  });

  test('says nothing of why points are low beside what it waits for', () => {
    const low = { B02: n('1') };
    const codes = pendingIn(merged(requestOf(round, [low, low, null])).result.candidates).flatMap(({ reasons }) =>
      reasons.map(({ code }) => code),
    );
    expect(codes).not.toContain('total-below');
    expect(codes).toContain('sheet-missing');
  });

  test('is a candidate with both of its level groups waiting for the same, said once', () => {
    const request = requestOf(round, [{}, {}, { G01: { verdict: 'not-met' } }]);
    expect(pendingIn(merged(request).result.candidates)).toEqual([
      {
        application: 'a1',
        occupation: drone,
        levels: ['五级', '四级', '三级', '二级'],
        isPart: false,
        reasons: [{ code: 'gate-open', details: { item: 'G01', question: 'split' } }],
      },
    ]);
  });

  test('is one tied across a quota, with all of its levels although each group has its conclusion', () => {
    const rules = { ...defaultRules, quotas: [{ occupation: drone, most: 1 }] };
    const tied = smallRound({ experts: 1, applications: 3, rules });
    const request = requestOf(tied, [{}]);
    const [input] = request.inputs;
    const sheets = [...bestSheets(tied, 'a1'), ...bestSheets(tied, 'a2'), ...bestSheets(tied, 'a3', { C02: { points: '1.00' } })];
    const inputs = input === undefined ? [] : [{ ...input, document: { ...input.document, sheets } }];
    expect(pendingIn(merge({ ...request, inputs }).result.candidates)).toEqual(
      ['a1', 'a2'].map((application) => ({
        application,
        occupation: drone,
        levels: ['五级', '四级', '三级', '二级'],
        isPart: false,
        reasons: [{ code: 'quota-tied', details: { most: 1 } }],
      })),
    );
  });

  test.each<[string, Otherwise]>([
    ['gate-open', { G01: { verdict: 'verify-on-site' } }],
    ['measurement-differs', { A06: n('0') }],
    ['sheet-partial', { C02: { points: null } }],
  ])('names what is waited for: %s', (code, answers) => {
    const [waiting] = pendingIn(merged(requestOf(round, [{}, {}, answers])).result.candidates);
    expect(waiting?.reasons.map((reason) => reason.code)).toContain(code);
  });
});
