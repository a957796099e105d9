import type { Rule, RubricItem, SimpleRule } from '../domain/rubric.ts';
import type { Answer, SimpleValue } from '../domain/sheet.ts';
import { readTypedNumber, readTypedPoints } from '../numbers/typed-number.ts';
import { explainRule } from '../points/rules/index.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { Result } from '../result.ts';
import { foldedValue, takesRatio } from './fold.ts';
import { isBlank, scoreAnswer } from './score-answer.ts';

/** A field into which a number is typed: a measured number, the two of a share, or points. */
export type Field = 'number' | 'count' | 'of' | 'points';

/** Which number of an item: `part` null where its rule has none; `whole` is the item's own rule, `rule` that of the part. */
export type NumberPlace = { readonly whole: Rule; readonly rule: SimpleRule; readonly part: string | null };

/** What stands in the fields of a number, as it was typed. */
export type Texts = Readonly<Partial<Record<Field, string>>>;

/** By which name `typed` keeps what stands in a field that makes no value yet; `owner` is a part, a measurement, or null. */
export function typedKey(owner: string | null, field: Field): string {
  return owner === null ? field : `${owner}.${field}`;
}

/** The answer with what stands in a field noted, or with nothing noted where the text is empty or makes a value (null). */
export function withTyped({ typed = {}, ...answer }: Answer, key: string, text: string | null): Answer {
  const { [key]: _before, ...others } = typed;
  const next = text === null || text.trim() === '' ? others : { ...others, [key]: text };
  return Object.keys(next).length === 0 ? answer : { ...answer, typed: next };
}

/** What is given of an item, or of one of its parts; null while it is blank or half. */
export function partValue(answer: Pick<Answer, 'value' | 'partial'>, part: string | null): SimpleValue | null {
  if (part !== null) {
    return partsOf(answer)[part] ?? null;
  }
  return answer.value === null || answer.value.kind === 'parts' ? null : answer.value;
}

/** What to show in the fields of a number. */
export function textsOf(answer: Answer, { rule, part }: Pick<NumberPlace, 'rule' | 'part'>): Texts {
  const value = partValue(answer, part);
  const kept: Texts =
    value?.kind === 'number' ? { number: value.number } : value?.kind === 'ratio' ? { count: value.count, of: value.of } : {};
  const typed = fieldsOf(rule).flatMap((field) => {
    const text = answer.typed?.[typedKey(part, field)];
    return text === undefined ? [] : [[field, text] as const];
  });
  return { ...kept, ...Object.fromEntries(typed) };
}

/**
 * The answer after something was typed into a field of a number. What makes a value that the rule takes is the value; all else is kept as it
 * was typed, and there is no value: half of a pair, two readings of a comma, 18 of 17.
 */
export function typeNumber(answer: Answer, place: NumberPlace, typed: Texts): Answer {
  const texts = { ...textsOf(answer, place), ...typed };
  const value = valueOfTexts(place.rule, texts);
  const noted = fieldsOf(place.rule).reduce(
    (before, field) => withTyped(before, typedKey(place.part, field), value === null ? (texts[field] ?? null) : null),
    answer,
  );
  return withSimpleValue(noted, place, value);
}

/** The answer with the value of the item, or of one of its parts; an item has a value when all its parts have. A verdict on no value is none. */
export function withSimpleValue(answer: Answer, { whole, part }: Pick<NumberPlace, 'whole' | 'part'>, value: SimpleValue | null): Answer {
  if (part === null) {
    return withVerdictOnValue({ ...answer, value });
  }
  const { [part]: _before, ...others } = partsOf(answer);
  const partial = value === null ? others : { ...others, [part]: value };
  return withVerdictOnValue({ ...answer, partial, value: foldedValue(whole, { ...answer, partial }) });
}

/** The answer after points were typed: those that the item takes, else the text as it was typed and no points. */
export function typePoints(answer: Answer, item: RubricItem, text: string): Answer {
  const read = readTypedPoints(text);
  const points = read.ok ? read.value : null;
  const takes = points !== null && scoreAnswer(item, { ...answer, points }).ok;
  return { ...withTyped(answer, typedKey(null, 'points'), takes ? null : text), points: takes ? points : null };
}

/** Why what stands in a field is no number, or why the numbers together are no value of the rule; null where neither is so. */
export function refusalOfTexts(rule: SimpleRule, texts: Texts, field: Field): Refusal | null {
  const own = readTypedNumber(texts[field] ?? '', askedBy(rule));
  if (!own.ok) {
    return own.refusal;
  }
  const value = rawValue(rule, texts);
  const explained = value === null ? null : explainRule(rule, value);
  return explained !== null && !explained.ok && field === fieldsOf(rule)[0] ? explained.refusal : null;
}

/** Why typed points are none that the item takes; null where the field is empty or they are. */
export function refusalOfPoints(item: RubricItem, text: string): Refusal | null {
  const read = readTypedPoints(text);
  if (!read.ok || read.value === null) {
    return read.ok ? null : read.refusal;
  }
  const scored: Result<unknown> = scoreAnswer(item, { value: null, points: read.value, verdict: null, comment: '', evidence: [] });
  return scored.ok ? null : scored.refusal;
}

/** Whether something was entered that does not make an answer yet. It counts as a blank, and says so where it stands. */
export function isUnfinished(
  item: RubricItem,
  answer: Pick<Answer, 'value' | 'points' | 'verdict' | 'measurements' | 'partial' | 'typed'>,
): boolean {
  const { measurements = [], partial = {}, typed = {} } = answer;
  return isBlank(item, answer) && (measurements.length > 0 || Object.keys(partial).length > 0 || Object.keys(typed).length > 0);
}

/** What is asked of the fields of a rule. */
export function askedBy(rule: SimpleRule): { places: number; unit: string } {
  return { places: 6, unit: 'unit' in rule ? rule.unit : '' };
}

function fieldsOf(rule: SimpleRule): readonly Field[] {
  return takesRatio(rule) ? ['count', 'of'] : ['number'];
}

function valueOfTexts(rule: SimpleRule, texts: Texts): SimpleValue | null {
  const value = rawValue(rule, texts);
  return value !== null && explainRule(rule, value).ok ? value : null;
}

function rawValue(rule: SimpleRule, texts: Texts): SimpleValue | null {
  const [first = null, second = null] = fieldsOf(rule).map((field) => {
    const read = readTypedNumber(texts[field] ?? '', askedBy(rule));
    return read.ok ? read.value : null;
  });
  if (!takesRatio(rule)) {
    return first === null ? null : { kind: 'number', number: first };
  }
  return first === null || second === null ? null : { kind: 'ratio', count: first, of: second };
}

/** The parts that have a value, of a whole answer and of half of one. */
function partsOf({ value, partial }: Pick<Answer, 'value' | 'partial'>): Readonly<Record<string, SimpleValue>> {
  return { ...(value?.kind === 'parts' ? value.parts : {}), ...partial };
}

/** A verdict beside a value that is gone is none; beside half of a value it waits. */
export function withVerdictOnValue(answer: Answer): Answer {
  const { value, measurements = [], partial = {}, typed = {} } = answer;
  const isHalf = measurements.length > 0 || Object.keys(partial).length > 0 || Object.keys(typed).length > 0;
  return value === null && !isHalf ? { ...answer, verdict: null } : answer;
}
