import type { Outcome } from '../domain/result.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { LevelGroup } from '../domain/values.ts';
import { levelGroupsOf } from '../domain/values.ts';
import type { Aggregate } from './aggregate.ts';
import { bearsOn } from './bears-on.ts';
import type { RoundIndex } from './round-index.ts';
import type { JudgedGate } from './gates.ts';
import type { DifferingMeasurement } from './measurements.ts';
import type { Reason } from './reason.ts';
import { countingExperts, type ExpertOnApplication } from './experts-on-application.ts';
import { expertTotal, type ExpertTotal, scoredItems } from './totals.ts';

/** A level group applied for, as if it were applied for alone (design.md §6): what bears on it and what each counting expert gives it. */
export type GatheredGroup = {
  readonly group: LevelGroup;
  readonly gates: readonly JudgedGate[];
  /** In roster order. */
  readonly totals: readonly ExpertTotal[];
  /** Measurements that the experts recorded differently. */
  readonly differing: readonly DifferingMeasurement[];
};

export type AggregatedGroup = GatheredGroup & {
  /** null while sheets are missing, measurements wait for the chair or nobody counts: what is absent is never a number. */
  readonly aggregate: Aggregate | null;
};

export type DecidedGroup = AggregatedGroup & { readonly outcome: Outcome; readonly reasons: readonly Reason[] };

type GroupInputs = {
  readonly experts: readonly ExpertOnApplication[];
  readonly gates: readonly JudgedGate[];
  readonly differing: readonly DifferingMeasurement[];
};

/** The level groups of an occupation of an application, 五—三级 first. */
export function gatherGroups(
  roundIndex: RoundIndex,
  { application, occupation }: { readonly application: RoundApplication; readonly occupation: RoundApplication['occupations'][number] },
  { experts, gates, differing }: GroupInputs,
): GatheredGroup[] {
  const counting = countingExperts(experts);
  const slots = roundIndex.slots(application);
  return levelGroupsOf(occupation.levels).map((group) => {
    const ref = { occupation: occupation.name, group };
    const scored = scoredItems(slots.values(), ref);
    return {
      group,
      gates: gates.filter(({ slot }) => bearsOn(slot, ref)),
      totals: counting.map((member) => expertTotal(scored, member)),
      differing: differing.filter(({ slot }) => bearsOn(slot, ref)),
    };
  });
}
