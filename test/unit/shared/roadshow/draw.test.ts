import { createHash } from 'node:crypto';
import { assert, property, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { drawnOrder } from '#shared/roadshow/draw.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

test('the published algorithm, followed by hand, gives the order', () => {
  // SHA-256('1234-5678:0') begins with these four bytes; worked out with sha256sum.
  const numbers = [0, 1, 2].map((draw) => sha256(`1234-5678:${draw}`).readUInt32BE(0));
  const byHand = ['a', 'b', 'c', 'd'];
  for (const [draw, place] of [3, 2, 1].entries()) {
    const other = (numbers[draw] ?? 0) % (place + 1);
    [byHand[place], byHand[other]] = [byHand[other] ?? '', byHand[place] ?? ''];
  }
  expect(drawnOrder(['d', 'b', 'a', 'c'], { seed: '1234-5678', sha256 })).toEqual(byHand);
});

test('one seed keeps giving the order it gave when this was written', () => {
  const ids = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
  expect(drawnOrder(ids, { seed: '2022-1115', sha256 })).toMatchInlineSnapshot(`
    [
      "己",
      "丙",
      "乙",
      "辛",
      "丁",
      "庚",
      "戊",
      "甲",
    ]
  `);
});

test('the order depends on the seed and on who is drawn, not on how they were listed', () => {
  const someIds = uniqueArray(string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
  assert(
    property(someIds, string({ minLength: 1 }), (ids, seed) => {
      const order = drawnOrder(ids, { seed, sha256 });
      expect(order.toSorted()).toEqual(ids.toSorted());
      expect(drawnOrder(ids.toReversed(), { seed, sha256 })).toEqual(order);
    }),
  );
});

test('every applicant comes first about equally often', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const firsts = Array.from({ length: 5000 }, (_, seed) => drawnOrder(ids, { seed: String(seed), sha256 })[0] ?? '');
  for (const id of ids) {
    // 1000 expected, standard deviation 28.
    expect(Math.abs(firsts.filter((first) => first === id).length - 1000)).toBeLessThan(150);
  }
});

test('a number above the largest multiple is not used: it would favour the first places', () => {
  const given = [Buffer.from('ffffffff', 'hex'), Buffer.from('00000001', 'hex'), Buffer.from('00000000', 'hex')];
  const asked: string[] = [];
  const order = drawnOrder(['a', 'b', 'c'], {
    seed: 's',
    sha256: (text) => {
      asked.push(text);
      return given[asked.length - 1] ?? Buffer.alloc(4);
    },
  });
  expect(asked).toEqual(['s:0', 's:1', 's:2']);
  expect(order).toEqual(['c', 'a', 'b']);
});
