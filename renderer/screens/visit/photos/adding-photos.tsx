import { CloseButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useLanguage } from '../../../app/language.ts';
import { Notice } from '../../../parts/notice.tsx';
import { WorkProgress } from '../../../parts/work-progress.tsx';
import type { useAddingPhotos } from './use-adding.ts';

/** How far photos are taken in; then those that were not, each with why. */
export function AddingPhotos({ adding: { work, refused, dismiss } }: { adding: ReturnType<typeof useAddingPhotos> }) {
  const { t } = useTranslation('visit');
  const { t: p } = useTranslation('parts');
  const language = useLanguage();
  return (
    <>
      <WorkProgress work={work} />
      {refused.length > 0 && (
        <Notice tone="warn" icon="problem" role="alert">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <strong>{t('notAdded', { count: refused.length })}</strong>
            <CloseButton size={44} aria-label={p('close')} onClick={dismiss} />
          </Group>
          <ul>
            {refused.map((one) => (
              <li key={JSON.stringify(one)}>{refusalSentence(one, language)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
