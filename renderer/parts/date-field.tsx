import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { calendarDate } from './format.ts';
import { typedDate, type TypedDate } from './typed-date.ts';

type Props = {
  label: string;
  /** `2022-11-15`, or null. */
  value: string | null;
  /** The year of a day that is typed without one; null where nothing says which. */
  year: number | null;
  onChange: (date: string | null) => void;
};

/**
 * A day that is typed or picked, shown in the language of the program (2022年11月15日) and not in the browser's. A year that was not typed
 * is said; what can't be read stays as it was typed, with the reason beside it, and the date is the one before.
 */
export function DateField({ label, value, year, onChange }: Props) {
  const { t } = useTranslation('parts');
  const language = useLanguage();
  const [read, setRead] = useState<TypedDate>({ kind: 'empty' });
  const [left, setLeft] = useState(true);
  const newest = useRef(read);
  const take = (next: TypedDate): string | null => {
    newest.current = next;
    setRead(next);
    return next.kind === 'day' ? next.date : null;
  };
  const kept = value === null ? t('dateKeptNone') : t('dateKept', { date: calendarDate(value, language) });
  return (
    <DateInput
      label={label}
      value={value}
      onChange={(date) => {
        // Picked or cleared: what was typed before is settled.
        if (newest.current.kind !== 'day' || newest.current.date !== date) {
          take({ kind: 'empty' });
        }
        onChange(date);
      }}
      dateParser={(text) => take(typedDate(text, year))}
      onInput={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      fixOnBlur={read.kind !== 'refused'}
      error={left && read.kind === 'refused' && `${t(`date_${read.why}`)}${kept}`}
      description={read.kind === 'day' && read.assumed !== null && read.date === value && t('dateAssumed', { year: read.assumed })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      valueFormat={(date) => calendarDate(date, language)}
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      monthLabelFormat={language === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      yearLabelFormat={language === 'zh' ? 'YYYY年' : 'YYYY'}
      // Mantine's colours of both are too pale to read, and a red day says nothing here.
      hideOutsideDates
      weekendDays={[]}
      placeholder={t('datePlaceholder')}
      clearable
      clearButtonProps={{ 'aria-label': t('dateClear', { label }) }}
      previousLabel={t('datePrevious')}
      nextLabel={t('dateNext')}
      getDayAriaLabel={(date) => calendarDate(date, language)}
      popoverProps={{ withinPortal: true }}
    />
  );
}
