import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/result.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/texts.ts';
import { FillBar } from '../../parts/fill-bar.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import styles from './overview.module.css';
import { SlotLink } from '../../parts/slot-link.tsx';

export type Missing = Slot & { readonly application: string; readonly stage: Stage; readonly refusal: Refusal };

type Props = {
  round: string;
  application: string;
  applicant: string;
  stage: Stage;
  standing: ApplicationRow['stages'][Stage];
  missing: readonly Missing[];
};

const firstShown = 8;

/** One sheet: its state, how far it is, and the items that are in the way of completing it. */
export function MissingOfSheet({ round, application, applicant, stage, standing, missing }: Props) {
  const { t } = useTranslation('overview');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { api } = useCore();
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const reopen = useMutation(
    api.sheets.reopen.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(api.sheets.get.queryKey({ input: { round, application, stage } }), view);
      },
    }),
  );
  const blank = missing.filter(({ refusal }) => refusal.code === 'sheet/blank').length;
  const shown = all ? missing : missing.slice(0, firstShown);
  return (
    <section className={styles['sheet']} aria-label={`${applicant} ${term(`stage.${stage}`)}`}>
      <div className={styles['sheetHead']}>
        <SlotLink
          round={round}
          to={{ application, stage }}
          className={styles['open']}
          aria-label={t('open', { stage: term(`stage.${stage}`) })}
        >
          {term(`stage.${stage}`)}
        </SlotLink>
        <SheetStateMark state={standing.state} />
      </div>
      <FillBar fill={standing} label={term(`stage.${stage}`)} />
      <p className={styles['quiet']}>
        {missing.length === 0
          ? t('nothing')
          : [
              blank > 0 ? t('blank', { count: blank }) : null,
              missing.length > blank ? t('unfinished', { count: missing.length - blank }) : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
      </p>
      {missing.length > 0 && (
        <ul className={styles['slots']}>
          {shown.map((one) => (
            <li key={slotKey(one)}>
              <SlotLink
                round={round}
                to={one}
                className={styles['slot']}
                title={[
                  one.occupation,
                  one.levelGroup === null ? null : term(`levelGroup.${one.levelGroup}`),
                  refusalSentence(one.refusal, language),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
                aria-label={t('jump', {
                  name: applicant,
                  stage: term(`stage.${stage}`),
                  item: [one.item, one.occupation, one.levelGroup === null ? null : term(`levelGroup.${one.levelGroup}`)]
                    .filter((part) => part !== null)
                    .join(' '),
                })}
                data-kind={one.refusal.code === 'sheet/blank' ? 'blank' : 'unfinished'}
              >
                {one.item}
              </SlotLink>
            </li>
          ))}
          {shown.length < missing.length && (
            <li>
              <button type="button" className={styles['more']} onClick={() => setAll(true)}>
                {t('more', { count: missing.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
      {standing.state === 'complete' && (
        <Button
          h={44}
          variant="subtle"
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ round, application, stage })}
          aria-label={`${t('reopen')} ${applicant} ${term(`stage.${stage}`)}`}
        >
          {t('reopen')}
        </Button>
      )}
      <RefusalNote error={reopen.error} />
    </section>
  );
}
