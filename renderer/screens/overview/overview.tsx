import { Button, EmptyState, Skeleton, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';
import { Page } from '../../parts/page.tsx';
import { wrapping } from '../../parts/wrapping.ts';
import { Pending } from '../../parts/pending.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { OpenOfSheet } from './open-of-sheet.tsx';
import { type OpenPlace, openPlaces } from './open-places.ts';
import styles from './overview.module.css';
import { SlotLink } from '../../parts/slot-link.tsx';

const route = getRouteApi('/rounds/$round/overview');

/** What is still blank, unfinished or to be looked at again, by applicant and stage, each a way to its place. */
export function Overview() {
  const { t } = useTranslation('overview');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const { round } = route.useParams();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const rows = useQuery(api.applications.list.queryOptions({ input: { round } }));
  const submission = useQuery(api.submission.get.queryOptions({ input: { round } }));
  const missing = useQuery(api.submission.missing.queryOptions({ input: { round } }));
  const rechecks = useQuery(api.submission.rechecks.queryOptions({ input: { round } }));
  const open = useMemo(() => openPlaces(missing.data ?? [], rechecks.data ?? []), [missing.data, rechecks.data]);
  const bySheet = useMemo(() => Map.groupBy<string, OpenPlace>(open, ({ application, stage }) => `${application} ${stage}`), [open]);
  if (rows.data === undefined || submission.data === undefined || missing.data === undefined || rechecks.data === undefined) {
    return (
      <Page title={t('title')}>
        <Pending error={rows.error ?? submission.error ?? missing.error ?? rechecks.error}>
          <Skeleton h={320} />
        </Pending>
      </Page>
    );
  }
  const { sheets } = submission.data;
  const mine = new Set(sheets.map(({ application }) => application));
  const shown = rows.data.filter(
    (row) => (mine.has(row.id) || row.recused) && (!onlyOpen || stagesInOrder.some((stage) => bySheet.has(`${row.id} ${stage}`))),
  );
  const done = sheets.filter(({ application, stage }) => !bySheet.has(`${application} ${stage}`)).length;
  const [first] = open;
  const nameOf = (id: string) => rows.data.find((row) => row.id === id)?.applicant.name ?? '';
  return (
    <Page
      title={t('title')}
      wide="wide"
      lead={
        <span className="numbers">
          {first === undefined ? t('leadDone', { sheets: sheets.length }) : t('lead', { sheets: sheets.length, done, count: open.length })}
        </span>
      }
      action={
        sheets.length > 0 &&
        (first === undefined ? (
          <Button h={44} renderRoot={(props) => <Link to="/rounds/$round/submission" params={{ round }} {...props} />}>
            {t('seal')}
          </Button>
        ) : (
          <Button {...wrapping} mih={44} renderRoot={(props) => <SlotLink round={round} to={first} {...props} />}>
            {t('next', { name: nameOf(first.application), stage: term(`stage.${first.stage}`), item: first.item })}
          </Button>
        ))
      }
    >
      {rows.data.length === 0 ? (
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      ) : (
        <>
          <Switch size="md" label={t('onlyOpen')} checked={onlyOpen} onChange={(event) => setOnlyOpen(event.currentTarget.checked)} />
          {shown.length === 0 && <p>{t('allDone')}</p>}
          <ul className={styles['applicants']}>
            {shown.map((row) => (
              <ApplicantSheets key={row.id} round={round} row={row} openIn={(stage) => bySheet.get(`${row.id} ${stage}`) ?? []} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

type ApplicantProps = { round: string; row: ApplicationRow; openIn: (stage: Stage) => readonly OpenPlace[] };

/** One applicant with the sheets that are mine, stage by stage. */
function ApplicantSheets({ round, row, openIn }: ApplicantProps) {
  const { t } = useTranslation('overview');
  const stages = stagesInOrder.filter((stage) => row.stages[stage].state !== 'not-assigned');
  return (
    <li className={styles['applicant']}>
      <h2 className={styles['name']}>{row.applicant.name}</h2>
      {row.recused ? (
        <StateMark tone="quiet" icon="recused" text={t('recused')} />
      ) : (
        <div className={styles['stages']}>
          {stages.map((stage) => (
            <OpenOfSheet
              key={stage}
              {...{ round, stage }}
              application={row.id}
              applicant={row.applicant.name}
              standing={row.stages[stage]}
              open={openIn(stage)}
            />
          ))}
        </div>
      )}
    </li>
  );
}
