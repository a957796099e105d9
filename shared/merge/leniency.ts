import type { RoundResult } from '../domain/result.ts';

/** How one expert scored beside the others, in points. Statistics to look at: floats, and no points hang on them. */
export type Leniency = {
  readonly expert: string;
  /** Candidates that this expert and at least one other have a total for: what the figures rest on. */
  readonly candidates: number;
  /** The mean of own total − mean of the others' totals: above zero is milder than the others. null without candidates. */
  readonly leniency: number | null;
  /** The standard deviation (sample) of the own totals: how far this expert tells candidates apart. null below two. */
  readonly spread: number | null;
  /** The mean distance of the own total from the others' mean, whatever its direction. null without candidates. */
  readonly deviation: number | null;
};

/** The experts of a result who have totals, in the order of the result. */
export function leniencies(result: Pick<RoundResult, 'candidates'>): Leniency[] {
  const rows = result.candidates.map(
    ({ perExpert }) => new Map(perExpert.flatMap(({ expert, total }) => (total === null ? [] : [[expert, Number(total)] as const]))),
  );
  const experts = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return experts.map((expert) => {
    const compared = rows.flatMap((row) => {
      const own = row.get(expert);
      const others = [...row].flatMap(([other, total]) => (other === expert ? [] : [total]));
      return own === undefined || others.length === 0 ? [] : [{ own, difference: own - average(others) }];
    });
    const differences = compared.map(({ difference }) => difference);
    return {
      expert,
      candidates: compared.length,
      leniency: compared.length === 0 ? null : average(differences),
      spread: compared.length < 2 ? null : deviationOf(compared.map(({ own }) => own)),
      deviation: compared.length === 0 ? null : average(differences.map(Math.abs)),
    };
  });
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0) / numbers.length;
}

function deviationOf(numbers: readonly number[]): number {
  const middle = average(numbers);
  return Math.sqrt(numbers.reduce((total, each) => total + (each - middle) ** 2, 0) / (numbers.length - 1));
}
