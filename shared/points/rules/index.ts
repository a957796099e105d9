import type { Rule, SimpleRule } from '../../domain/rubric.ts';
import type { MeasuredValue } from '../../domain/sheet.ts';
import { ok, refused, type Result } from '../../result.ts';
import { formatPoints, type Hundredths, parsePoints, sumOfPoints } from '../hundredths.ts';
import { type BandsReason, explainBands } from './bands.ts';
import { type ChecklistReason, explainChecklist } from './checklist.ts';
import { type ChoiceReason, explainChoice } from './choice.ts';
import { explainLinear, type LinearReason } from './linear.ts';
import { wrongKind } from './measure.ts';
import { explainPerUnit, type PerUnitReason } from './per-unit.ts';
import { explainProportional, type ProportionalReason } from './proportional.ts';
import { explainThreshold, type ThresholdReason } from './threshold.ts';
import type { MeasureCode } from './measure.ts';

/** Why a rule gives no points for a value. */
export type RuleCode = SimpleRuleCode | 'sheet/part-missing' | 'sheet/part-unknown';

export type SimpleRuleCode = MeasureCode | 'sheet/value-not-whole' | 'sheet/option-twice' | 'sheet/option-unknown';

/** Why a value gives its points, as data: screens and reports make the words (62.4 ㎡ ≥ 60 ㎡ → 3.00). */
export type SimpleRuleReason =
  | ThresholdReason
  | ProportionalReason
  | PerUnitReason
  | LinearReason
  | BandsReason
  | ChecklistReason
  | ChoiceReason;
export type RuleReason =
  | SimpleRuleReason
  | {
      readonly kind: 'parts';
      readonly parts: readonly { readonly code: string; readonly text: string; readonly reason: SimpleRuleReason }[];
      readonly points: string;
    };

/**
 * The points, in whole hundredths, that a rule gives for what was measured (design.md §6: rounded half-up as it is entered).
 */
export function applyRule(rule: Rule, value: MeasuredValue): Result<Hundredths, RuleCode> {
  const reason = explainRule(rule, value);
  return reason.ok ? ok(parsePoints(reason.value.points)) : reason;
}

/** The points with how they came about. Refusals: those of {@link applyRule}. */
export function explainRule(rule: Rule, value: MeasuredValue): Result<RuleReason, RuleCode> {
  return rule.kind === 'parts' ? explainParts(rule, value) : explainSimpleRule(rule, value);
}

function explainSimpleRule(rule: SimpleRule, value: MeasuredValue): Result<SimpleRuleReason, SimpleRuleCode> {
  switch (rule.kind) {
    case 'threshold':
      return explainThreshold(rule, value);
    case 'proportional':
      return explainProportional(rule, value);
    case 'per-unit':
      return explainPerUnit(rule, value);
    case 'linear':
      return explainLinear(rule, value);
    case 'bands':
      return explainBands(rule, value);
    case 'checklist':
      return explainChecklist(rule, value);
    case 'choice':
      return explainChoice(rule, value);
  }
}

function explainParts(rule: Extract<Rule, { kind: 'parts' }>, value: MeasuredValue): Result<RuleReason, RuleCode> {
  if (value.kind !== 'parts') {
    return wrongKind('parts', value);
  }
  const stray = Object.keys(value.parts).find((part) => !rule.parts.some(({ code }) => code === part));
  if (stray !== undefined) {
    return refused('sheet/part-unknown', { part: stray });
  }
  const parts: { code: string; text: string; reason: SimpleRuleReason }[] = [];
  for (const part of rule.parts) {
    const measured = Object.hasOwn(value.parts, part.code) ? value.parts[part.code] : undefined;
    // Blank is not zero: half of an answer gives no points at all.
    if (measured === undefined) {
      return refused('sheet/part-missing', { part: part.text });
    }
    const reason = explainSimpleRule(part.rule, measured);
    if (!reason.ok) {
      return reason;
    }
    parts.push({ code: part.code, text: part.text, reason: reason.value });
  }
  return ok({ kind: 'parts', parts, points: formatPoints(sumOfPoints(parts.map((part) => parsePoints(part.reason.points)))) });
}
