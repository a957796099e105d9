import { defineConfig } from 'vitest/config';

/**
 * unit: no process, no disk. integration: real files, databases and tools. e2e: the built product in a real browser. Whatever is waited
 * for is given a minute and more: a machine may be busy with other things as well.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      // What takes too long for every day: the same tests with more of what they make.
      {
        test: {
          name: 'long',
          include: ['test/integration/reading/mutants.test.ts'],
          env: { MUTANTS: '2000' },
          testTimeout: 7_200_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
