import type { Rubric, RubricItem } from '../domain/rubric.ts';
import type { RoundApplication } from '../domain/round.ts';
import { type LevelGroup, type Stage, stagesInOrder } from '../domain/values.ts';
import { type Fraction, fractionOfPoints, mean, sum } from '../points/fraction.ts';
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
  /** Those of the stages that are the expert's to score. */
  readonly items: readonly ItemPoints[];
  /** null where the stage is not the expert's. */
  readonly stages: Readonly<Record<Stage, Fraction | null>>;
  /** null unless all stages are the expert's: points of some of them are no total, and never compared as one. */
  readonly total: Fraction | null;
};

/** An item that carries points, with the slots that bear on one candidate. */
export type ScoredItem = {
  readonly item: RubricItem;
  readonly slots: readonly { readonly key: string; readonly levelGroup: LevelGroup | null }[];
};

/** What a candidate's total is made of: its own and its level groups' items plus the applicant's (design.md §6), in the rubric's order. */
export function scoredItems(rubric: Rubric, { occupations }: Pick<RoundApplication, 'occupations'>, occupation: string): ScoredItem[] {
  const own = { occupations: occupations.filter(({ name }) => name === occupation) };
  return rubric.items
    .filter(({ kind }) => kind !== 'gate')
    .map((item) => ({ item, slots: slotsOfItem(item, own).map((slot) => ({ key: slotKey(slot), levelGroup: slot.levelGroup })) }));
}

/** What an expert gives a candidate. The seat must be counting: a blank among its slots is a bug and throws, it is never a zero. */
export function expertTotal(scored: readonly ScoredItem[], seat: Seat): ExpertTotal {
  const own = (stage: Stage) => seat.sheets[stage] !== 'not-assigned';
  const items = scored.flatMap(({ item, slots }): ItemPoints[] => {
    if (!own(item.stage)) {
      return [];
    }
    const entered = slots.map(({ key, levelGroup }) => {
      const points = seat.statements.get(key)?.points ?? null;
      if (points === null) {
        throw new Error(`a blank slot of a counting sheet: ${key}`);
      }
      return { levelGroup, points };
    });
    const points = mean(entered.map((each) => fractionOfPoints(each.points)));
    return [{ item: item.code, stage: item.stage, category: item.category, entered, points }];
  });
  const sums = stageSums(items);
  const stages = {
    document: own('document') ? sums.document : null,
    visit: own('visit') ? sums.visit : null,
    roadshow: own('roadshow') ? sums.roadshow : null,
  };
  const whole = stagesInOrder.every(own);
  return { expert: seat.expert, items, stages, total: whole ? sum(stagesInOrder.map((stage) => sums[stage])) : null };
}

/** The sums per stage of items' points. */
export function stageSums(items: readonly Pick<ItemPoints, 'stage' | 'points'>[]): StageFractions {
  const sumOf = (stage: Stage) => sum(items.flatMap((item) => (item.stage === stage ? [item.points] : [])));
  return { document: sumOf('document'), visit: sumOf('visit'), roadshow: sumOf('roadshow') };
}
