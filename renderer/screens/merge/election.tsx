import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import { Notice } from '../../parts/notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useListed } from '../../parts/listed.ts';

/** 推选组长: how many votes for whom, once every ballot is in; never who voted for whom. */
export function Election({ board }: { board: Board }) {
  const { t } = useTranslation('merge');
  const listed = useListed();
  const { election } = board;
  if (election === null) {
    return null;
  }
  const nameOf = (expert: string) => board.experts.find(({ id }) => id === expert)?.name ?? expert;
  return (
    <section aria-label={t('election')}>
      <Title order={2}>{t('election')}</Title>
      {election.state === 'counted' && (
        <Text className="numbers">{election.votes.map(({ name, votes }) => t('votes', { name, count: votes })).join('；')}</Text>
      )}
      {election.state === 'waiting' && <Text>{t('ballotsMissing', { names: listed(election.missing.map(nameOf)) })}</Text>}
      {election.again.length > 0 && (
        <Notice tone="warn" icon="problem" role="note">
          {t('ballotsAgain', { names: listed(election.again.map(nameOf)) })}
        </Notice>
      )}
      {election.state === 'void' && <StateMark tone="bad" icon="problem" text={t('electionVoid')} />}
    </section>
  );
}
