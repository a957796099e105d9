/** What a number, a cell or a list costs beside its characters. */
const perValue = 8;

/** Whether a plain value holds more than so many characters, each value in it counted as a few more; looks no further than needed. */
export function weighsMoreThan(value: unknown, limit: number): boolean {
  let left = limit;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop();
    left -= perValue;
    if (typeof next === 'string') {
      left -= next.length;
    } else if (Array.isArray(next)) {
      left -= next.length * perValue;
      if (left >= 0) {
        next.forEach((item) => waiting.push(item));
      }
    } else if (typeof next === 'object' && next !== null) {
      waiting.push(...Object.values(next));
    }
  }
  return left < 0;
}
