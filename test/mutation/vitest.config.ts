import { defineConfig } from 'vitest/config';

/** The tests that a mutation run asks: those of the pure core that it mutates, and no test with files or processes. */
export default defineConfig({
  test: { include: ['test/unit/shared/{checks,scoring,points}/**/*.test.ts'] },
});
