import type { RubricItem } from '#shared/domain/rubric.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import type { Dice } from './applicants/dice.ts';

/** Points an expert could give for a judged item: in its step, around `quality` per cent of the maximum, now and then a step beside. */
export function madeUpPoints(item: RubricItem, { quality, dice }: { quality: number; dice: Dice }): string {
  const step = parsePoints(item.step ?? '0.50');
  const steps = Number(parsePoints(item.max) / step);
  const temper = dice.between(1, 10);
  const leaning = temper <= 2 ? -1 : temper === 10 ? 1 : 0;
  const given = Math.round((Math.min(100, Math.max(0, quality)) * steps) / 100) + leaning;
  return formatPoints(BigInt(Math.min(steps, Math.max(0, given))) * step);
}
