import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptChange, nextSteps, undoDepth } from '#shared/scoring/index.ts';

const plain = (number: number): KeptChange => ({ number, undoes: null, redoes: null });

test('nothing was changed: nothing to take back', () => {
  expect(nextSteps([])).toEqual({ undo: null, redo: null });
});

test('the newest change is taken back first, and made again last', () => {
  const changes = [plain(1), plain(2), { number: 3, undoes: 2, redoes: null }];
  expect(nextSteps(changes)).toEqual({ undo: 1, redo: 2 });
  const twice = [...changes, { number: 4, undoes: 1, redoes: null }];
  expect(nextSteps(twice)).toEqual({ undo: null, redo: 1 });
  expect(nextSteps([...twice, { number: 5, undoes: null, redoes: 1 }])).toEqual({ undo: 5, redo: 2 });
});

test('a new change leaves nothing to be made again', () => {
  expect(nextSteps([plain(1), { number: 2, undoes: 1, redoes: null }, plain(3)])).toEqual({ undo: 3, redo: null });
});

test('fifty changes and no more can be taken back', () => {
  const changes = Array.from({ length: 60 }, (_, index) => plain(index + 1));
  let taken = 0;
  for (let next = nextSteps(changes).undo; next !== null; next = nextSteps(changes).undo) {
    changes.push({ number: changes.length + 1, undoes: next, redoes: null });
    taken += 1;
  }
  expect(taken).toBe(undoDepth);
});

test('it does what two stacks do, in any order of doing, undoing and redoing', () => {
  assert(
    property(array(constantFrom('do', 'undo', 'redo'), { maxLength: 80 }), (acts) => {
      const changes: KeptChange[] = [];
      const [done, undone]: [string[], string[]] = [[], []];
      const said = new Map<number, string>();
      for (const act of acts) {
        const number = changes.length + 1;
        const { undo, redo } = nextSteps(changes);
        if (act === 'do') {
          changes.push(plain(number));
          said.set(number, `v${number}`);
          done.push(`v${number}`);
          undone.length = 0;
        } else if (act === 'undo' && undo !== null) {
          changes.push({ number, undoes: undo, redoes: null });
          undone.push(done.pop() ?? '');
        } else if (act === 'redo' && redo !== null) {
          changes.push({ number, undoes: null, redoes: redo });
          said.set(number, said.get(redo) ?? '');
          done.push(undone.pop() ?? '');
        }
        const now = nextSteps(changes);
        expect(now.undo === null ? undefined : said.get(now.undo)).toBe(done.slice(-undoDepth).at(-1));
        expect(now.redo === null ? undefined : said.get(now.redo)).toBe(undone.at(-1));
      }
    }),
  );
});
