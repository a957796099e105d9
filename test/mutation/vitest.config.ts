import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutation run asks: those of what it mutates, and no test with files or processes. Of the merge those worked
 * out by hand: the properties take whole random rounds, too long for every mutant.
 */
const byRandomRounds = ['absence', 'further-group', 'properties'].map((name) => `test/unit/shared/merge/${name}.test.ts`);

export default defineConfig({
  test: {
    include: [
      'test/unit/shared/{checks,scoring,points,forms}/**/*.test.ts',
      'test/unit/shared/merge/**/*.test.ts',
      'test/unit/renderer/app/answers/*.test.ts',
    ],
    exclude: byRandomRounds,
  },
});
