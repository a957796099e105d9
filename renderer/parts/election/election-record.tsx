import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BallotResult, ElectionResult, FurtherBallot, Votes } from '#shared/domain/election.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../format.ts';
import { useListed } from '../listed.ts';
import { StateMark } from '../state-mark.tsx';

type Panel = readonly Pick<PanelMember, 'id' | 'name'>[];
type Props = {
  election: ElectionResult;
  round: { readonly panel: Panel; readonly ballots?: readonly Pick<FurtherBallot, 'reason'>[] | undefined };
};

/** 推选组长 as it stands: who leads, the tally of each ballot, who did not vote, and how the chair closed it; never who voted for whom. */
export function ElectionRecord({ election, round: { panel, ballots: further = [] } }: Props) {
  const { t } = useTranslation('election');
  const language = useLanguage();
  const { namesOf, votesText } = useElectionWords(panel);
  const { ballots, closing } = election;
  return (
    <Stack gap="xs" className="numbers">
      <div>
        <StateLine election={election} namesOf={namesOf} />
      </div>
      {closing !== null && (
        <Text>
          {t('closing', { by: namesOf([closing.by]), time: dateAndTime(closing.closedAt, language), reason: closing.reason })}{' '}
          {closing.votes.length + closing.abstentions > 0 && t('inTheRoom', { votes: votesText(closing) })}{' '}
          {(ballots.at(-1)?.notVoted.length ?? 0) > 0 && t('notVoted', { names: namesOf(ballots.at(-1)?.notVoted ?? []) })}
        </Text>
      )}
      {ballots.map((ballot, index) => (
        <div key={`ballot ${index + 1}`}>
          {ballots.length > 1 && (
            <Title order={3} size="h5">
              {t('ballot', { number: index + 1 })}
            </Title>
          )}
          <List size="sm">
            <List.Item>{t('takePart', { count: ballot.electors.length, names: namesOf(ballot.electors) })}</List.Item>
            {index > 0 && <List.Item>{t('why', { reason: further[index - 1]?.reason ?? '' })}</List.Item>}
            {ballots.length > 1 && <List.Item>{t('among', { names: namesOf(ballot.candidates) })}</List.Item>}
            <List.Item>
              <Tally ballot={ballot} panel={panel} />
            </List.Item>
          </List>
        </div>
      ))}
    </Stack>
  );
}

/** Whether it is over, and in a sentence how: a mark is too short for the sentence on a narrow screen. */
function StateLine({ election, namesOf }: { election: ElectionResult; namesOf: (ids: readonly string[]) => string }) {
  const { t } = useTranslation('election');
  const isOver = election.state === 'elected' || election.state === 'closed';
  const { state, leader, tied } = election;
  const sentence =
    state === 'closed' && leader === null
      ? t('closedWithout')
      : t(`state_${state}`, { name: namesOf(leader === null ? [] : [leader]), names: namesOf(tied) });
  return (
    <>
      <StateMark tone={isOver ? 'good' : 'warn'} icon={isOver ? 'complete' : 'problem'} text={t(isOver ? 'over' : 'notOver')} />{' '}
      <Text span>{sentence}</Text>
    </>
  );
}

function Tally({ ballot, panel }: { ballot: BallotResult; panel: Panel }) {
  const { t } = useTranslation('election');
  const { namesOf, votesText } = useElectionWords(panel);
  switch (ballot.state) {
    case 'counted':
      return votesText(ballot);
    case 'waiting':
      return t('waiting', { names: namesOf(ballot.notVoted) });
    case 'replaced':
      return t('replaced', { names: namesOf(ballot.notVoted) });
    case 'void':
      return t('void');
  }
}

/** Members by name, and a tally in words. */
function useElectionWords(panel: Panel) {
  const { t } = useTranslation('election');
  const listed = useListed();
  const language = useLanguage();
  const nameOf = (id: string) => panel.find((member) => member.id === id)?.name ?? id;
  return {
    namesOf: (ids: readonly string[]) => listed(ids.map(nameOf)),
    votesText: ({ votes, abstentions }: { readonly votes: readonly Votes[]; readonly abstentions: number }) =>
      [
        ...votes.map((each) => t('votes', { name: nameOf(each.member), count: each.votes })),
        ...(abstentions > 0 || votes.length === 0 ? [t('abstentions', { count: abstentions })] : []),
      ].join(language === 'zh' ? '；' : '; '),
  };
}
