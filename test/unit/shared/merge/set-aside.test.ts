import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/domain/sheet.ts';
import type { MergeInput } from '#shared/merge/index.ts';
import { select } from '#shared/merge/select.ts';
import { doc, packageOf, requestOf, smallRound } from './small-round.ts';

const request = requestOf(smallRound({ experts: 2 }), [{}, {}]);
const selected = (...inputs: readonly MergeInput[]) => select({ ...request, inputs });
const sha256 = (start: string) => start.padEnd(64, '0');
const sealedLater = { sealedAt: '2022-11-18T11:00:00+08:00' };
const aside = (start: string, code: string, more: object = {}) => ({ sha256: sha256(start), code, expert: 'e1', sequence: 1, ...more });

/** The first expert's document with one entry changed. */
function withEntry(item: string, change: Partial<Entry>) {
  const document = doc(request);
  const sheets = document.sheets.map((sheet) => ({
    ...sheet,
    entries: sheet.entries.map((entry) => (entry.item === item ? { ...entry, ...change } : entry)),
  }));
  return { ...document, sheets };
}

describe('a package set aside', () => {
  it('is named with its hash, its code, whose it is and its number', () => {
    expect(selected(packageOf({ ...doc(request), rubricSha256: 'f'.repeat(64) }, 'b')).setAside).toStrictEqual([
      aside('b', 'merge/other-rubric'),
    ]);
  });

  it('names the item where its contents fail, and none where they do not', () => {
    expect(selected(packageOf(withEntry('A07', { points: '0.99' }), 'b')).setAside).toStrictEqual([
      aside('b', 'merge/points-differ', { item: 'A07' }),
    ]);
    const twice = { ...doc(request), sheets: [...doc(request).sheets, ...doc(request).sheets] };
    expect(selected(packageOf(twice, 'b')).setAside).toStrictEqual([aside('b', 'merge/sheet-twice')]);
  });

  it('stands in the order of the hashes, in whatever order and however often packages are given', () => {
    const [b, c, d] = ['b', 'c', 'd'].map((start) => packageOf({ ...doc(request), rulesSha256: 'f'.repeat(64) }, start));
    if (b === undefined || c === undefined || d === undefined) {
      throw new Error('three packages');
    }
    const orders = [
      [b, c, d],
      [d, c, b],
      [c, d, b, d, c],
      [d, b, c],
    ];
    for (const order of orders) {
      expect(selected(...order).setAside).toStrictEqual(['b', 'c', 'd'].map((start) => aside(start, 'merge/other-rules')));
    }
  });

  it('is signed by another where the signature is the expert’s but the document names another key', () => {
    const foreign = { ...packageOf({ ...doc(request), expert: { ...doc(request).expert, key: 'key-e2' } }, 'b'), signedBy: 'key-e1' };
    const { setAside, counting } = selected(foreign);
    expect([setAside, counting.size]).toStrictEqual([[aside('b', 'merge/signed-by-another')], 0]);
  });

  it('is signed by another where the round holds no key of the expert', () => {
    const { setAside } = select({ ...request, keys: {}, inputs: request.inputs.slice(0, 1) });
    expect(setAside.map(({ code }) => code)).toStrictEqual(['merge/signed-by-another']);
  });

  it('is a copy where its content is the same: the lowest hash counts, given in any order', () => {
    const [low, high] = [packageOf(doc(request), 'b'), packageOf(doc(request), 'd')];
    for (const order of [
      [low, high],
      [high, low],
    ]) {
      const { setAside, counting, equivocations } = selected(...order);
      expect(setAside).toStrictEqual([aside('d', 'merge/same-content')]);
      expect(counting.get('e1')?.sha256).toBe(sha256('b'));
      expect(equivocations).toStrictEqual([]);
    }
  });
});

describe('an equivocation', () => {
  const one = packageOf(doc(request), 'd');
  const other = packageOf({ ...doc(request), ...sealedLater }, 'b');
  const newer = packageOf({ ...doc(request), sequence: 2 }, 'c');

  it('names every package of the number by its hash, and is open while no newer number came', () => {
    const { equivocations, setAside, counting } = selected(one, other);
    expect(equivocations).toStrictEqual([{ expert: 'e1', sequence: 1, sha256s: [sha256('b'), sha256('d')], open: true }]);
    expect(setAside).toStrictEqual([aside('b', 'merge/equivocation'), aside('d', 'merge/equivocation')]);
    expect(counting.has('e1')).toBe(false);
  });

  it('is ended by a newer number, which counts', () => {
    const { equivocations, counting } = selected(one, newer, other);
    expect(equivocations).toStrictEqual([{ expert: 'e1', sequence: 1, sha256s: [sha256('b'), sha256('d')], open: false }]);
    expect(counting.get('e1')?.sha256).toBe(sha256('c'));
  });
});

describe('a package that counts', () => {
  it('carries its scored contents: those it came with where it was scored before, else those of its answers', () => {
    const [bare] = request.inputs;
    if (bare === undefined) {
      throw new Error('no package');
    }
    const scored = selected(bare).counting.get('e1')?.contents;
    expect(scored?.get('a1')?.map(({ stage }) => stage)).toStrictEqual(['document', 'visit', 'roadshow']);
    const contents = new Map([['a1', []]]);
    const { counting, setAside } = selected({ ...bare, contents });
    expect([counting.get('e1'), setAside]).toStrictEqual([{ ...bare, contents }, []]);
    expect(counting.get('e1')?.contents).toBe(contents);
  });
});
