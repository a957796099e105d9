import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/api/sheets.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { AnswerPairs } from '../../parts/answer-pairs.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { dateAndTime } from '../../parts/format.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SealCode, SealCodeQr } from '../../parts/seal-code.tsx';

/** 封存码: to be read out before the discussion; older versions with what changed since. */
export function SealCodes({ round, codes }: { round: string; codes: Submission['codes'] }) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  const [compared, setCompared] = useState<number | null>(null);
  const newest = codes.at(-1);
  if (newest === undefined) {
    return null;
  }
  return (
    <div>
      <Group gap="xs">
        <Text>{t('code', { sequence: newest.sequence })}</Text>
        <SealCode code={newest.code} />
        <SealCodeQr code={newest.code} sha256={newest.sha256} name={t('version', { sequence: newest.sequence })} />
      </Group>
      <Text c="dimmed">{t('codeHint')}</Text>
      {codes.length > 1 && (
        <details>
          <summary>{t('olderCodes', { count: codes.length - 1 })}</summary>
          {codes.slice(0, -1).map(({ sequence, sealedAt, code }) => (
            <Group key={sequence} gap="xs" mt="xs">
              <Text className="numbers">{t('olderCode', { sequence, time: dateAndTime(sealedAt, language) })}</Text>
              <SealCode code={code} />
              <Button size="compact-md" variant="default" onClick={() => setCompared(sequence)}>
                {t('whatChanged', { before: sequence, after: newest.sequence })}
              </Button>
            </Group>
          ))}
        </details>
      )}
      {compared !== null && <Changes round={round} from={compared} onClose={() => setCompared(null)} />}
    </div>
  );
}

function Changes({ round, from, onClose }: { round: string; from: number; onClose: () => void }) {
  const { t } = useTranslation('submission');
  const { api } = useCore();
  const changes = useQuery(api.submission.changes.queryOptions({ input: { round, from } }));
  const document = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round;
  const title = t('whatChanged', { before: from, after: changes.data?.after ?? '–' });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <RefusalNote error={changes.error} />
      {changes.data === undefined || document === undefined ? (
        <Skeleton h={160} />
      ) : changes.data.answers.length === 0 ? (
        <Text>{t('nothingChanged')}</Text>
      ) : (
        <AnswerPairs
          label={title}
          {...changes.data}
          items={document.rubric.items}
          applicants={new Map(document.applications.map(({ id, applicant }) => [id, applicant.name]))}
        />
      )}
    </Dialog>
  );
}
