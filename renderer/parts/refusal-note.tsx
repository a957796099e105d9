import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { isConnectionLost } from '../app/connection/connection-lost.ts';
import { refusalOf } from '../app/refusal.ts';
import { useLanguage } from '../app/language.ts';
import { Notice } from './notice.tsx';

type Props = { error: unknown; onRetry?: (() => void) | undefined };

/** A refusal, or that nobody answered, where it arose; it stays until what caused it is done again. An unexpected error goes on to the error screen. */
export function RefusalNote({ error, onRetry }: Props) {
  if (error === null || error === undefined) {
    return null;
  }
  if (isConnectionLost(error)) {
    return <LostNote />;
  }
  const refusal = refusalOf(error);
  if (refusal === null) {
    throw error;
  }
  return <RefusalAlert refusal={refusal} onRetry={onRetry} />;
}

function LostNote() {
  const { t } = useTranslation('parts');
  return (
    <Notice tone="warn" icon="problem" role="alert">
      {t('lost')}
    </Notice>
  );
}

export function RefusalAlert({ refusal, onRetry }: { refusal: Refusal; onRetry?: (() => void) | undefined }) {
  const language = useLanguage();
  const { t } = useTranslation('parts');
  return (
    <Notice tone="bad" icon="problem" role="alert">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <span>{refusalSentence(refusal, language)}</span>
        {onRetry !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Group>
    </Notice>
  );
}
