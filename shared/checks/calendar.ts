/** Whole months from `from` to the end of `to`, both ISO dates: 2020-01-01 to 2023-12-31 is 48. Negative where it is past. */
export function monthsUntilEndOf(from: string, to: string): number {
  const start = parts(from);
  const end = dayAfter(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

function dayAfter(date: string): { year: number; month: number; day: number } {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return parts(next.toISOString());
}

function parts(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
