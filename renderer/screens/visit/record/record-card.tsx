import { Button, Checkbox, Group, Stack, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import { methodSchema } from '#shared/domain/values.ts';
import { useCore } from '../../../app/core.tsx';
import { useLanguage } from '../../../app/language.ts';
import { clockTime } from '../../../parts/format.ts';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import type { RecordEditing } from '../use-record.ts';
import type { VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { asInstant, asLocal } from './local-time.ts';

type Props = { address: VisitAddress; view: SheetView; editing: RecordEditing; reason: string | null; locked: boolean };

/** 现场察看记录: when, where, who was there, how, and what the applicant objects to. */
export function RecordCard({ address, view, editing, reason, locked }: Props) {
  const { t } = useTranslation('visit');
  const { t: term } = useTranslation('terms');
  const { t: desk } = useTranslation('desk');
  const language = useLanguage();
  const { api } = useCore();
  const queries = useQueryClient();
  const { record, change, state, error } = editing;
  const sheet = { ...address, stage: 'visit' as const };
  const setMethods = useMutation(
    api.sheets.setMethods.mutationOptions({
      onSuccess: (next) => queries.setQueryData(api.sheets.get.queryKey({ input: sheet }), next),
    }),
  );
  return (
    <section className={styles['card']} aria-labelledby="visit-record">
      <h2 id="visit-record">{t('record')}</h2>
      <fieldset disabled={locked} className={styles['fields']}>
        <legend>
          <VisuallyHidden>{t('record')}</VisuallyHidden>
        </legend>
        <Stack gap="sm">
          <div className={styles['pair']}>
            <TimeField label={t('from')} value={record.from} onChange={(from) => change({ from })} />
            <TimeField label={t('to')} value={record.to} onChange={(to) => change({ to })} />
          </div>
          <TextInput label={t('place')} value={record.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          <div className={styles['pair']}>
            <People label={t('panelMembers')} value={record.panelMembers} onChange={(panelMembers) => change({ panelMembers })} />
            <People
              label={t('applicantMembers')}
              value={record.applicantMembers}
              onChange={(applicantMembers) => change({ applicantMembers })}
            />
          </div>
          <Checkbox.Group
            label={t('methods')}
            value={view.sheet?.methods ?? []}
            onChange={(values) =>
              setMethods.mutate({ ...sheet, reason, methods: methodSchema.options.filter((method) => values.includes(method)) })
            }
          >
            <div className={styles['methods']}>
              {methodSchema.options.map((method) => (
                <Checkbox
                  key={method}
                  value={method}
                  size="md"
                  label={term(`method.${method}`)}
                  classNames={{ body: styles['tickBody'] ?? '', labelWrapper: styles['tickLabel'] ?? '' }}
                />
              ))}
            </div>
          </Checkbox.Group>
          <Textarea
            label={t('objections')}
            autosize
            minRows={2}
            maxRows={12}
            value={record.objections}
            onChange={(event) => change({ objections: event.currentTarget.value })}
          />
        </Stack>
      </fieldset>
      <RefusalNote error={error ?? setMethods.error} />
      <div role="status" className={styles['saving']} data-record-state={state}>
        {state === 'saving' && <StateMark tone="quiet" icon="saving" text={desk('saving')} />}
        {state === 'saved' && editing.savedAt !== null && (
          <StateMark tone="good" icon="saved" text={desk('savedAt', { time: clockTime(editing.savedAt, language) })} />
        )}
        {state === 'failed' && <StateMark tone="bad" icon="problem" text={desk('refusedSave')} />}
      </div>
    </section>
  );
}

function TimeField({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation('visit');
  const local = value === null ? '' : asLocal(value);
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <TextInput
        type="datetime-local"
        label={label}
        style={{ flex: 1 }}
        value={local}
        onChange={(event) => onChange(asInstant(event.currentTarget.value))}
      />
      <Button
        variant="default"
        h={44}
        px="sm"
        aria-label={`${label} ${t('now')}`}
        onClick={() => onChange(asInstant(asLocal(new Date().toISOString())))}
      >
        {t('now')}
      </Button>
    </Group>
  );
}

/** Names, one a line; the lines stay as typed as long as they say the names that are kept. */
function People({ label, value, onChange }: { label: string; value: readonly string[]; onChange: (value: string[]) => void }) {
  const [text, setText] = useState(value.join('\n'));
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={10}
      value={namesIn(text).join('\n') === value.join('\n') ? text : value.join('\n')}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(namesIn(event.currentTarget.value));
      }}
    />
  );
}

function namesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
