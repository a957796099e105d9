import { Button, EmptyState, Group, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { stagesInOrder } from '#shared/domain/values.ts';
import type { Column, ListSearch } from '../../parts/applications/list-search.ts';
import { isFiltered } from '../../parts/applications/list-search.ts';
import { isDone } from '../../parts/applications/rows.ts';
import { useRows } from '../../parts/applications/use-rows.ts';
import { KeyHelp, keySection } from '../../parts/keys/key-help.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { stageToOpen } from './application-row.tsx';
import type { TableHandle } from './application-table.tsx';
import { ApplicationTable } from './application-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listKeys } from './list-keys.ts';

const route = getRouteApi('/rounds/$round/applications');

/** What is assigned to me in this round, how far each is, and the next one to do. */
export function Applications() {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const { t: p } = useTranslation('parts');
  const { round } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const rows = useRows(round, search);
  const table = useRef<TableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [helpOpen, help] = useDisclosure(false);
  const { stage } = search;
  const stages = stage === undefined ? stagesInOrder : [stage];
  const narrow = (change: Partial<ListSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const clear = () => void navigate({ search: { stage }, replace: true });
  useKeys(listKeys, {
    down: () => table.current?.goTo((lit) => (onRow() ? lit + 1 : lit)) ?? false,
    up: () => table.current?.goTo((lit) => (onRow() ? lit - 1 : lit)) ?? false,
    first: () => table.current?.goTo(() => 0) ?? false,
    last: () => table.current?.goTo(() => rows.listed.length - 1) ?? false,
    open: () => {
      const row = table.current?.lit();
      // Enter on a link or a button is that link's; on a recused applicant there is nothing to open.
      if (!onRow() || row === undefined || row.recused) {
        return false;
      }
      return navigate({
        to: '/rounds/$round/desk/$application/$stage',
        params: { round, application: row.id, stage: stageToOpen(row, stages) },
        search: { list: search },
      });
    },
    search: () => searchField.current?.select(),
    back: () => (document.activeElement === searchField.current ? table.current?.goTo((lit) => lit) : false),
    help: help.open,
  });
  const title = stage === undefined ? t('title') : t('titleStage', { stage: term(`stage.${stage}`) });
  if (rows.all === undefined) {
    return (
      <Page title={title} wide="full">
        <Pending error={rows.error}>
          <Skeleton flex={1} mih={320} />
        </Pending>
      </Page>
    );
  }
  const { all, listed, problems } = rows;
  const mine = all.filter((row) => !row.recused);
  const readable = all.filter((row) => row.readable).length;
  const done = mine.filter((row) => isDone(row, stage)).length;
  const next = mine.find((row) => !isDone(row, stage));
  const sortBy = (column: Column) =>
    narrow(
      search.sort !== column
        ? { sort: column, descending: undefined }
        : search.descending === true
          ? { sort: undefined, descending: undefined }
          : { descending: true },
    );
  return (
    <Page
      title={title}
      wide="full"
      lead={
        <span className="numbers">
          {stage === undefined
            ? t('lead', { count: mine.length, done })
            : t('leadStage', { stage: term(`stage.${stage}`), count: mine.length, done })}
        </span>
      }
      action={
        next !== undefined && (
          <Button
            renderRoot={(props) => (
              <Link
                to="/rounds/$round/desk/$application/$stage"
                params={{ round, application: next.id, stage: stageToOpen(next, stages) }}
                search={{ list: search }}
                {...props}
              />
            )}
          >
            {t('next', { name: next.applicant.name })}
          </Button>
        )
      }
    >
      <RefusalNote error={rows.error} />
      {all.length === 0 ? (
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      ) : (
        <>
          <FilterBar rows={all} {...{ problems, search, searchField }} onChange={narrow} />
          <Group justify="space-between" mih={30}>
            <Text size="sm" c="dimmed" role="status" className="numbers">
              {t('shown', { shown: listed.length, count: all.length })}
              {problems.size < readable && ` · ${t('checkingCount', { done: problems.size, count: readable })}`}
            </Text>
            <Group gap={6}>
              {isFiltered(search) && (
                <Button variant="subtle" size="compact-sm" onClick={clear}>
                  {t('clear')}
                </Button>
              )}
              <Button variant="subtle" size="compact-sm" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={help.open}>
                {p('keys')} (?)
              </Button>
            </Group>
          </Group>
          {listed.length === 0 ? (
            <EmptyState title={t('noneTitle')} description={t('noneBody')}>
              <EmptyState.Actions>
                <Button variant="default" onClick={clear}>
                  {t('clear')}
                </Button>
              </EmptyState.Actions>
            </EmptyState>
          ) : (
            <ApplicationTable rows={listed} handle={table} onSort={sortBy} {...{ round, problems, stages, search }} />
          )}
        </>
      )}
      <KeyHelp opened={helpOpen} onClose={help.close} sections={[keySection(null, listKeys, (action) => t(`key_${action}`))]} />
    </Page>
  );
}

/** Whether the keyboard is on a row as a whole, not on a link in it. */
function onRow(): boolean {
  return document.activeElement?.getAttribute('role') === 'row';
}
