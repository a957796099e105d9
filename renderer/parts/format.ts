import type { Language } from '../app/language.ts';

/** A time of day, `09:41`. */
export function clockTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(instant),
  );
}

/** A day without a time, `2022-11-15` → `2022年11月15日`. */
export function calendarDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const noon = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, 12));
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(noon);
}

/** A date and time, `2022年11月15日 09:41`. */
export function dateAndTime(instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long', day: 'numeric' });
  return `${day.format(new Date(instant))} ${clockTime(instant, language)}`;
}

/** Bytes in the unit that reads best, `12.3 MB`. */
export function byteSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power] ?? 'B'}`;
}

/** Seconds as `40 秒` or `3 分`. */
export function duration(seconds: number, language: Language): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) {
    return language === 'zh' ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds)} s`;
  }
  return language === 'zh' ? `${minutes} 分` : `${minutes} min`;
}
