import type { SimpleRule } from '../domain/rubric.ts';
import type { Answer } from '../domain/sheet.ts';
import type { Measurement } from '../domain/visit.ts';
import { readTypedNumber } from '../numbers/typed-number.ts';
import { explainRule } from '../points/rules/index.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { askedBy, type NumberPlace, typedKey, withTyped, withVerdictOnValue } from '../scoring/typing.ts';
import { foldedValue, refusalOfMeasurement } from '../scoring/fold.ts';

/** The two numbers of a measurement: what was found, and of how many. */
export type MeasuredField = 'number' | 'of';

/** The measurements of an item, or of one of its parts. */
export function rowsOf(answer: Answer, part: string | null): Measurement[] {
  return (answer.measurements ?? []).filter((one) => one.part === part);
}

/** The answer with these measurements in place of those of its part, and with the value that they make; a value the rule refuses is none. */
export function withRows(answer: Answer, { whole, part }: Pick<NumberPlace, 'whole' | 'part'>, rows: readonly Measurement[]): Answer {
  const ids = new Set(rows.map(({ id }) => id));
  const gone = rowsOf(answer, part).filter(({ id }) => !ids.has(id));
  const noted = gone.reduce(
    (before, { id }) => withTyped(withTyped(before, typedKey(id, 'number'), null), typedKey(id, 'of'), null),
    answer,
  );
  const measurements = [...(answer.measurements ?? []).filter((one) => one.part !== part), ...rows];
  const value = foldedValue(whole, { ...noted, measurements });
  return withVerdictOnValue({ ...noted, measurements, value: value !== null && explainRule(whole, value).ok ? value : null });
}

/** The answer after something was typed into a measurement: a number, or the text as it stands there and no number. */
export function typeIntoRow(
  answer: Answer,
  place: NumberPlace,
  { rows, id, field, text }: { rows: readonly Measurement[]; id: string; field: MeasuredField; text: string },
): Answer {
  const read = readTypedNumber(text, askedBy(place.rule));
  const number = read.ok ? read.value : null;
  const next = rows.map((row) => (row.id === id ? { ...row, [field]: number } : row));
  return withRows(withTyped(answer, typedKey(id, field), read.ok ? null : text), place, next);
}

/** Why what stands in a field of a measurement is not taken, or why both together are no share of a whole. */
export function refusalOfRow(rule: SimpleRule, row: Measurement, { field, text }: { field: MeasuredField; text: string }): Refusal | null {
  const read = readTypedNumber(text, askedBy(rule));
  if (!read.ok) {
    return read.refusal;
  }
  return field === 'number' ? refusalOfMeasurement(rule, { ...row, number: read.value }) : null;
}

/** Why the measurements together make no value, though each of them is a number; null where they do, or where one is missing. */
export function refusalOfRows(rule: SimpleRule, rows: readonly Measurement[]): Refusal | null {
  const value = foldedValue(rule, { measurements: rows.map((row) => ({ ...row, part: null })) });
  const explained = value === null ? null : explainRule(rule, value);
  return explained === null || explained.ok ? null : explained.refusal;
}
