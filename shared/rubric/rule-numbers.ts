import { type Rule, ruleSchema } from '../domain/rubric.ts';
import { readTypedNumber, readTypedPoints } from '../numbers/typed-number.ts';
import { ok, refused, type Result } from '../result.ts';
import type { TypedNumberCode } from '../numbers/typed-number.ts';

/** A number inside a rule that can be changed in place. */
export type RuleNumber = {
  /** Where it stands in the rule's JSON. */
  readonly path: readonly string[];
  /** Its own name there: `atLeast`, `points`, `cap`, … */
  readonly name: string;
  /** The text of the box, option or part it belongs to; null where it is the rule's own. */
  readonly of: string | null;
  readonly value: string;
};

const numbers = new Set(['atLeast', 'points', 'otherwise', 'full', 'each', 'cap', 'at', 'from', 'perOne']);

/** Every number of a rule, in the rule's order. */
export function ruleNumbers(rule: Rule): RuleNumber[] {
  return collect(rule, [], null);
}

/** The rule with another number in that place; null when the rule would no longer be one (not a number, not two decimals). */
export function withRuleNumber(rule: Rule, path: readonly string[], value: string): Rule | null {
  const parsed = ruleSchema.safeParse(replaced(rule, path, value));
  return parsed.success ? parsed.data : null;
}

/**
 * The same with what a person typed, as a number or as points, whichever stands there.
 */
export function withTypedRuleNumber(
  rule: Rule,
  path: readonly string[],
  text: string,
): Result<Rule, TypedNumberCode | 'number/does-not-fit' | 'number/empty'> {
  const [number, points] = [readTypedNumber(text, { places: 6 }), readTypedPoints(text)];
  if (!number.ok) {
    return number;
  }
  if (number.value === null) {
    return refused('number/empty');
  }
  const asNumber = withRuleNumber(rule, path, number.value);
  const asPoints = points.ok && points.value !== null ? withRuleNumber(rule, path, points.value) : null;
  const changed = asNumber ?? asPoints;
  if (changed !== null) {
    return ok(changed);
  }
  return points.ok ? refused('number/does-not-fit', { found: number.value }) : points;
}

function collect(node: unknown, path: readonly string[], of: string | null): RuleNumber[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const own = 'text' in node && typeof node.text === 'string' ? node.text : of;
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && numbers.has(name)
      ? [{ path: [...path, name], name, of: own, value }]
      : collect(value, [...path, name], own),
  );
}

function replaced(node: unknown, [name, ...rest]: readonly string[], value: string): unknown {
  if (name === undefined) {
    return value;
  }
  if (Array.isArray(node)) {
    return node.map((each: unknown, index) => (String(index) === name ? replaced(each, rest, value) : each));
  }
  return typeof node === 'object' && node !== null
    ? Object.fromEntries(
        Object.entries(node).map(([key, each]: [string, unknown]) => [key, key === name ? replaced(each, rest, value) : each]),
      )
    : node;
}
