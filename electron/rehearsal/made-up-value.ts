import type { RubricItem, SimpleRule } from '#shared/domain/rubric.ts';
import type { MeasuredValue, SimpleValue } from '#shared/domain/sheet.ts';
import type { Dice } from './applicants/dice.ts';

export type ValueRequest = {
  readonly item: RubricItem;
  /** Per cent of what is asked. */
  readonly quality: number;
  /** Whether the value may fail the item's gate, or bring up another. */
  readonly gateMay: 'fail' | 'not-fail';
  readonly dice: Dice;
};

/** A value that someone could have measured at an applicant of that quality. */
export function madeUpValue({ item, quality, gateMay, dice }: ValueRequest): MeasuredValue {
  const { rule } = item;
  if (rule === undefined) {
    throw new Error(`the rubric has no rule for ${item.code}`);
  }
  if (rule.kind === 'parts') {
    const parts = rule.parts.map((part) => [part.code, simpleValue(part.rule, { quality, dice, least: 0, always: null })] as const);
    return { kind: 'parts', parts: Object.fromEntries(parts) };
  }
  const condition = gateMay === 'fail' ? undefined : (item.gate?.failsWhen ?? item.triggers?.failsWhen);
  return simpleValue(rule, {
    quality,
    dice,
    least: condition?.kind === 'below' ? Number(condition.value) : 0,
    always: condition?.kind === 'unticked' ? condition.box : null,
  });
}

type Limits = { readonly quality: number; readonly dice: Dice; readonly least: number; readonly always: string | null };

function simpleValue(rule: SimpleRule, limits: Limits): SimpleValue {
  const { quality, dice, always } = limits;
  switch (rule.kind) {
    case 'threshold':
      return numberNear(Number(rule.atLeast), rule.unit, limits);
    case 'per-unit':
      return numberNear(Math.ceil(Number(rule.cap) / Number(rule.each)), rule.unit, limits);
    case 'proportional':
      return rule.value === 'ratio' ? ratioNear(limits) : numberNear(Number(rule.full), rule.unit, limits);
    case 'bands':
      return rule.value === 'ratio' ? ratioNear(limits) : numberNear(Number(rule.bands[0]?.from ?? '1'), rule.unit, limits);
    case 'linear': {
      const [low, high] = [Number(rule.knots[0]?.at ?? '0'), Number(rule.knots.at(-1)?.at ?? '1')];
      const hundredths = Math.round(100 * low + ((high - low) * (quality + dice.between(-20, 20)) * dice.between(60, 100)) / 100);
      return rule.value === 'ratio'
        ? { kind: 'ratio', count: String(hundredths * 100), of: '10000' }
        : { kind: 'number', number: decimal(hundredths / 100) };
    }
    case 'checklist': {
      const codes = rule.boxes.map(({ code }) => code);
      return { kind: 'checklist', ticked: codes.filter((code) => dice.between(1, 100) <= quality + 4 || code === always) };
    }
    case 'choice': {
      const best = dice.between(1, 100) <= quality + 4 ? rule.options[0] : rule.options[1];
      return { kind: 'choice', choice: best?.code ?? '' };
    }
  }
}

/** A number around what is asked: an area with one decimal, people and seats as whole numbers. */
function numberNear(asked: number, unit: string, { quality, dice, least }: Limits): SimpleValue {
  const found = (asked * (quality + dice.between(0, 40))) / 100;
  const rounded = unit === '㎡' ? found : Math.round(found);
  return { kind: 'number', number: decimal(Math.max(least, rounded)) };
}

/** So many of so many. */
function ratioNear({ quality, dice, least }: Limits): SimpleValue {
  const of = dice.between(10, 16);
  const count = Math.round((of * Math.min(100, quality + dice.between(0, 10))) / 100);
  return { kind: 'ratio', count: String(Math.max(count, Math.ceil(of * Math.min(1, least)))), of: String(of) };
}

/** One decimal at most, as a tape measure is read. */
function decimal(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}
