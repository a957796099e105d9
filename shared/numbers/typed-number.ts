import { ok, refused, type Result } from '../result.ts';

/** Why what was typed is no number. */
export type TypedNumberCode =
  | 'number/comma-unclear'
  | 'number/negative'
  | 'number/not-a-number'
  | 'number/not-whole'
  | 'number/too-large'
  | 'number/too-precise'
  | 'number/unit';

/** What a field asks for. `places`: how many decimals at most; `unit` may be typed behind the number, in words or as a sign. */
export type Asked = { readonly places: number; readonly unit?: string };

/** Other ways to write a unit; the first is how the rubric writes it. */
const sameUnits: readonly (readonly string[])[] = [
  ['㎡', 'm²', 'm2', '平方米', '平米', '平方', '平'],
  ['人', '名', '位'],
  ['个', '间', '处'],
  ['台', '套', '件'],
  ['项', '条'],
  ['分', '分数'],
  ['分钟', '分', 'min'],
  ['秒', '秒钟', 's'],
  ['%', '％', '百分'],
];

/** Twelve digits before the point are as many as a number travels with (`decimalSchema`). */
const longest = 12;

/**
 * The one reading of a number that a person typed: as it travels (`decimalSchema`), or null where the field is empty. What was typed is what is
 * recorded, else it is refused with a sentence beside the field: no digit is dropped, no sign, nothing cut.
 *
 * - Full-width digits, point and comma are those of ASCII; 。 is a point; spaces around the number and before the unit are nothing.
 * - A comma is a decimal point where it can be nothing else: one comma, and what follows it is no group of three or four digits
 *   (‘6,5’, ‘0,125’, ‘1234,567’). ‘1,234’ may be either, and is refused.
 * - ‘5.’ and ‘.5’ are 5 and 0.5; leading zeros are none.
 *
 */
export function readTypedNumber(text: string, { places, unit = '' }: Asked): Result<string | null, TypedNumberCode> {
  const plain = asciiOf(text).trim();
  if (plain === '') {
    return ok(null);
  }
  const match = /^([-−]?)\s*([\d.,]*\d[.,]?|[\d.,]*)\s*(.*)$/su.exec(plain);
  const [, sign = '', typed = '', behind = ''] = match ?? [];
  if (!/\d/u.test(typed)) {
    return refused('number/not-a-number', { found: text.trim() });
  }
  const digits = withPoint(typed);
  if (digits === null && !/[\d.,]/u.test(behind)) {
    return refused('number/comma-unclear', { found: typed });
  }
  if (digits === null || (behind !== '' && !isUnit(behind, unit))) {
    return /[\d.,]/u.test(behind) || unit === ''
      ? refused('number/not-a-number', { found: text.trim() })
      : refused('number/unit', { found: behind, unit });
  }
  const parts = /^(\d*)(?:\.(\d*))?$/u.exec(digits);
  if (parts === null) {
    return refused('number/not-a-number', { found: text.trim() });
  }
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/u, '') || '0';
  const decimals = parts[2] ?? '';
  if (sign !== '' && /[1-9]/u.test(digits)) {
    return refused('number/negative', { found: text.trim() });
  }
  if (decimals.length > places) {
    return refused(places === 0 ? 'number/not-whole' : 'number/too-precise', { found: text.trim(), places });
  }
  if (whole.length > longest) {
    return refused('number/too-large', { found: text.trim() });
  }
  return ok(decimals === '' ? whole : `${whole}.${decimals}`);
}

/** Points that a person typed, as they travel: ‘5’ is `"5.00"`; null where the field is empty. Refuses as {@link readTypedNumber}. */
export function readTypedPoints(text: string): Result<string | null, TypedNumberCode> {
  const read = readTypedNumber(text, { places: 2, unit: '分' });
  if (!read.ok || read.value === null) {
    return read;
  }
  const [whole = '0', decimals = ''] = read.value.split('.');
  return whole.length > 7 ? refused('number/too-large', { found: text.trim() }) : ok(`${whole}.${decimals.padEnd(2, '0')}`);
}

/** The least and the most that a whole number may be. */
export type Range = { readonly least: number; readonly most: number; readonly unit?: string };

/** A whole number that a person typed; null where the field is empty. */
export function readTypedWhole(
  text: string,
  { least, most, unit = '' }: Range,
): Result<number | null, TypedNumberCode | 'number/out-of-range'> {
  const read = readTypedNumber(text, { places: 0, unit });
  if (!read.ok || read.value === null) {
    return read.ok ? ok(null) : read;
  }
  const number = Number(read.value);
  return number < least || number > most ? refused('number/out-of-range', { found: read.value, least, most }) : ok(number);
}

/** Only what stands for an ASCII character is put in its place; a circled or raised digit is no digit. */
function asciiOf(text: string): string {
  return text
    .replaceAll(/[０-９．，－％]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('。', '.')
    .replaceAll('\u{3000}', ' ');
}

/** The digits with their decimal point; null where a comma may be a point or part the digits of a whole number. */
function withPoint(typed: string): string | null {
  const commas = typed.split(',').length - 1;
  if (commas === 0) {
    return typed;
  }
  const [before = '', after = ''] = typed.split(',');
  const mayBeGroup = (size: number) => after.length === size && /^[1-9]/u.test(before) && before.length <= size;
  return commas > 1 || typed.includes('.') || after === '' || mayBeGroup(3) || mayBeGroup(4) ? null : `${before}.${after}`;
}

function isUnit(behind: string, unit: string): boolean {
  const found = behind.trim().toLowerCase();
  return found === unit.toLowerCase() || (unit !== '' && sameUnits.some((names) => names[0] === unit && names.includes(found)));
}
