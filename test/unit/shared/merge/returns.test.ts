import { describe, expect, it } from 'vitest';
import { changedAnswers, isWaiting, merge, withReturns } from '#shared/merge/index.ts';
import type { ReturnDocument, ScoreDocument } from '#shared/packages/documents.ts';
import { documentOf } from '../../../fixtures/random-round.ts';
import { bestSheets, type Otherwise, requestOf, smallRound } from './small-round.ts';

const round = smallRound({ experts: 2, applications: 2 });
const place = { application: 'a1', stage: 'visit' as const, item: 'B02', occupation: null, levelGroup: null };
const returned = (over: Partial<ReturnDocument> = {}): ReturnDocument => ({
  kind: 'return',
  format: 1,
  round: { id: round.id, sha256: 'a'.repeat(64) },
  expert: 'e1',
  sequence: 1,
  score: '1'.padEnd(64, '0'),
  items: [{ ...place, reason: '请复测' }],
  reason: '请复测',
  audit: { head: 'd'.repeat(64), count: 1 },
  ...over,
});

describe('the board with returns', () => {
  const { board } = merge(requestOf(round, [{}, null]));
  const returnedCells = (returns: ReturnDocument[]) => withReturns(board, returns).filter(({ state }) => state === 'returned');

  it('marks the sheets that wait for a new version, and no other', () => {
    expect(returnedCells([returned()])).toEqual([{ expert: 'e1', application: 'a1', stage: 'visit', state: 'returned', older: [] }]);
    expect(withReturns(board, [])).toEqual(board.cells);
  });

  it('marks nothing once another version counts, or none does', () => {
    expect(returnedCells([returned({ sequence: 2 })])).toEqual([]);
    expect(returnedCells([returned({ expert: 'e2' })])).toEqual([]);
    expect([isWaiting(returned(), board), isWaiting(returned({ sequence: 2 }), board)]).toEqual([true, false]);
  });

  it('leaves who is excluded excluded', () => {
    const excluded = merge(
      requestOf(round, [{}, {}], [{ kind: 'exclude-expert', expert: 'e1', application: 'a1', by: 'e1', reason: 'x', sequence: 1 }]),
    );
    expect(withReturns(excluded.board, [returned()])).toEqual(excluded.board.cells);
  });
});

describe('old and new answers', () => {
  const documentWith = (otherwise: Otherwise, sequence: number): ScoreDocument =>
    documentOf(round, { expert: 'e1', sequence, recusals: [], sheets: bestSheets(round, 'a1', otherwise) });
  const [before, after] = [documentWith({}, 1), documentWith({ B02: { value: { kind: 'number', number: '59' } } }, 2)];

  it('stand side by side where they differ, asked for or not', () => {
    expect(changedAnswers(before, after, [])).toMatchObject([{ ...place, before: { points: '3.00' }, after: { points: '0.00' } }]);
    expect(changedAnswers(before, before, [])).toEqual([]);
  });

  it('are shown where a new one was asked for and the expert stood by the old', () => {
    const [pair, ...others] = changedAnswers(before, before, [place]);
    expect([pair?.before, others]).toEqual([pair?.after, []]);
  });

  it('say what is there in one version only, and why an answer gave way', () => {
    const without = { ...before, sheets: before.sheets.filter(({ stage }) => stage !== 'visit') };
    expect(changedAnswers(without, before, []).every((pair) => pair.before === null && pair.after !== null)).toBe(true);
    const explained: ScoreDocument = {
      ...after,
      sheets: after.sheets.map((sheet) => ({
        ...sheet,
        entries: sheet.entries.map((entry) => ({ ...entry, history: [{ ...entry, reason: '复测后更正' }] })),
      })),
    };
    expect(changedAnswers(before, explained, []).map(({ reason }) => reason)).toEqual(['复测后更正']);
  });
});
