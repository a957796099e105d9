/** The six coefficients of Shrout & Fleiss (1979); null where one is not defined because nothing varies. */
export type IntraclassCorrelations = {
  /** ICC(1,1): each target rated by other raters, one rating. */
  readonly oneWaySingle: number | null;
  /** ICC(2,1): random raters. */
  readonly randomSingle: number | null;
  /** ICC(3,1): these raters only. */
  readonly fixedSingle: number | null;
  /** ICC(1,k), ICC(2,k), ICC(3,k): of the mean of all raters. */
  readonly oneWayAverage: number | null;
  readonly randomAverage: number | null;
  readonly fixedAverage: number | null;
};

/** The coefficients of complete ratings, one row per target, one column per rater; at least two of each. */
export function intraclassCorrelations(ratings: readonly (readonly number[])[]): IntraclassCorrelations {
  const [targets, raters] = [ratings.length, ratings[0]?.length ?? 0];
  const all = ratings.flat();
  const grand = average(all);
  const squares = (means: readonly number[]) => means.reduce((total, each) => total + (each - grand) ** 2, 0);
  const between = raters * squares(ratings.map(average));
  const byRater = targets * squares(Array.from({ length: raters }, (_, rater) => average(ratings.map((row) => row[rater] ?? 0))));
  const total = squares(all);
  const targetsMean = between / (targets - 1);
  const ratersMean = byRater / (raters - 1);
  const withinMean = (total - between) / (targets * (raters - 1));
  const errorMean = (total - between - byRater) / ((targets - 1) * (raters - 1));
  return {
    oneWaySingle: ratio(targetsMean - withinMean, targetsMean + (raters - 1) * withinMean),
    randomSingle: ratio(targetsMean - errorMean, targetsMean + (raters - 1) * errorMean + (raters * (ratersMean - errorMean)) / targets),
    fixedSingle: ratio(targetsMean - errorMean, targetsMean + (raters - 1) * errorMean),
    oneWayAverage: ratio(targetsMean - withinMean, targetsMean),
    randomAverage: ratio(targetsMean - errorMean, targetsMean + (ratersMean - errorMean) / targets),
    fixedAverage: ratio(targetsMean - errorMean, targetsMean),
  };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0) / numbers.length;
}

function ratio(top: number, bottom: number): number | null {
  return bottom === 0 ? null : top / bottom;
}
