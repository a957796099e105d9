import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecheckView } from '#shared/api/rechecks.ts';
import { ItemChanges } from '../rubric-changes/rubric-change-table.tsx';

/** Since which issue an item is another, and what of it: old → new. */
export function WhatChanged({ recheck }: { recheck: RecheckView }) {
  const { t } = useTranslation('parts');
  return (
    <>
      <Text size="sm">{t('recheckSince', { issue: recheck.issue })}</Text>
      {recheck.fields.length === 0 ? <Text size="sm">{t('recheckBack')}</Text> : <ItemChanges {...recheck} />}
    </>
  );
}
