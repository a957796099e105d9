import { SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { DateField } from '../../parts/date-field.tsx';
import { DraftSaving } from './draft-saving.tsx';
import { useUpdateDraft } from './use-draft.ts';

const dates = ['applicationsUntil', 'documentsOn', 'visitsFrom', 'visitsUntil', 'roadshowOn'] as const;

/** The year that the round is about: of a day that is set, else the one named in its title or notice; null where none is. */
function yearOf({ schedule, title, notice }: RoundDraft): number | null {
  const set = dates.map((date) => schedule[date]).find((date) => date !== null);
  const [named] = /(?<!\d)20\d{2}(?!\d)/u.exec(`${title} ${notice}`) ?? [];
  const year = set?.slice(0, 4) ?? named;
  return year === undefined ? null : Number(year);
}

/** Title, authority, notice and schedule; each field is saved when it is left. */
export function BasicsStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const update = useUpdateDraft(draft.id);
  const [form, setForm] = useState({
    title: draft.title,
    authority: draft.authority,
    notice: draft.notice,
    commitment: draft.commitment ?? '',
  });
  const save = (field: keyof typeof form) => {
    if (form[field] !== draft[field]) {
      update.mutate({ round: draft.id, [field]: form[field] });
    }
  };
  return (
    <Stack maw={680}>
      <TextInput
        label={t('b_title')}
        required
        value={form.title}
        onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
        onBlur={() => save('title')}
      />
      <TextInput
        label={t('b_authority')}
        value={form.authority}
        onChange={(event) => setForm({ ...form, authority: event.currentTarget.value })}
        onBlur={() => save('authority')}
      />
      <Textarea
        label={t('b_notice')}
        autosize
        minRows={2}
        value={form.notice}
        onChange={(event) => setForm({ ...form, notice: event.currentTarget.value })}
        onBlur={() => save('notice')}
      />
      <Textarea
        label={t('b_commitment')}
        autosize
        minRows={3}
        maxRows={10}
        value={form.commitment}
        onChange={(event) => setForm({ ...form, commitment: event.currentTarget.value })}
        onBlur={() => save('commitment')}
      />
      <Title order={2}>{t('b_schedule')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }}>
        {dates.map((date) => (
          <DateField
            key={date}
            label={t(`b_${date}`)}
            value={draft.schedule[date]}
            year={yearOf(draft)}
            onChange={(value) => {
              if (value !== draft.schedule[date]) {
                update.mutate({ round: draft.id, schedule: { ...draft.schedule, [date]: value } });
              }
            }}
          />
        ))}
      </SimpleGrid>
      <DraftSaving change={update} />
    </Stack>
  );
}
