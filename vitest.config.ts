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
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], maxWorkers } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers,
        },
      },
      // What takes too long for every day: the same tests with more of what they make.
      {
        test: {
          name: 'long',
          include: ['test/integration/reading/mutants.test.ts'],
          env: { MUTANTS: '2000' },
          testTimeout: 7_200_000,
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
