import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SideBySide } from '#electron/reading/side-by-side.ts';

test('no more work at once than was said, nor more bytes unless one alone holds more, and all of it is done', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ bytes: fc.nat(20), turns: fc.nat(5) }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 30 }),
      async (tasks, count, bytes) => {
        const work = new SideBySide({ count, bytes });
        const running = new Set<number>();
        const done: number[] = [];
        for (const [index, task] of tasks.entries()) {
          await work.start(task.bytes, async () => {
            running.add(index);
            const held = [...running].reduce((sum, one) => sum + (tasks[one]?.bytes ?? 0), 0);
            expect(running.size).toBeLessThanOrEqual(count);
            expect(held <= bytes || running.size === 1).toBe(true);
            for (let turn = 0; turn < task.turns; turn += 1) {
              await Promise.resolve();
            }
            running.delete(index);
            done.push(index);
          });
        }
        await work.done();
        expect(done.toSorted((a, b) => a - b)).toEqual(tasks.map((_, index) => index));
      },
    ),
  );
});

test('the first failure is thrown, when more is to start or at the end, and nobody’s promise is left alone', async () => {
  const work = new SideBySide({ count: 1, bytes: 1 });
  await work.start(0, () => Promise.reject(new Error('first')));
  await expect(work.start(0, () => Promise.reject(new Error('second')))).rejects.toThrow('first');
  await expect(work.done()).rejects.toThrow('first');
});
