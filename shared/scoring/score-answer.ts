import type { RubricItem } from '../domain/rubric.ts';
import type { Answer } from '../domain/sheet.ts';
import type { Verdict } from '../domain/values.ts';
import { formatPoints, parsePoints } from '../points/hundredths.ts';
import { explainRule, type RuleReason } from '../points/rules/index.ts';
import { ok, refused, type Result } from '../result.ts';
import { gateVerdict } from './gate-verdict.ts';
import type { RuleCode } from '../points/rules/index.ts';

/** Why an answer gives no points. */
export type AnswerCode =
  | RuleCode
  | 'sheet/blank'
  | 'sheet/not-applicable-on-scored'
  | 'sheet/points-above-maximum'
  | 'sheet/points-not-asked'
  | 'sheet/points-off-step'
  | 'sheet/value-not-asked'
  | 'sheet/verdict-contradicts-value'
  | 'sheet/verdict-not-asked';

/** An answer that holds for its item. */
export type ScoredAnswer = {
  /** The answer with the points that the item's rule gives; everything else as the expert wrote it. */
  readonly answer: Answer;
  /**
   * How the expert stands to the item's gate: a pure gate's verdict, else the verdict that the expert gave, else the one that
   * the value proposes; null where the item has no gate.
   */
  readonly gate: Verdict | null;
  /** How a measured item's points came about; null for judged items and gates. */
  readonly reason: RuleReason | null;
  /** A written reason is still wanted. Kept apart from refusals so that points are saved before the comment is typed. */
  readonly commentMissing: boolean;
};

/**
 * Holds an answer against its rubric item (design.md §6).
 *
 * - A gate takes a verdict and nothing else.
 * - A measured item takes a value; its points are the rule's, whatever the answer says. With a gate it may carry a verdict of the
 *   expert's own: on a hard gate only 存疑 or 现场核实 may depart from the value, on a panel gate the verdict is the expert's vote.
 * - A judged item takes points within its maximum, in its step, zero included.
 * - 不适用 exists for pure gates only: an item that carries points is measured or judged, and 0 where there is nothing.
 *
 */
export function scoreAnswer(item: RubricItem, answer: Answer): Result<ScoredAnswer, AnswerCode> {
  switch (item.kind) {
    case 'gate':
      return scoreGate(item, answer);
    case 'measured':
      return scoreMeasured(item, answer);
    case 'judged':
      return scoreJudged(item, answer);
  }
}

/** Whether an answer says nothing yet about its item (a comment alone is not an answer). Zero is not blank. */
export function isBlank(item: RubricItem, answer: Pick<Answer, 'value' | 'points' | 'verdict'>): boolean {
  switch (item.kind) {
    case 'gate':
      return answer.verdict === null;
    case 'measured':
      return answer.value === null;
    case 'judged':
      return answer.points === null;
  }
}

function scoreGate(
  item: RubricItem,
  answer: Answer,
): Result<ScoredAnswer, 'sheet/blank' | 'sheet/points-not-asked' | 'sheet/value-not-asked'> {
  if (answer.value !== null) {
    return refused('sheet/value-not-asked', { item: item.code });
  }
  if (answer.points !== null) {
    return refused('sheet/points-not-asked', { item: item.code });
  }
  return answer.verdict === null ? blank(item) : ok(scored(item, answer, { gate: answer.verdict, reason: null }));
}

function scoreMeasured(
  item: RubricItem,
  answer: Answer,
): Result<
  ScoredAnswer,
  | RuleCode
  | 'sheet/blank'
  | 'sheet/not-applicable-on-scored'
  | 'sheet/points-above-maximum'
  | 'sheet/verdict-contradicts-value'
  | 'sheet/verdict-not-asked'
> {
  const { value, verdict } = answer;
  if (item.rule === undefined) {
    throw new Error(`the rubric has no rule for the measured item ${item.code}`);
  }
  if (value === null) {
    return blank(item);
  }
  const reason = explainRule(item.rule, value);
  if (!reason.ok) {
    return reason;
  }
  const { points } = reason.value;
  if (parsePoints(points) > parsePoints(item.max)) {
    return refused('sheet/points-above-maximum', { item: item.code, max: item.max, points });
  }
  const proposed = gateVerdict(item, value);
  if (verdict !== null) {
    if (verdict === 'not-applicable') {
      return refused('sheet/not-applicable-on-scored', { item: item.code });
    }
    if (proposed === null) {
      return refused('sheet/verdict-not-asked', { item: item.code });
    }
    if (item.gate?.type === 'hard' && (verdict === 'met' || verdict === 'not-met') && verdict !== proposed) {
      return refused('sheet/verdict-contradicts-value', { item: item.code });
    }
  }
  return ok(scored(item, { ...answer, points }, { gate: verdict ?? proposed, reason: reason.value }));
}

function scoreJudged(
  item: RubricItem,
  answer: Answer,
): Result<
  ScoredAnswer,
  | 'sheet/blank'
  | 'sheet/not-applicable-on-scored'
  | 'sheet/points-above-maximum'
  | 'sheet/points-off-step'
  | 'sheet/value-not-asked'
  | 'sheet/verdict-not-asked'
> {
  const { points, verdict } = answer;
  if (answer.value !== null) {
    return refused('sheet/value-not-asked', { item: item.code });
  }
  if (verdict !== null) {
    return refused(verdict === 'not-applicable' ? 'sheet/not-applicable-on-scored' : 'sheet/verdict-not-asked', { item: item.code });
  }
  if (points === null) {
    return blank(item);
  }
  if (parsePoints(points) > parsePoints(item.max)) {
    return refused('sheet/points-above-maximum', { item: item.code, max: item.max, points });
  }
  const step = parsePoints(item.step ?? '0.01');
  if (step > 0n && parsePoints(points) % step !== 0n) {
    return refused('sheet/points-off-step', { item: item.code, step: formatPoints(step), points });
  }
  return ok(scored(item, answer, { gate: null, reason: null }));
}

function scored(item: RubricItem, answer: Answer, rest: Pick<ScoredAnswer, 'gate' | 'reason'>): ScoredAnswer {
  return { answer, ...rest, commentMissing: commentIsAsked(item, answer) && answer.comment.trim() === '' };
}

function commentIsAsked(item: RubricItem, answer: Answer): boolean {
  switch (item.comment) {
    case 'optional':
      return false;
    case 'required':
      return true;
    case 'off-anchor':
      return answer.points !== null && !(item.anchors ?? []).some((anchor) => anchor.points === answer.points);
  }
}

function blank(item: RubricItem): Result<never, 'sheet/blank'> {
  return refused('sheet/blank', { item: item.code });
}
