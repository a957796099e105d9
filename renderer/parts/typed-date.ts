import { dateSchema } from '#shared/domain/values.ts';

/** What a person typed where a day is asked for. `assumed`: the year that was taken because none was typed. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly date: string; readonly assumed: number | null }
  | { readonly kind: 'refused'; readonly why: 'no-day' | 'no-such-day' | 'year-missing' };

const whole = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/u;
const joined = /^(\d{4})(\d{2})(\d{2})$/u;
/** As the English screens write it: 5 November 2022. */
const english = /^(\d{1,2})([a-z]{3,9})(\d{4})$/iu;
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Month before day, as the notice writes it. */
const short = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/u;

/**
 * A day as people type it: 2022年12月2日, 2022-12-2, 2022.12.2, 2022/12/2, 20221202, and without its year, which is then `year`: 12月2日, 12/2,
 * 12.2, 12-2; in English 2 December 2022. Full-width digits and spaces between are as good. What is none of these is refused, with the reason.
 */
export function typedDate(text: string, year: number | null): TypedDate {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  if (plain === '') {
    return { kind: 'empty' };
  }
  const full = whole.exec(plain) ?? joined.exec(plain);
  if (full !== null) {
    return dayOf({ year: full[1] ?? '', month: full[2] ?? '', day: full[3] ?? '' }, null);
  }
  const [, day = '', name = '', writtenYear = ''] = english.exec(plain) ?? [];
  const month = months.findIndex((one) => name !== '' && one.startsWith(name.toLowerCase())) + 1;
  if (month > 0) {
    return dayOf({ year: writtenYear, month: String(month), day }, null);
  }
  const part = short.exec(plain);
  if (part === null) {
    return { kind: 'refused', why: 'no-day' };
  }
  return year === null
    ? { kind: 'refused', why: 'year-missing' }
    : dayOf({ year: String(year), month: part[1] ?? '', day: part[2] ?? '' }, year);
}

function dayOf({ year, month, day }: { year: string; month: string; day: string }, assumed: number | null): TypedDate {
  const parsed = dateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success ? { kind: 'day', date: parsed.data, assumed } : { kind: 'refused', why: 'no-such-day' };
}
