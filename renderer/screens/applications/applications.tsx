import { Button, EmptyState, Group, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
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
  useListKeys({ round, search, stages, table, searchField, count: rows.listed.length, onHelp: help.open });
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
      action={next !== undefined && <NextButton round={round} next={next} stages={stages} search={search} />}
    >
      <RefusalNote error={rows.error} />
      {all.length === 0 ? (
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      ) : (
        <>
          <FilterBar rows={all} {...{ problems, search, searchField }} onChange={narrow} />
          <ListFacts
            {...{ search, readable }}
            shown={listed.length}
            count={all.length}
            checked={problems.size}
            onClear={clear}
            onHelp={help.open}
          />
          {listed.length === 0 ? (
            <EmptyState title={t('noneTitle')} description={t('noneBody')}>
              <EmptyState.Actions>
                <Button variant="default" onClick={clear}>
                  {t('clear')}
                </Button>
              </EmptyState.Actions>
            </EmptyState>
          ) : (
            <ApplicationTable
              rows={listed}
              handle={table}
              onSort={(column) => narrow(sortedBy(search, column))}
              {...{ round, problems, stages, search }}
            />
          )}
        </>
      )}
      <KeyHelp opened={helpOpen} onClose={help.close} sections={[keySection(null, listKeys, (action) => t(`key_${action}`))]} />
    </Page>
  );
}

/** The order after its head was pressed: up, then down, then as it was. */
function sortedBy(search: ListSearch, column: Column): Pick<ListSearch, 'sort' | 'descending'> {
  if (search.sort !== column) {
    return { sort: column, descending: undefined };
  }
  return search.descending === true ? { sort: undefined, descending: undefined } : { sort: column, descending: true };
}

type ListProps = { round: string; search: ListSearch; stages: readonly Stage[] };

/** To the first applicant that is not done. */
function NextButton({ round, next, stages, search }: ListProps & { next: ApplicationRow }) {
  const { t } = useTranslation('applications');
  return (
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
  );
}

type FactsProps = {
  search: ListSearch;
  shown: number;
  count: number;
  /** How many of the readable ones were checked so far. */
  checked: number;
  readable: number;
  onClear: () => void;
  onHelp: () => void;
};

/** How many of the applicants are listed, and the ways to all of them and to the keys. */
function ListFacts({ search, shown, count, checked, readable, onClear, onHelp }: FactsProps) {
  const { t } = useTranslation('applications');
  const { t: p } = useTranslation('parts');
  return (
    <Group justify="space-between" mih={30}>
      <Text size="sm" c="dimmed" role="status" className="numbers">
        {t('shown', { shown, count })}
        {checked < readable && ` · ${t('checkingCount', { done: checked, count: readable })}`}
      </Text>
      <Group gap={6}>
        {isFiltered(search) && (
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            {t('clear')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
          {p('keys')} (?)
        </Button>
      </Group>
    </Group>
  );
}

type KeysProps = ListProps & {
  table: RefObject<TableHandle | null>;
  searchField: RefObject<HTMLInputElement | null>;
  /** How many are listed. */
  count: number;
  onHelp: () => void;
};

/** What the keys of the list do; `listKeys` says which they are. */
function useListKeys({ round, search, stages, table, searchField, count, onHelp }: KeysProps): void {
  const navigate = route.useNavigate();
  useKeys(listKeys, {
    down: () => table.current?.goTo((lit) => (onRow() ? lit + 1 : lit)) ?? false,
    up: () => table.current?.goTo((lit) => (onRow() ? lit - 1 : lit)) ?? false,
    first: () => table.current?.goTo(() => 0) ?? false,
    last: () => table.current?.goTo(() => count - 1) ?? false,
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
    help: onHelp,
  });
}

/** Whether the keyboard is on a row as a whole, not on a link in it. */
function onRow(): boolean {
  return document.activeElement?.getAttribute('role') === 'row';
}
