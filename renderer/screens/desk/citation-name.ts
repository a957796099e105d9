import { useTranslation } from 'react-i18next';
import type { Citation } from '#shared/domain/sheet.ts';
import type { OpenEvidence } from './open-evidence.ts';

/** What a citation is called: its file, with the page, the region or the row of it. */
export function useCitationName({ nameOf }: Pick<OpenEvidence, 'nameOf'>): (citation: Citation) => string {
  const { t } = useTranslation('desk');
  return ({ sha256, page, region, note }) => {
    const file = nameOf(sha256);
    const name = file.split('/').at(-1) ?? file;
    const place = page !== null ? t('citationPage', { name, page }) : note === '' ? name : `${name} ${note}`;
    return region === null ? place : t('citationRegion', { place });
  };
}
