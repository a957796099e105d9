import { Accordion, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf, singleFields } from '#shared/intake/fields.ts';
import { Attachments } from './attachments.tsx';
import { Doubts } from './doubts.tsx';
import { useEditing } from './editing.ts';
import { FieldInput } from './field-input.tsx';
import { fieldLabel } from './field-label.ts';
import styles from './intake.module.css';
import { Rows } from './rows.tsx';
import { valueAt } from './value-at.ts';

/** Everything that was read: first what is doubtful, then part by part in the order of the form, then the files. */
export function Fields() {
  const { t } = useTranslation('intake');
  const { view } = useEditing();
  const { application } = view.now;
  const names = (list: keyof typeof columnsOf) => columnsOf[list].map(([name]) => name);
  return (
    <Stack gap="lg">
      <Doubts />
      <section aria-label={t('section_applicant')}>
        <Title order={2} mb="xs">
          {t('section_applicant')}
        </Title>
        <div className={styles['grid']}>
          {singleFields.map(([field]) => (
            <FieldInput key={field} field={field} label={fieldLabel(t, field)} value={valueAt(application, field) ?? null} layout="field" />
          ))}
        </div>
      </section>
      <Accordion multiple defaultValue={['occupations', 'attachments']} keepMounted={false} order={2}>
        <Section value="occupations" title={t('section_occupations')} count={application.occupations.length}>
          <Rows
            list="occupations"
            words="occupations"
            title={t('section_occupations')}
            columns={names('occupations')}
            rows={application.occupations}
          />
        </Section>
        <Section value="venues" title={t('section_venues')} count={application.venues.length}>
          <Venues />
        </Section>
        {(['staff', 'experts', 'assessors'] as const).map((list) => (
          <Section key={list} value={list} title={t(`section_${list}`)} count={application[list].length}>
            <Rows list={list} words={list} title={t(`section_${list}`)} columns={names(list)} rows={application[list]} />
          </Section>
        ))}
        <Section value="regulations" title={t('section_regulations')} count={application.regulations.length}>
          <Rows
            list="regulations"
            words="regulations"
            title={t('section_regulations')}
            columns={['']}
            rows={application.regulations.map((name) => ({ '': name }))}
          />
        </Section>
        <Section value="attachments" title={t('section_attachments')} count={application.attachments.length}>
          <Attachments />
        </Section>
      </Accordion>
    </Stack>
  );
}

function Venues() {
  const { t } = useTranslation('intake');
  const { view } = useEditing();
  const { venues } = view.now.application;
  const things = columnsOf.things.map(([name]) => name);
  return (
    <Stack>
      <Rows list="venues" words="venues" title={t('section_venues')} columns={columnsOf.venues.map(([name]) => name)} rows={venues} />
      {venues.map((venue, index) =>
        (['equipment', 'testEquipment'] as const).map((list) => (
          <section key={`${index} ${list}`}>
            <Title order={3}>{`${venue.occupation} · ${t(`section_${list}`)}`}</Title>
            <Rows
              list={`venues.${index}.${list}`}
              words="things"
              title={`${venue.occupation} ${t(`section_${list}`)}`}
              columns={things}
              rows={venue[list]}
            />
          </section>
        )),
      )}
    </Stack>
  );
}

function Section({ value, title, count, children }: { value: string; title: string; count: number; children: ReactNode }) {
  const { t } = useTranslation('intake');
  return (
    <Accordion.Item value={value}>
      <Accordion.Control>
        <Text span fw={600} size="lg">
          {title}
        </Text>{' '}
        <Text span c="dimmed" className="numbers">
          {t('rows', { count })}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}
