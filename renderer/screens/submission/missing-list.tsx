import { Anchor, Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/api/sheets.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { useLanguage } from '../../app/language.ts';
import { SlotLink } from '../../parts/slot-link.tsx';
import { slotKey } from '#shared/scoring/slots.ts';

export type Missing = Slot & { readonly application: string; readonly stage: Stage; readonly refusal: Refusal };

const firstShown = 12;

/** What is still blank; each line leads to its place on the sheet. */
export function MissingList({ round, missing, submission }: { round: string; missing: readonly Missing[]; submission: Submission }) {
  const { t } = useTranslation('submission');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const names = new Map(submission.sheets.map((sheet) => [sheet.application, sheet.applicant]));
  const shown = all ? missing : missing.slice(0, firstShown);
  return (
    <>
      <Text>{t('missing', { count: missing.length })}</Text>
      <List spacing={2}>
        {shown.map((one) => (
          <List.Item key={`${one.application} ${one.stage} ${slotKey(one)}`}>
            <Anchor renderRoot={(props) => <SlotLink round={round} to={one} {...props} />}>
              {names.get(one.application) ?? ''} · {term(`stage.${one.stage}`)} · {one.item}
              {one.occupation !== null && ` · ${one.occupation}`}
              {one.levelGroup !== null && ` · ${term(`levelGroup.${one.levelGroup}`)}`}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {one.refusal.code === 'sheet/blank' ? '' : refusalSentence(one.refusal, language)}
            </Text>
          </List.Item>
        ))}
      </List>
      {shown.length < missing.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('moreMissing', { count: missing.length - shown.length })}，{t('showAll')}
        </Button>
      )}
    </>
  );
}
