import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/run/longest-first.ts';
import { Slowest } from './test/run/slowest.ts';

/**
 * Files that run at the same time, of whatever project: one more than there are processors on a small machine, since browser tests wait
 * more than they work. All projects have the same number, so that one run of all of them is one queue.
 */
const maxWorkers = Math.max(3, availableParallelism());

/**
 * unit: no process, no disk. integration: real files, databases and tools. e2e: the built product in a real browser. Whatever is waited
 * for is given a minute and more: a machine may be busy with other things as well.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new Slowest()],
    projects: [
      // They share nothing that one could leave behind for the next: files of one worker load the product once.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000, isolate: false, maxWorkers } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/cheap-keys.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers,
        },
      },
      // What takes too long for every day: the same tests with more of what they make (docs/tests.md).
      {
        test: {
          name: 'long',
          include: [
            'test/unit/shared/merge/properties.test.ts',
            'test/integration/merging/recompute.test.ts',
            'test/integration/db/killed-while-scoring.test.ts',
            'test/integration/reading/mutants.test.ts',
            'test/e2e/crash.test.ts',
            'test/e2e/portable.test.ts',
          ],
          env: { LINPING_ROUNDS: '500', LINPING_KILLS: '200', MUTANTS: '2000', LINPING_PORTABLE: 'all' },
          testTimeout: 7_200_000,
          hookTimeout: 7_200_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers,
        },
      },
    ],
  },
});
