import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { ApplicationTable } from './application-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filterRows, isDone, noFilter } from './filter-rows.ts';

const route = getRouteApi('/rounds/$round/applications');

/** What is assigned to me in this round, how far each is, and the next one to do. */
export function Applications() {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const { round } = route.useParams();
  const { stage } = route.useSearch();
  const [filter, setFilter] = useState(noFilter);
  const list = useQuery(api.applications.list.queryOptions({ input: { round } }));
  const title = stage === undefined ? t('title') : t('titleStage', { stage: term(`stage.${stage}`) });
  if (list.data === undefined) {
    return (
      <Page title={title} wide="wide">
        <RefusalNote error={list.error} />
        <Skeleton h={320} />
      </Page>
    );
  }
  const rows = list.data;
  const mine = rows.filter((row) => !row.recused);
  const done = mine.filter((row) => isDone(row, stage)).length;
  const next = mine.find((row) => !isDone(row, stage));
  const nextStage = next === undefined ? undefined : (stage ?? stagesInOrder.find((one) => !isDone(next, one)));
  const shown = filterRows(rows, filter, stage);
  return (
    <Page
      title={title}
      wide="wide"
      lead={
        <span className="numbers">
          {stage === undefined
            ? t('lead', { count: mine.length, done })
            : t('leadStage', { stage: term(`stage.${stage}`), count: mine.length, done })}
        </span>
      }
      action={
        next !== undefined &&
        nextStage !== undefined && (
          <Button
            renderRoot={(props) => (
              <Link
                to="/rounds/$round/desk/$application/$stage"
                params={{ round, application: next.id, stage: nextStage }}
                search={{}}
                {...props}
              />
            )}
          >
            {t('next', { name: next.applicant.name })}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('emptyTitle')} body={t('emptyBody')} />
      ) : (
        <>
          <FilterBar rows={rows} filter={filter} onChange={setFilter} />
          <Text size="sm" c="dimmed" role="status" mt={12}>
            {shown.length < rows.length && t('shown', { shown: shown.length, count: rows.length })}
          </Text>
          {shown.length === 0 ? (
            <EmptyState
              title={t('noneTitle')}
              body={t('noneBody')}
              action={
                <Button variant="default" onClick={() => setFilter(noFilter)}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <ApplicationTable round={round} rows={shown} stage={stage} />
          )}
        </>
      )}
    </Page>
  );
}
