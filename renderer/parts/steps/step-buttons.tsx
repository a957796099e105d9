import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SheetSteps } from '#shared/api/sheets.ts';
import { useCore } from '../../app/core.tsx';
import { describeAnswer } from '../describe-answer.ts';
import type { Steps } from './use-steps.ts';

/** 撤销 and 重做, each saying what it would do. */
export function StepButtons({ steps, round }: { steps: Steps; round: string }) {
  const { t } = useTranslation('parts');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const rubric = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric;
  const said = (step: SheetSteps['undo']) => {
    const item = rubric?.items.find(({ code }) => code === step?.slot.item);
    if (step === null || item === undefined) {
      return null;
    }
    const [from, to] = [describeAnswer(item, step.from, term), describeAnswer(item, step.to, term)];
    // The same verdict and points: then it was the comment or the evidence.
    return { item: item.code, from: from === to ? t('stepComment') : from, to: from === to ? '…' : to };
  };
  const [undo, redo] = [said(steps.next.undo), said(steps.next.redo)];
  const undoLabel = undo === null ? t('undo') : t('undoWhat', undo);
  const redoLabel = redo === null ? t('redo') : t('redoWhat', redo);
  return (
    <>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={undoLabel}
        title={undoLabel}
        data-undo
        disabled={undo === null || steps.pending}
        onClick={() => void steps.undo()}
      >
        <IconArrowBackUp size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={redoLabel}
        title={redoLabel}
        data-redo
        disabled={redo === null || steps.pending}
        onClick={() => void steps.redo()}
      >
        <IconArrowForwardUp size={20} aria-hidden />
      </ActionIcon>
    </>
  );
}
