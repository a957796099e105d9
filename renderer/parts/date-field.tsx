import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/texts.ts';
import { calendarDate } from './format.ts';
import { typedDate } from './typed-date.ts';

type Props = {
  label: string;
  /** `2022-11-15`, or null. */
  value: string | null;
  onChange: (date: string | null) => void;
};

/**
 * A day that is typed or picked, shown in the language of the program (2022年11月15日) and not in the browser's. What is typed may be
 * 2022年11月15日, 2022-11-15 or 2022.11.15; anything else leaves the date as it was.
 */
export function DateField({ label, value, onChange }: Props) {
  const { t } = useTranslation('parts');
  const language = useLanguage();
  return (
    <DateInput
      label={label}
      value={value}
      onChange={onChange}
      dateParser={typedDate}
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
