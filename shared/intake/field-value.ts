import { applicantTypeSchema } from '../domain/application.ts';
import { readDate } from '../forms/dates.ts';
import { readLevels } from '../forms/levels.ts';
import { readNumber } from '../forms/numerals.ts';
import { readTypedNumber } from '../numbers/typed-number.ts';
import { ok, refused, type Result } from '../result.ts';
import type { ValueKind } from './fields.ts';

export type FieldValue = string | number | null | string[];

/**
 * The value that a person's text stands for, read as leniently as the form itself (80㎡, 五至三级, 2022年10月20日).
 */
export function readFieldValue(text: string, kind: ValueKind): Result<FieldValue, 'intake/value-not-understood' | 'intake/value-too-long'> {
  const typed = text.trim();
  switch (kind) {
    case 'text':
      return typed.length <= 400 ? ok(typed) : refused('intake/value-too-long', { limit: 400 });
    case 'text-or-null':
      return typed.length <= 400 ? ok(typed === '' ? null : typed) : refused('intake/value-too-long', { limit: 400 });
    case 'type':
      return typed === '' ? ok(null) : understood(applicantTypeSchema.safeParse(typed).data, typed);
    case 'date':
      return typed === '' ? ok(null) : understood(readDate(typed) ?? undefined, typed);
    case 'levels': {
      const { levels, sure } = readLevels(typed);
      return typed === '' ? ok([]) : understood(sure ? levels : undefined, typed);
    }
    case 'whole-number':
    case 'number':
    case 'count': {
      if (typed === '') {
        return ok(kind === 'count' ? 0 : null);
      }
      const read = readTyped(typed);
      const fits = read !== null && (kind !== 'whole-number' || Number.isInteger(read));
      return understood(fits ? read : undefined, typed);
    }
  }
}

/** A number with the words that may stand around it in a form; null where it can be read in two ways. */
function readTyped(typed: string): number | null {
  const read = readTypedNumber(typed, { places: 6 });
  if (read.ok) {
    return Number(read.value);
  }
  // Two numbers parted by a space, and raised or circled digits, are none of the form's own ways to write one.
  const lenient =
    read.refusal.code === 'number/not-a-number' && !/\d\s+\d|\p{No}/u.test(typed.replaceAll(/m²/gu, 'm2')) ? readNumber(typed) : null;
  return lenient?.sure === true ? lenient.value : null;
}

/** A value as it is shown in a field, and as `editedFrom` keeps it. */
export function fieldText(value: FieldValue): string {
  return value === null ? '' : Array.isArray(value) ? value.join('、') : String(value);
}

function understood<Value extends FieldValue>(value: Value | undefined, typed: string): Result<FieldValue, 'intake/value-not-understood'> {
  return value === undefined ? refused('intake/value-not-understood', { text: typed.slice(0, 60) }) : ok(value);
}
