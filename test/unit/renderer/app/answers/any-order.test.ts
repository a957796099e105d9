import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { address, aQueue, Gone, settle, toKeep, Trouble } from './hand-wound.ts';

const items = ['A01', 'A02', 'A03'] as const;

/** What happens to a queue: somebody types, time passes, the core makes trouble, goes away (having kept the answer or not), comes back. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type'), item: fc.constantFrom(...items), delay: fc.constantFrom(0, 400) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass'), milliseconds: fc.constantFrom(0, 100, 400, 2000, 40_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('trouble', 'goes', 'keeps and goes', 'back', 'flush', 'retry') }) },
);

test('whatever happens, all that was typed last is kept in the end, each item in the order of typing, nothing twice, nothing overwritten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const { clock, core, queue } = aQueue();
      const typed = new Map<string, string[]>();
      for (const [index, one] of happenings.entries()) {
        switch (one.kind) {
          case 'type': {
            typed.set(one.item, [...(typed.get(one.item) ?? []), String(index)]);
            queue.put(toKeep(one.item, String(index)), one.delay);
            break;
          }
          case 'pass':
            await clock.pass(one.milliseconds);
            break;
          case 'trouble':
            core.instead.push(new Trouble());
            break;
          case 'goes':
            core.instead.push(new Gone());
            break;
          case 'keeps and goes':
            core.instead.push('keep, then go');
            break;
          case 'back':
            queue.resume();
            await settle();
            break;
          case 'flush':
            void queue.flush();
            break;
          default:
            queue.retry(address('A01'));
        }
        // What is shown as saved stands on the disk, and as the newest.
        for (const item of items) {
          const state = queue.stateOf(address(item));
          expect(state?.kind === 'saved' ? state.entry.comment : core.newest(item)).toBe(core.newest(item));
        }
      }
      core.instead.length = 0;
      // What is on its way has its fate already.
      await settle();
      queue.resume();
      await settle();
      await queue.flush();
      expect(queue.status().kind).toBe(typed.size === 0 ? 'none' : 'saved');
      for (const item of items) {
        const all = typed.get(item) ?? [];
        const kept = core.kept.filter((one) => one.startsWith(item)).map((one) => one.slice(item.length + 1));
        expect(kept.at(-1)).toBe(all.at(-1));
        expect(kept).toEqual(all.filter((one) => kept.includes(one)));
      }
    }),
    { numRuns: 300 },
  );
});
