import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Stage } from '#shared/domain/values.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { FillBar } from '../../parts/fill-bar.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import type { OpenPlace } from './open-places.ts';
import styles from './overview.module.css';
import { SlotLink } from '../../parts/slot-link.tsx';

type Props = {
  round: string;
  application: string;
  applicant: string;
  stage: Stage;
  standing: ApplicationRow['stages'][Stage];
  open: readonly OpenPlace[];
};

const firstShown = 8;

/** One sheet: its state, how far it is, and the items that are in the way of sealing it. */
export function OpenOfSheet({ round, application, applicant, stage, standing, open }: Props) {
  const { t } = useTranslation('overview');
  const { t: term } = useTranslation('terms');
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
  const counts = (['blank', 'unfinished', 'recheck'] as const).flatMap((kind) => {
    const count = open.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [t(kind, { count })];
  });
  const shown = all ? open : open.slice(0, firstShown);
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
      <p className={styles['quiet']}>{open.length === 0 ? t('nothing') : counts.join(' · ')}</p>
      {open.length > 0 && (
        <ul className={styles['slots']}>
          {shown.map((one) => (
            <OpenItem key={slotKey(one)} {...{ round, applicant, one }} />
          ))}
          {shown.length < open.length && (
            <li>
              <button type="button" className={styles['more']} onClick={() => setAll(true)}>
                {t('more', { count: open.length - shown.length })}
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

/** One item in the way, a link to it that says what is wrong with it. */
function OpenItem({ round, applicant, one }: { round: string; applicant: string; one: OpenPlace }) {
  const { t } = useTranslation('overview');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const where = [one.occupation, one.levelGroup === null ? null : term(`levelGroup.${one.levelGroup}`)];
  const why = one.kind === 'recheck' ? t('recheckHint') : refusalSentence(one.refusal, language);
  const joined = (parts: readonly (string | null)[], by: string) => parts.filter((part) => part !== null).join(by);
  return (
    <li>
      <SlotLink
        round={round}
        to={one}
        className={styles['slot']}
        title={joined([...where, why], ' · ')}
        aria-label={t('jump', { name: applicant, stage: term(`stage.${one.stage}`), item: joined([one.item, ...where], ' ') })}
        data-kind={one.kind === 'blank' ? 'blank' : 'unfinished'}
      >
        {one.item}
      </SlotLink>
    </li>
  );
}
