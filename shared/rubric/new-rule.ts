import type { SimpleRule } from '../domain/rubric.ts';
import type { SimpleValue } from '../domain/sheet.ts';

/** How a value can become points, the plainest first. */
export const ruleKinds = ['threshold', 'per-unit', 'proportional', 'bands', 'linear', 'checklist', 'choice'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A rule of that kind to begin with, which gives `max` at most; its unit and its texts are still to be written. */
export function newRule(kind: RuleKind, max: string): SimpleRule {
  switch (kind) {
    case 'threshold':
      return { kind, atLeast: '1', points: max, otherwise: '0.00', unit: '' };
    case 'per-unit':
      return { kind, each: max, cap: max, unit: '' };
    case 'proportional':
      return { kind, full: '1', points: max, unit: '', value: 'number' };
    case 'bands':
      return {
        kind,
        bands: [
          { from: '2', points: max },
          { from: '1', points: '0.00' },
        ],
        unit: '',
        value: 'number',
      };
    case 'linear':
      return {
        kind,
        knots: [
          { at: '0', points: '0.00' },
          { at: '1', points: max },
        ],
        unit: '',
        value: 'number',
      };
    case 'checklist':
      return { kind, boxes: [{ code: 'a', text: '', points: max }] };
    case 'choice':
      return {
        kind,
        options: [
          { code: 'a', text: '', points: max },
          { code: 'b', text: '', points: '0.00' },
        ],
      };
  }
}

/** Where a rule keeps its rows, how many it has and how few it may have; null for a rule without rows. */
export function rowsOf(rule: SimpleRule): { readonly key: string; readonly count: number; readonly fewest: number } | null {
  switch (rule.kind) {
    case 'bands':
      return { key: 'bands', count: rule.bands.length, fewest: 1 };
    case 'linear':
      return { key: 'knots', count: rule.knots.length, fewest: 2 };
    case 'checklist':
      return { key: 'boxes', count: rule.boxes.length, fewest: 1 };
    case 'choice':
      return { key: 'options', count: rule.options.length, fewest: 2 };
    case 'threshold':
    case 'per-unit':
    case 'proportional':
      return null;
  }
}

/** The rule with one row more at the end. */
export function withRow(rule: SimpleRule): SimpleRule {
  switch (rule.kind) {
    case 'bands':
      return { ...rule, bands: [...rule.bands, { from: '0', points: '0.00' }] };
    case 'linear': {
      const last = rule.knots.at(-1) ?? { at: '0', points: '0.00' };
      return { ...rule, knots: [...rule.knots, { ...last, at: String(Math.floor(Number(last.at)) + 1) }] };
    }
    case 'checklist':
      return { ...rule, boxes: [...rule.boxes, { code: freeCode(rule.boxes), text: '', points: '0.00' }] };
    case 'choice':
      return { ...rule, options: [...rule.options, { code: freeCode(rule.options), text: '', points: '0.00' }] };
    default:
      return rule;
  }
}

/** The rule without the row at `index`. */
export function withoutRow(rule: SimpleRule, index: number): SimpleRule {
  switch (rule.kind) {
    case 'bands':
      return { ...rule, bands: rule.bands.toSpliced(index, 1) };
    case 'linear':
      return { ...rule, knots: rule.knots.toSpliced(index, 1) };
    case 'checklist':
      return { ...rule, boxes: rule.boxes.toSpliced(index, 1) };
    case 'choice':
      return { ...rule, options: rule.options.toSpliced(index, 1) };
    default:
      return rule;
  }
}

/** The texts of a rule's boxes or options, in order; empty for a rule of numbers. */
export function rowTexts(rule: SimpleRule): string[] {
  return rule.kind === 'checklist'
    ? rule.boxes.map(({ text }) => text)
    : rule.kind === 'choice'
      ? rule.options.map(({ text }) => text)
      : [];
}

/** The rule with another text at its box or option at `index`. */
export function withRowText(rule: SimpleRule, index: number, text: string): SimpleRule {
  const put = <Row extends { text: string }>(rows: readonly Row[]): Row[] => rows.map((row, at) => (at === index ? { ...row, text } : row));
  return rule.kind === 'checklist'
    ? { ...rule, boxes: put(rule.boxes) }
    : rule.kind === 'choice'
      ? { ...rule, options: put(rule.options) }
      : rule;
}

/** The rule with its bands from the highest down and its knots from the lowest up, as rules are read. */
export function inOrder(rule: SimpleRule): SimpleRule {
  switch (rule.kind) {
    case 'bands':
      return { ...rule, bands: rule.bands.toSorted((one, other) => Number(other.from) - Number(one.from)) };
    case 'linear':
      return { ...rule, knots: rule.knots.toSorted((one, other) => Number(one.at) - Number(other.at)) };
    default:
      return rule;
  }
}

/** A value to show the rule at work with: one that it gives points for. */
export function exampleValue(rule: SimpleRule): SimpleValue {
  switch (rule.kind) {
    case 'threshold':
      return { kind: 'number', number: rule.atLeast };
    case 'per-unit':
      return { kind: 'number', number: '1' };
    case 'proportional':
      return rule.value === 'ratio' ? { kind: 'ratio', count: '3', of: '4' } : { kind: 'number', number: rule.full };
    case 'bands':
      return rule.value === 'ratio' ? { kind: 'ratio', count: '3', of: '4' } : { kind: 'number', number: rule.bands[0]?.from ?? '0' };
    case 'linear':
      return rule.value === 'ratio' ? { kind: 'ratio', count: '3', of: '4' } : { kind: 'number', number: rule.knots.at(-1)?.at ?? '0' };
    case 'checklist':
      return { kind: 'checklist', ticked: rule.boxes.map(({ code }) => code) };
    case 'choice':
      return { kind: 'choice', choice: rule.options[0]?.code ?? '' };
  }
}

function freeCode(rows: readonly { readonly code: string }[]): string {
  const used = new Set(rows.map(({ code }) => code));
  for (let number = 0; ; number += 1) {
    const code = number < 26 ? String.fromCodePoint(97 + number) : `x${number}`;
    if (!used.has(code)) {
      return code;
    }
  }
}
