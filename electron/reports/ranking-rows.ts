import type { CandidateResult, Outcome, RoundResult } from '#shared/domain/result.ts';
import type { Round } from '#shared/domain/round.ts';
import { pendingIn } from '#shared/merge/pending.ts';
import { placesWithinOccupation } from '#shared/merge/place.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';

/** A candidate as the ranking lists it. Points have two decimals or are empty. */
export type RankingRow = {
  /** Among all candidates of the round. */
  readonly rank: string;
  /** Among those of the same occupation. */
  readonly place: string;
  readonly applicant: string;
  readonly occupation: string;
  readonly levels: string;
  readonly document: string;
  readonly visit: string;
  readonly roadshow: string;
  readonly total: string;
  readonly outcome: Outcome;
  readonly outcomeText: string;
  readonly levelsRecommended: string;
  /** The levels that are not settled; empty where all are. */
  readonly levelsPending: string;
};

/** The candidates of a result: those with a rank first, by rank, then the others by outcome; within these by total. */
export function rankingRows(round: Pick<Round, 'applications'>, result: Pick<RoundResult, 'candidates'>): RankingRow[] {
  const names = new Map(round.applications.map(({ id, applicant }) => [id, applicant.name]));
  const others: readonly Outcome[] = ['recommended', 'not-recommended', 'pending', 'ruled-out'];
  const places = new Map(placesWithinOccupation(result.candidates).map((place, index) => [result.candidates[index], place]));
  const position = ({ rank, outcome }: CandidateResult): number => rank ?? 1_000_000 + others.indexOf(outcome);
  return result.candidates
    .toSorted((one, other) => position(one) - position(other) || Number(other.total ?? 0) - Number(one.total ?? 0))
    .map((candidate) => ({
      rank: candidate.rank === null ? '' : String(candidate.rank),
      place: String(places.get(candidate) ?? ''),
      applicant: names.get(candidate.application) ?? candidate.application,
      occupation: candidate.occupation,
      levels: candidate.levels.join('、'),
      document: candidate.stages?.document ?? '',
      visit: candidate.stages?.visit ?? '',
      roadshow: candidate.stages?.roadshow ?? '',
      total: candidate.total ?? '',
      outcome: candidate.outcome,
      outcomeText: termsZh.outcome[candidate.outcome],
      levelsRecommended: candidate.levelsRecommended.join('、'),
      levelsPending: pendingIn([candidate])
        .flatMap(({ levels }) => levels)
        .join('、'),
    }));
}

/** The ranking's columns, in order; `points` columns hold numbers. */
export const rankingColumns = [
  { key: 'rank', title: '总名次', points: false, width: 8 },
  { key: 'place', title: '本职业名次', points: false, width: 9 },
  { key: 'applicant', title: '申报单位', points: false, width: 30 },
  { key: 'occupation', title: '申报职业', points: false, width: 24 },
  { key: 'levels', title: '申报等级', points: false, width: 26 },
  { key: 'document', title: '资料审核', points: true, width: 10 },
  { key: 'visit', title: '现场察看', points: true, width: 10 },
  { key: 'roadshow', title: '集中路演', points: true, width: 10 },
  { key: 'total', title: '总分', points: true, width: 10 },
  { key: 'outcomeText', title: '专家组意见', points: false, width: 14 },
  { key: 'levelsRecommended', title: '推荐等级', points: false, width: 26 },
] as const satisfies readonly { key: keyof RankingRow; title: string; points: boolean; width: number }[];
