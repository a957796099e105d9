import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalSchema } from '#shared/domain/values.ts';

type Props = {
  label: string;
  value: string | null;
  unit?: string;
  /** The number as it travels, or null when the field is empty or not a number. */
  onChange: (value: string | null) => void;
};

/** A number as typed: it keeps its own text, so that nothing changes under the finger; full-width digits are understood. */
export function DecimalField({ label, value, unit = '', onChange }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState(value ?? '');
  const number = normalised(text);
  return (
    <TextInput
      label={unit === '' ? label : `${label}（${unit}）`}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={text.trim() !== '' && number === null ? t('notNumber') : null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(normalised(event.currentTarget.value));
      }}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      w={150}
    />
  );
}

/** The decimal string for what was typed, or null. */
export function normalised(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '').replaceAll('。', '.');
  const match = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(plain);
  if (match === null) {
    return null;
  }
  const [, sign = '', whole = '0', decimals = ''] = match;
  const number = decimals === '' ? `${sign}${whole}` : `${sign}${whole}.${decimals}`;
  return decimalSchema.safeParse(number).success && number !== '-0' ? number : null;
}
