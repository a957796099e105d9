import { Button, List, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import { sentenceOfCode } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { DropArea } from '../../parts/drop-area.tsx';
import { dateAndTime } from '../../parts/format.ts';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { useImporting } from '../../parts/use-importing.ts';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { BoardTable } from './board-table.tsx';
import { CellKey } from './cell-mark.tsx';
import { SealCodes } from './codes/seal-codes.tsx';
import { ConflictQueue } from './conflict-queue.tsx';
import { Election } from './election/election.tsx';
import styles from './merge.module.css';
import { IssueAgain } from './issue-again.tsx';
import { OwnFirst } from './own-first.tsx';
import { ReceiveByCamera } from './receive/receive-by-camera.tsx';
import { useReturning } from './use-returning.tsx';

const route = getRouteApi('/rounds/$round/merge');

/** The chair's board: take in score packages, see what is missing, settle what is open. */
export function MergeBoard() {
  const { t } = useTranslation('merge');
  const { api } = useCore();
  const { round } = route.useParams();
  const { work, outcomes, take } = useImporting();
  const returning = useReturning(round);
  const board = useQuery(api.merge.board.queryOptions({ input: { round } }));
  const me = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.me;
  if (board.data === undefined || me === undefined) {
    return (
      <Page title={t('title')} wide="wide">
        <Pending error={board.error}>
          <Skeleton h={360} />
        </Pending>
      </Page>
    );
  }
  const received = board.data.experts.filter((expert) => expert.sequence !== null).length;
  const open = board.data.conflicts.filter((conflict) => !conflict.resolved).length;
  return (
    <Page
      title={t('title')}
      wide="wide"
      lead={<span className="numbers">{t('lead', { received, experts: board.data.experts.length, open })}</span>}
      action={<Button renderRoot={(props) => <Link to="/rounds/$round/ranking" params={{ round }} {...props} />}>{t('toRanking')}</Button>}
    >
      <OwnFirst round={round} ownFirst={board.data.ownFirst} />
      <DropArea
        label={t('drop')}
        hint={t('hint')}
        filter="package"
        disabled={work.running}
        onFiles={(files) => void take(files.map((file) => file.id))}
      />
      <div>
        <ReceiveByCamera disabled={work.running} onFile={(file) => void take([file.id])} />
      </div>
      <WorkProgress work={work} />
      <ImportOutcomes outcomes={outcomes} />
      <div className={styles['layout']}>
        <Stack gap="md">
          <section aria-label={t('board')}>
            <BoardTable round={round} board={board.data} onReturn={returning.start} />
            <CellKey />
          </section>
          {returning.parts(board.data)}
          <SetAside board={board.data} />
          <Election round={round} me={me} board={board.data} />
          <SealCodes round={round} board={board.data} />
          <Packages board={board.data} />
          <IssueAgain round={round} />
        </Stack>
        <ConflictQueue round={round} me={me} board={board.data} onReturn={returning.start} />
      </div>
    </Page>
  );
}

/** Packages and sheets that did not count though somebody meant them to, each with its sentence; what is settled stands among the packages received. */
function SetAside({ board }: { board: Board }) {
  const { t } = useTranslation('merge');
  const language = useLanguage();
  const needsSomething = board.setAside.filter(({ standing }) => standing !== 'settled');
  if (needsSomething.length === 0) {
    return null;
  }
  return (
    <section>
      <Title order={2}>{t('setAside')}</Title>
      <List>
        {needsSomething.map((one) => (
          <List.Item key={JSON.stringify([one.sha256, one.code, one.application, one.stage])}>
            {t('setAsideLine', {
              expert: one.name ?? t('unknownSender'),
              sequence: one.sequence ?? '–',
            })}{' '}
            {one.code === 'merge/equivocation' && <span className="numbers">{one.sha256.slice(0, 12)}… </span>}
            <Text span c="var(--bad)">
              {one.standing === 'former' ? t('formerMember') : sentenceOfCode(one.code, language)}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Packages({ board }: { board: Board }) {
  const { t } = useTranslation('merge');
  const language = useLanguage();
  if (board.packages.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>{t('packages', { count: board.packages.length })}</summary>
      <Table aria-label={t('packages', { count: board.packages.length })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pk_expert')}</Table.Th>
            <Table.Th className="numbers">{t('pk_sequence')}</Table.Th>
            <Table.Th>{t('pk_state')}</Table.Th>
            <Table.Th>{t('pk_received')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {board.packages.map((one) => (
            <Table.Tr key={one.sha256}>
              <Table.Td>{one.name ?? t('unknownSender')}</Table.Td>
              <Table.Td className="numbers">{one.sequence ?? '–'}</Table.Td>
              <Table.Td>
                {t(`pk_${one.state}`)}
                {one.following > 0 && (
                  <Text size="sm" c="var(--warn)">
                    {t('pk_following', { count: one.following })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="numbers">{dateAndTime(one.receivedAt, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
