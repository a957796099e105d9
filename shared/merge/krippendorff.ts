export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's α of ratings given as one row per unit, one column per rater, null where a rater gave none (Krippendorff 2011,
 * 'Computing Krippendorff's Alpha-Reliability'). Between −1 and 1; null when there are no two ratings to compare or nothing varies.
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[], metric: Metric): number | null {
  const pairable = units.map((unit) => unit.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  const values = [...new Set(pairable.flat())].toSorted((left, right) => left - right);
  const frequency = new Map(values.map((value) => [value, 0]));
  for (const rating of pairable.flat()) {
    frequency.set(rating, (frequency.get(rating) ?? 0) + 1);
  }
  const distance = squaredDistance(metric, values, frequency);
  let observed = 0;
  for (const unit of pairable) {
    for (const left of unit) {
      for (const right of unit) {
        observed += distance(left, right) / (unit.length - 1);
      }
    }
  }
  let expected = 0;
  for (const left of values) {
    for (const right of values) {
      expected += (frequency.get(left) ?? 0) * (frequency.get(right) ?? 0) * distance(left, right);
    }
  }
  const count = pairable.flat().length;
  return expected === 0 ? null : 1 - ((count - 1) * observed) / expected;
}

function squaredDistance(metric: Metric, values: readonly number[], frequency: ReadonlyMap<number, number>) {
  return (left: number, right: number): number => {
    if (left === right) {
      return 0;
    }
    switch (metric) {
      case 'nominal':
        return 1;
      case 'ordinal': {
        const [low, high] = [Math.min(left, right), Math.max(left, right)];
        const between = values.filter((value) => value >= low && value <= high);
        const ranks = between.reduce((total, value) => total + (frequency.get(value) ?? 0), 0);
        return (ranks - ((frequency.get(low) ?? 0) + (frequency.get(high) ?? 0)) / 2) ** 2;
      }
      case 'interval':
        return (left - right) ** 2;
      case 'ratio':
        return ((left - right) / (left + right)) ** 2;
    }
  };
}
