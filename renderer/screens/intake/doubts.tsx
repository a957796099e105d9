import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { doubtsOf, type Doubt } from '#shared/intake/doubts.ts';
import { kindOfField } from '#shared/intake/fields.ts';
import { fieldText } from '#shared/intake/field-value.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useEditing } from './editing.ts';
import { FieldInput } from './field-input.tsx';
import { fieldLabel } from './field-label.ts';
import { rowTextAt, valueAt } from './value-at.ts';
import styles from './intake.module.css';

/** What the reader was not sure of, the least sure first: to be corrected, or said to be right. */
export function Doubts() {
  const { t } = useTranslation('intake');
  const { view } = useEditing();
  const doubts = doubtsOf(view.now);
  return (
    <section aria-label={t('toCheck')}>
      <Title order={2}>{doubts.length === 0 ? t('noDoubtsTitle') : t('doubtsTitle', { count: doubts.length })}</Title>
      <ul className={styles['doubts']}>
        {doubts.map((doubt) => (
          <li key={doubt.field}>
            <OneDoubt doubt={doubt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneDoubt({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('intake');
  const { view, change, show, isLocked } = useEditing();
  const label = fieldLabel(t, doubt.field);
  const value = valueAt(view.now.application, doubt.field);
  const sure = doubt.confidence === 0 ? 'missing' : doubt.confidence <= 0.2 ? 'unread' : doubt.confidence <= 0.5 ? 'guessed' : 'derived';
  return (
    <Group align="flex-end" gap="xs" wrap="wrap">
      <Stack gap={2} flex={1} miw={180}>
        {kindOfField(doubt.field) === null || value === undefined ? (
          <>
            <Text fw={600} size="sm">
              {label}
            </Text>
            <Text>{value === undefined ? rowTextAt(view.now.application, doubt.field) || t('blank') : fieldText(value)}</Text>
          </>
        ) : (
          <FieldInput field={doubt.field} label={label} value={value} layout="field" />
        )}
      </Stack>
      <StateMark tone={doubt.confidence <= 0.2 ? 'bad' : 'warn'} icon="problem" text={t(`sure_${sure}`)} />
      <Button
        variant="default"
        disabled={doubt.source === ''}
        aria-label={t('whereOf', { field: label })}
        onClick={() => show(doubt.field)}
      >
        {doubt.source === '' ? t('notInForm') : `${t('where')} ${doubt.source}`}
      </Button>
      <Button
        variant="light"
        disabled={isLocked}
        aria-label={t('rightOf', { field: label })}
        onClick={() => void change({ kind: 'accept', field: doubt.field })}
      >
        {t('right')}
      </Button>
    </Group>
  );
}
