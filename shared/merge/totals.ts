import { type LevelGroup, type Stage, stagesInOrder } from '../domain/values.ts';
import { type Fraction, fractionOfPoints } from '../points/fraction.ts';
import type { Hundredths } from '../points/hundredths.ts';
import { bearsOn, type GroupRef } from './bears-on.ts';
import type { IndexedSlot } from './round-index.ts';
import type { ExpertOnApplication } from './experts-on-application.ts';

/** An item that carries points, at the one slot at which it bears on a candidate's level group. */
export type ScoredItem = {
  readonly item: string;
  readonly stage: Stage;
  readonly category: string;
  /** null where the slot is not one of a level group. */
  readonly levelGroup: LevelGroup | null;
  readonly key: string;
};

/** The points that an expert entered for it. */
export type ItemPoints = { readonly scored: ScoredItem; readonly points: Hundredths };

export type StageFractions = Readonly<Record<Stage, Fraction>>;

/** What one expert gives one candidate at one level group, exactly. */
export type ExpertTotal = {
  readonly expert: string;
  /** Those of the stages that are the expert's to score. */
  readonly items: readonly ItemPoints[];
  /** null where the stage is not the expert's. */
  readonly stages: Readonly<Record<Stage, Fraction | null>>;
  /** null unless all stages are the expert's: points of some of them are no total, and never compared as one. */
  readonly total: Fraction | null;
};

/**
 * What the total of a candidate's level group is made of (design.md §6): the applicant's items, the candidate's own and the group's, in
 * the rubric's order.
 */
export function scoredItems(slots: Iterable<IndexedSlot>, of: GroupRef): ScoredItem[] {
  return [...slots].flatMap(({ item, slot, key }): ScoredItem[] =>
    item.kind === 'gate' || !bearsOn(slot, of)
      ? []
      : [{ item: item.code, stage: item.stage, category: item.category, levelGroup: slot.levelGroup, key }],
  );
}

/** What an expert gives. The expert must be counting: a blank among these slots is a bug and throws, it is never a zero. */
export function expertTotal(scored: readonly ScoredItem[], member: ExpertOnApplication): ExpertTotal {
  const own = (stage: Stage) => member.sheets[stage] !== 'not-assigned';
  const sums: Record<Stage, Hundredths> = { document: 0n, visit: 0n, roadshow: 0n };
  const items: ItemPoints[] = [];
  for (const each of scored) {
    if (own(each.stage)) {
      const points = member.statements.get(each.key)?.points ?? null;
      if (points === null) {
        throw new Error(`a blank slot of a counting sheet: ${each.key}`);
      }
      items.push({ scored: each, points });
      sums[each.stage] += points;
    }
  }
  const inStage = (stage: Stage) => (own(stage) ? fractionOfPoints(sums[stage]) : null);
  return {
    expert: member.expert,
    items,
    stages: { document: inStage('document'), visit: inStage('visit'), roadshow: inStage('roadshow') },
    total: stagesInOrder.every(own) ? fractionOfPoints(sums.document + sums.visit + sums.roadshow) : null,
  };
}
