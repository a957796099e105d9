import { expect, it } from 'vitest';
import { scoresOf, tableOf } from '../../mutation/scores.ts';

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const report = {
  'shared/a.ts': mutants('Killed', 'Killed', 'Timeout', 'Survived'),
  'shared/b.ts': mutants('Killed', 'NoCoverage', 'CompileError', 'Ignored'),
  'shared/c.ts': mutants(),
};

it('a file’s score is the share of changes that a test caught; the lowest stands first', () => {
  expect(scoresOf(report, []).map(({ file, percent }) => [file, percent])).toEqual([
    ['shared/b.ts', 50],
    ['shared/a.ts', 75],
    ['shared/c.ts', 100],
  ]);
});

it('only the files that were asked for are in it, also where lines of them were', () => {
  expect(scoresOf(report, ['shared/a.ts:10-20']).map(({ file }) => file)).toEqual(['shared/a.ts']);
  expect(scoresOf(report, ['shared/c.ts', 'shared/b.ts']).map(({ file }) => file)).toEqual(['shared/b.ts', 'shared/c.ts']);
});

it('the table ends with all files together', () => {
  expect(tableOf(scoresOf(report, []))).toBe(
    ' 50.00 %  1/2  shared/b.ts\n 75.00 %  3/4  shared/a.ts\n100.00 %  0/0  shared/c.ts\n 66.67 %  4/6  all',
  );
});
