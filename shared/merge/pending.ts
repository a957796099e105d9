import type { CandidateResult } from '../domain/result.ts';
import { type Level, levelGroupOf } from '../domain/values.ts';
import type { ReasonCode } from './reason.ts';

/** A candidate without a conclusion, whole or at one of its level groups, and what it waits for. */
export type Pending = {
  readonly application: string;
  readonly occupation: string;
  /** The levels that are not settled. */
  readonly levels: readonly Level[];
  /** Only these levels: the others have their conclusion. */
  readonly isPart: boolean;
  readonly reasons: CandidateResult['reasons'];
};

/** What somebody still has to do or to hand in; the other reasons say why a conclusion is as it is. */
const waiting: ReadonlySet<string> = new Set<ReasonCode>([
  'gate-open',
  'sheet-missing',
  'sheet-partial',
  'nobody-counts',
  'stage-without-expert',
  'measurement-differs',
  'quota-tied',
]);

/** Everything in a result that has no conclusion yet, in the round's order. */
export function pendingIn(candidates: readonly CandidateResult[]): Pending[] {
  return candidates.flatMap(({ application, occupation, levels, outcome, reasons, groups }): Pending[] => {
    const open = groups.filter((group) => group.outcome === 'pending');
    // Tied across a quota the candidate waits, although each group has its conclusion.
    const names = new Set(open.length === 0 ? groups.map(({ group }) => group) : open.map(({ group }) => group));
    if (outcome !== 'pending' && open.length === 0) {
      return [];
    }
    const all = [...(outcome === 'pending' ? reasons : []), ...open.flatMap((group) => group.reasons)];
    const byText = new Map(all.filter(({ code }) => waiting.has(code)).map((reason) => [JSON.stringify(reason), reason]));
    return [
      {
        application,
        occupation,
        levels: levels.filter((level) => names.has(levelGroupOf(level))),
        isPart: names.size < groups.length,
        reasons: [...byText.values()],
      },
    ];
  });
}
