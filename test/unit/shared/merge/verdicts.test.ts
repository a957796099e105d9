import { describe, expect, it } from 'vitest';
import type { Verdict } from '#shared/domain/values.ts';
import { type Brought, majority, unanimity } from '#shared/merge/verdicts.ts';

const words: Record<string, Verdict | null> = {
  y: 'met',
  n: 'not-met',
  d: 'doubtful',
  s: 'verify-on-site',
  a: 'not-applicable',
  '-': null,
};
/** `yyn-`: met, met, not met, and one who gave none. */
const votes = (text: string): (Verdict | null)[] => Array.from({ length: text.length }, (_, index) => words[text.charAt(index)] ?? null);

describe('a panel gate, in the order of design.md §6', () => {
  it.each<[string, Brought, string, string]>([
    ['any 存疑 is open, before everything else', null, 'nnnd', 'doubtful'],
    ['any 现场核实 too', null, 'yyys', 'doubtful'],
    ['a doubt comes before a failing value', 'failing-value', 'yd', 'doubtful'],
    ['a doubt comes before too few votes', null, 'd---', 'doubtful'],
    ['exactly half against is the chair’s', null, 'yn', 'even-vote'],
    ['exactly half of those given, blanks aside', null, 'yn-', 'even-vote'],
    ['half comes before too few votes', null, 'yn---', 'even-vote'],
    ['half comes before a failing value', 'failing-value', 'yynn', 'even-vote'],
    ['half counts 不适用 among the votes', null, 'an', 'even-vote'],
    ['no vote is not half of anything', null, '---', 'few-votes'],
    ['nobody to vote decides nothing', null, '', 'few-votes'],
    ['fewer than half of the experts don’t fail it', null, 'n--', 'few-votes'],
    ['nor meet it', null, 'yy---', 'few-votes'],
    ['half of the experts are enough to fail it', null, 'nn--', 'not-met'],
    ['and to meet it', null, 'yy--', 'met'],
    ['one of two is enough', null, 'n-', 'not-met'],
    ['more than half of those given fail it', null, 'nny', 'not-met'],
    ['less than half don’t', null, 'nyy', 'met'],
    ['more than half against comes before a failing value', 'failing-value', 'nny', 'not-met'],
    ['a failing value waits for the panel’s recorded vote', 'failing-value', 'yyy', 'failing-value'],
    ['a trigger too', 'triggered', 'yyn', 'triggered'],
    ['a trigger comes before 不适用', 'triggered', 'aaa', 'triggered'],
    ['all 不适用 is not applicable', null, 'aa-', 'not-applicable'],
    ['some 不适用 is met', null, 'aay', 'met'],
    ['some 不适用 beside fewer against is met', null, 'aan', 'met'],
    ['a blank rules nobody out', null, 'y-', 'met'],
  ])('%s', (_, brought, given, outcome) => {
    expect(majority(votes(given), brought)).toBe(outcome);
  });
});

describe('a hard gate', () => {
  it.each([
    ['all say the same', 'yyy', 'met'],
    ['all fail it', 'nn', 'not-met'],
    ['all 不适用', 'aa', 'not-applicable'],
    ['any difference', 'yyn', 'split'],
    ['不适用 beside 符合 is a difference', 'ya', 'split'],
    ['a difference is the chair’s though one is blank', 'yn-', 'split'],
    ['any doubt', 'yyd', 'doubtful'],
    ['all in doubt', 'ss', 'doubtful'],
    ['a doubt comes before a difference', 'ynd', 'doubtful'],
    ['a blank beside verdicts that agree', 'nn-', 'blank'],
    ['all blank', '--', 'blank'],
    ['nobody', '', 'blank'],
  ])('%s: %s', (_, given, outcome) => {
    expect(unanimity(votes(given))).toBe(outcome);
  });
});
