import type { Rubric } from '../domain/rubric.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { LevelGroup, Stage } from '../domain/values.ts';
import { add, type Fraction, fractionOfPoints, mean, sum, zero } from '../points/fraction.ts';
import type { Hundredths } from '../points/hundredths.ts';
import { slotKey, slotsOfItem } from '../scoring/index.ts';
import type { Seat } from './seats.ts';

/** The points that an expert's answers to one item come to, for one candidate. */
export type ItemPoints = {
  readonly item: string;
  readonly stage: Stage;
  readonly category: string;
  /** As entered: one, or one per level group. */
  readonly entered: readonly { readonly levelGroup: LevelGroup | null; readonly points: Hundredths }[];
  /** The exact mean of what was entered. */
  readonly points: Fraction;
};

export type StageFractions = Readonly<Record<Stage, Fraction>>;

/** What one expert gives one candidate, exactly. */
export type ExpertTotal = {
  readonly expert: string;
  readonly items: readonly ItemPoints[];
  readonly stages: StageFractions;
  readonly total: Fraction;
};

/**
 * An expert's total for a candidate (design.md §6): the candidate's and its level groups' items plus the applicant's. The seat must be
 * counting: a blank among its slots is a bug and throws, it is never a zero.
 */
export function expertTotal(
  rubric: Rubric,
  { application, occupation, seat }: { readonly application: RoundApplication; readonly occupation: string; readonly seat: Seat },
): ExpertTotal {
  const own = { occupations: application.occupations.filter(({ name }) => name === occupation) };
  const items = rubric.items
    .filter(({ kind }) => kind !== 'gate')
    .map((item): ItemPoints => {
      const entered = slotsOfItem(item, own).map((slot) => {
        const points = seat.statements.get(slotKey(slot))?.points ?? null;
        if (points === null) {
          throw new Error(`a blank slot of a counting sheet: ${slotKey(slot)}`);
        }
        return { levelGroup: slot.levelGroup, points };
      });
      const points = mean(entered.map((each) => fractionOfPoints(each.points)));
      return { item: item.code, stage: item.stage, category: item.category, entered, points };
    });
  return { expert: seat.expert, items, stages: stageSums(items), total: sum(items.map(({ points }) => points)) };
}

/** The sums per stage of items' points. */
export function stageSums(items: readonly Pick<ItemPoints, 'stage' | 'points'>[]): StageFractions {
  const sums: Record<Stage, Fraction> = { document: zero, visit: zero, roadshow: zero };
  for (const { stage, points } of items) {
    sums[stage] = add(sums[stage], points);
  }
  return sums;
}
