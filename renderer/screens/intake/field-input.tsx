import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicantTypeSchema } from '#shared/domain/application.ts';
import { fieldText, type FieldValue } from '#shared/intake/field-value.ts';
import { kindOfField } from '#shared/intake/fields.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { useLanguage } from '../../app/language.ts';
import { maskId } from '../../parts/mask-id.ts';
import { useEditing } from './editing.ts';
import styles from './intake.module.css';

type Props = { field: string; label: string; value: FieldValue; layout: 'field' | 'cell' };

const pauseMilliseconds = 900;

/** One field: what was read, to be corrected. It saves on leaving it and when the typing pauses; focusing it marks its place in the form. */
export function FieldInput({ field, label, value, layout }: Props) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const { view, change, show, isLocked, showsIds } = useEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const stored = fieldText(value);
  const edited = view.now.application.reading.find((reading) => reading.field === field)?.editedFrom ?? null;
  const save = async (text: string): Promise<Refusal | null> => {
    const refused = text === stored ? null : await change({ kind: 'set', field, text });
    if (refused === null) {
      setRefusal(null);
      setTyped((now) => (now === text ? null : now));
    }
    return refused;
  };
  // While one is still typing, a half-written number is no mistake: only leaving the field says so.
  const saveSoon = useDebouncedCallback((text: string) => void save(text), pauseMilliseconds);
  const leave = async () => {
    setFocused(false);
    if (typed !== null) {
      setRefusal(await save(typed));
    }
  };
  const masked = field.endsWith('.idNumber') && !focused && !showsIds;
  const shown = typed ?? stored;
  const error = refusal === null ? null : refusalSentence(refusal, language);
  const was = edited === null ? null : edited === '' ? t('wasEmpty') : t('wasEdited', { text: masked ? maskId(edited) : edited });
  if (kindOfField(field) === 'type') {
    return (
      <NativeSelect
        label={label}
        disabled={isLocked}
        value={stored}
        data={[{ value: '', label: t('typeNone') }, ...applicantTypeSchema.options]}
        description={was}
        onFocus={() => show(field)}
        onChange={(event) => void change({ kind: 'set', field, text: event.currentTarget.value }).then(setRefusal)}
      />
    );
  }
  const common = {
    value: masked ? maskId(shown) : shown,
    // Not disabled: what is in the round is still to be read.
    readOnly: isLocked,
    onFocus: () => {
      setFocused(true);
      show(field);
    },
    onBlur: () => void leave(),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      setTyped(event.currentTarget.value);
      saveSoon(event.currentTarget.value);
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') {
        event.currentTarget.blur();
      }
    },
  };
  if (layout === 'field') {
    return <TextInput label={label} description={was} error={error} {...common} />;
  }
  return (
    <>
      <input
        className={styles['cell']}
        aria-label={label}
        aria-invalid={error !== null}
        data-edited={edited === null ? undefined : true}
        title={was ?? undefined}
        {...common}
      />
      {error !== null && (
        <Text size="xs" c="var(--bad)" role="alert">
          {error}
        </Text>
      )}
    </>
  );
}
