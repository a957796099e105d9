import { type Rule, ruleSchema } from '../domain/rubric.ts';

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
