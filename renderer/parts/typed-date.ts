import { dateSchema } from '#shared/domain/values.ts';

/** Year, month and day as a person types them → `2022-11-15`; null for what is no day of the calendar. */
export function typedDate(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = dateSchema.safeParse(date);
  return parsed.success ? parsed.data : null;
}
