import type { CandidateResult } from '../domain/result.ts';
import { comparesTotals, type Rules } from '../domain/round.ts';
import { roundIndexOf } from './round-index.ts';
import { conclude, gather, type WorkedOut } from './merge.ts';
import { publishedTotal } from './publish.ts';
import { refOf } from './rank.ts';
import type { MergeRequest } from './request.ts';
import { select } from './select.ts';

/** The result as it would be under another way of counting. */
export type Variant = {
  /** `mean`, `trimmed-total`, `trimmed-stage`, `trimmed-item`, `median-…`, `z-score`, or `without:<expert id>`. */
  readonly name: string;
  readonly candidates: (Pick<CandidateResult, 'application' | 'occupation' | 'total' | 'rank' | 'outcome'> & {
    /** Whether the rank or the outcome differs from the round's own rule. */
    changed: boolean;
  })[];
};

const methods: readonly { name: string; method: Rules['aggregate']['method']; by: Rules['aggregate']['by'] }[] = [
  // The mean is the same by total, wherever there are totals.
  { name: 'mean', method: 'mean', by: 'stage' },
  { name: 'trimmed-total', method: 'trimmed', by: 'total' },
  { name: 'trimmed-stage', method: 'trimmed', by: 'stage' },
  { name: 'trimmed-item', method: 'trimmed', by: 'item' },
  { name: 'median-total', method: 'median', by: 'total' },
  { name: 'median-stage', method: 'median', by: 'stage' },
  { name: 'median-item', method: 'median', by: 'item' },
  { name: 'z-score', method: 'z-score', by: 'total' },
];

/**
 * How much the ranking hangs on the rule and on any one expert: the same packages and resolutions under each method, and under the
 * round's own with one expert left out. For the chair to look at; only the round's own rule counts. One at a time, since at hundreds of
 * candidates each takes a while; `count` says how many there will be. Methods that compare totals are left out where someone scores only
 * some of the stages.
 */
export function sensitivity(request: MergeRequest): { readonly count: number; readonly variants: Iterable<Variant> } {
  const { round } = request;
  const chair = round.panel.find(({ role }) => role === 'chair')?.id ?? '';
  const scoring = new Set(round.assignments.map(({ expert }) => expert));
  const experts = round.panel.filter(({ id }) => scoring.has(id));
  const rulesOf = ({ method, by }: (typeof methods)[number]) => ({ ...round.rules, aggregate: { ...round.rules.aggregate, method, by } });
  const divided = round.assignments.some(({ stages }) => stages !== undefined);
  const possible = methods.filter((method) => !divided || !comparesTotals(rulesOf(method)));
  return { count: possible.length + experts.length, variants: variants() };

  function* variants(): Generator<Variant> {
    const roundIndex = roundIndexOf(round);
    const selection = select(request, roundIndex);
    const gathered = gather({ roundIndex, selection, resolutions: request.resolutions });
    const next = 1 + Math.max(0, ...request.resolutions.map(({ sequence }) => sequence));
    const own = standingsOf(conclude(round, gathered));
    const variant = (name: string, workedOut: WorkedOut): Variant => ({
      name,
      candidates: standingsOf(workedOut).map((standing, index) => ({
        ...standing,
        changed: own[index]?.rank !== standing.rank || own[index]?.outcome !== standing.outcome,
      })),
    });
    for (const method of possible) {
      yield variant(method.name, conclude({ ...round, rules: rulesOf(method) }, gathered));
    }
    for (const { id } of experts) {
      const left = { kind: 'exclude-expert', expert: id, application: null, by: chair, reason: 'sensitivity', sequence: next } as const;
      yield variant(`without:${id}`, conclude(round, gather({ roundIndex, selection, resolutions: [...request.resolutions, left] })));
    }
  }
}

function standingsOf({ applications, standing, ranking }: WorkedOut): Omit<Variant['candidates'][number], 'changed'>[] {
  return applications
    .flatMap(({ candidates }) => candidates)
    .map((candidate) => ({
      ...refOf(candidate),
      total: candidate.leading.aggregate === null ? null : publishedTotal(candidate.leading.aggregate),
      rank: ranking.rankOf(candidate),
      outcome: standing(candidate).outcome,
    }));
}
