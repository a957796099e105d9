import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import { Notice } from '../../parts/notice.tsx';

/** Own work first: what the chair, who scores too, has yet to seal before others' scores are shown. */
export function OwnFirst({ round, ownFirst }: { round: string; ownFirst: Board['ownFirst'] }) {
  const { t } = useTranslation('merge');
  if (ownFirst.sheets.length === 0) {
    return null;
  }
  return (
    <Notice tone="warn" icon="locked" role="note" title={t('ownFirst', { count: ownFirst.sheets.length })}>
      {t('ownFirstBody', { withheld: ownFirst.withheld })}{' '}
      <Anchor underline="always" renderRoot={(props) => <Link to="/rounds/$round/submission" params={{ round }} {...props} />}>
        {t('ownFirstGo')}
      </Anchor>
    </Notice>
  );
}
