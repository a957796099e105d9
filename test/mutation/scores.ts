export type Score = { readonly file: string; readonly caught: number; readonly missed: number; readonly percent: number };

type Mutated = Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;

/**
 * What a mutation report says of each file (of `only` these, where any are named), the lowest first: how many changes a test caught (or
 * never came to an end), how many none did. Changes that do not compile or were left out count for neither.
 */
export function scoresOf(mutated: Mutated, only: readonly string[]): Score[] {
  return Object.entries(mutated)
    .filter(([file]) => only.length === 0 || only.some((each) => each === file || each.startsWith(`${file}:`)))
    .map(([file, { mutants }]) => {
      const having = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
      const [caught, missed] = [having('Killed', 'Timeout'), having('Survived', 'NoCoverage')];
      return { file, caught, missed, percent: percentOf(caught, missed) };
    })
    .toSorted((left, right) => left.percent - right.percent);
}

/** A line for each file, and one for all of them. */
export function tableOf(scores: readonly Score[]): string {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const [caught, missed] = [sum((score) => score.caught), sum((score) => score.missed)];
  return [...scores, { file: 'all', caught, missed, percent: percentOf(caught, missed) }]
    .map(({ file, caught: own, missed: other, percent }) => `${percent.toFixed(2).padStart(6)} %  ${own}/${own + other}  ${file}`)
    .join('\n');
}

function percentOf(caught: number, missed: number): number {
  return caught + missed === 0 ? 100 : (100 * caught) / (caught + missed);
}
