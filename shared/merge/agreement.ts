import type { RoundResult } from '../domain/result.ts';
import { intraclassCorrelations, type IntraclassCorrelations } from './intraclass.ts';
import { krippendorffAlpha } from './krippendorff.ts';

/** How far the experts agree on the candidates' totals; says nothing where there are too few of either. */
export type Agreement =
  | { readonly kind: 'suppressed'; readonly experts: number; readonly candidates: number }
  | {
      readonly kind: 'measured';
      readonly experts: number;
      readonly candidates: number;
      /** Krippendorff's α on the interval scale; null when nothing varies. */
      readonly alpha: number | null;
      /** Over the candidates that all of these experts scored; null when fewer than five are. */
      readonly icc: IntraclassCorrelations | null;
    };

const fewestExperts = 3;
const fewestCandidates = 5;

/**
 * The agreement of the counting experts on the published totals of a result. Floats: these are statistics to look at, no points hang on
 * them. Suppressed below 3 experts or 5 candidates, where the coefficients swing with a single sheet.
 */
export function agreement(result: Pick<RoundResult, 'candidates'>): Agreement {
  const rows = result.candidates.map(
    ({ perExpert }) => new Map(perExpert.flatMap(({ expert, total }) => (total === null ? [] : [[expert, Number(total)] as const]))),
  );
  const scored = rows.filter((row) => row.size > 1);
  const experts = [...new Set(scored.flatMap((row) => [...row.keys()]))].toSorted();
  if (experts.length < fewestExperts || scored.length < fewestCandidates) {
    return { kind: 'suppressed', experts: experts.length, candidates: scored.length };
  }
  const ratings = scored.map((row) => experts.map((expert) => row.get(expert) ?? null));
  const complete = ratings.flatMap((row) => (row.every((rating) => rating !== null) ? [row] : []));
  return {
    kind: 'measured',
    experts: experts.length,
    candidates: scored.length,
    alpha: krippendorffAlpha(ratings, 'interval'),
    icc: complete.length < fewestCandidates ? null : intraclassCorrelations(complete),
  };
}
