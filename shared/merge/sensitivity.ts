import type { CandidateResult } from '../domain/result.ts';
import type { Rules } from '../domain/round.ts';
import { merge } from './merge.ts';
import type { MergeRequest } from './request.ts';

/** The result as it would be under another way of counting. */
export type Variant = {
  /** `mean`, `trimmed-total`, `trimmed-item`, `median-total`, `median-item`, `z-score`, or `without:<expert id>`. */
  readonly name: string;
  readonly candidates: (Pick<CandidateResult, 'application' | 'occupation' | 'total' | 'rank' | 'outcome'> & {
    /** Whether the rank or the outcome differs from the round's own rule. */
    changed: boolean;
  })[];
};

const methods: readonly { name: string; method: Rules['aggregate']['method']; by: Rules['aggregate']['by'] }[] = [
  { name: 'mean', method: 'mean', by: 'total' },
  { name: 'trimmed-total', method: 'trimmed', by: 'total' },
  { name: 'trimmed-item', method: 'trimmed', by: 'item' },
  { name: 'median-total', method: 'median', by: 'total' },
  { name: 'median-item', method: 'median', by: 'item' },
  { name: 'z-score', method: 'z-score', by: 'total' },
];

/**
 * How much the ranking hangs on the rule and on any one expert: the same packages and resolutions under each method, and under the
 * round's own with one expert left out. For the chair to look at; only the round's own rule counts.
 */
export function sensitivity(request: MergeRequest): Variant[] {
  const own = merge(request).result.candidates;
  const { round } = request;
  const variant = (name: string, changed: MergeRequest): Variant => ({
    name,
    candidates: merge(changed).result.candidates.map(({ application, occupation, total, rank, outcome }, index) => ({
      application,
      occupation,
      total,
      rank,
      outcome,
      changed: own[index]?.rank !== rank || own[index]?.outcome !== outcome,
    })),
  });
  const chair = round.panel.find(({ role }) => role === 'chair')?.id ?? '';
  return [
    ...methods.map(({ name, method, by }) =>
      variant(name, { ...request, round: { ...round, rules: { ...round.rules, aggregate: { ...round.rules.aggregate, method, by } } } }),
    ),
    ...round.panel.map(({ id }) =>
      variant(`without:${id}`, {
        ...request,
        resolutions: [...request.resolutions, { kind: 'exclude-expert', expert: id, application: null, by: chair, reason: 'sensitivity' }],
      }),
    ),
  ];
}
