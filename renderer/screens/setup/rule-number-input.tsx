import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A number that goes into the rule as soon as it is one; until then it says what is expected. */
export function RuleNumberInput({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => boolean }) {
  const { t } = useTranslation('setup');
  const [text, setText] = useState(value);
  const [taken, setTaken] = useState(true);
  return (
    <TextInput
      label={label}
      value={text}
      error={taken ? null : t('r_numberHint', { value })}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setTaken(onChange(event.currentTarget.value));
      }}
    />
  );
}
