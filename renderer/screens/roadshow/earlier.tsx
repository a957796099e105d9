import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { EarlierScore } from '#shared/roadshow/earlier.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useCore } from '../../app/core.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { AnchorButtons } from './anchor-buttons.tsx';
import styles from './roadshow.module.css';

type Props = { address: { round: string; application: string; stage: Stage }; item: RubricItem };

/** What I gave the applicants before for the same item, so that a day of eight stays consistent; each can be adjusted with a reason. */
export function Earlier({ address: { round, application }, item }: Props) {
  const { t } = useTranslation('roadshow');
  const { api } = useCore();
  const [adjusting, setAdjusting] = useState<EarlierScore | null>(null);
  const earlier = useQuery(api.roadshow.earlier.queryOptions({ input: { round, application } }));
  const scores = (earlier.data ?? []).filter(({ slot }) => slot.item === item.code);
  if (scores.length === 0) {
    return null;
  }
  return (
    <div className={styles['earlier']}>
      <span>{t('earlier')}</span>
      {scores.map((score) => {
        const name = [score.applicant, score.slot.occupation].filter((part) => part !== null).join(' · ');
        const label = t('earlierOne', { name, points: score.points });
        return (
          <button
            key={`${score.application} ${slotKey(score.slot)}`}
            type="button"
            className={styles['earlierOne']}
            aria-label={label}
            title={label}
            onClick={() => setAdjusting(score)}
          >
            {score.points.replace(/\.?0+$/, '') || '0'}
          </button>
        );
      })}
      {adjusting !== null && (
        <Adjust key={adjusting.application} round={round} item={item} score={adjusting} onClose={() => setAdjusting(null)} />
      )}
    </div>
  );
}

type AdjustProps = { round: string; item: RubricItem; score: EarlierScore; onClose: () => void };

function Adjust({ round, item, score, onClose }: AdjustProps) {
  const { t } = useTranslation('roadshow');
  const { api } = useCore();
  const [points, setPoints] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const adjust = useMutation(
    api.roadshow.adjust.mutationOptions({
      onSuccess: onClose,
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('adjustTitle', { name: score.applicant, code: item.code })}>
      <Stack gap="sm">
        <Text size="sm">{t('adjustBody', { points: score.points })}</Text>
        <AnchorButtons
          item={item}
          label={t('anchors', { code: item.code })}
          points={points}
          disabled={false}
          onPoints={(next) => setPoints(next === score.points ? null : next)}
        />
        <Textarea label={t('adjustReason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <RefusalNote error={adjust.error} />
        <Button
          h={44}
          loading={adjust.isPending}
          disabled={points === null || reason.trim() === ''}
          onClick={() =>
            points !== null && adjust.mutate({ round, application: score.application, slot: score.slot, points, reason: reason.trim() })
          }
        >
          {points === null ? t('adjustNone') : t('adjust', { points })}
        </Button>
      </Stack>
    </Dialog>
  );
}
