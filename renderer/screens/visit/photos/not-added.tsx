import { CloseButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/result.ts';
import { useLanguage } from '../../../app/texts.ts';
import { Notice } from '../../../parts/notice.tsx';

/** The files that were not taken in, each with why. */
export function NotAdded({ refused, onClose }: { refused: readonly Refusal[]; onClose: () => void }) {
  const { t } = useTranslation('visit');
  const { t: p } = useTranslation('parts');
  const language = useLanguage();
  return refused.length === 0 ? null : (
    <Notice tone="warn" icon="problem" role="alert">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <strong>{t('notAdded', { count: refused.length })}</strong>
        <CloseButton size={44} aria-label={p('close')} onClick={onClose} />
      </Group>
      <ul>
        {refused.map((one) => (
          <li key={JSON.stringify(one)}>{refusalSentence(one, language)}</li>
        ))}
      </ul>
    </Notice>
  );
}
