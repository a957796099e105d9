import { describe, expect, test } from 'vitest';
import { pendingIn, reasonSentence } from '#shared/merge/index.ts';
import { merged, n, requestOf, smallRound } from './small-round.ts';

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
});
