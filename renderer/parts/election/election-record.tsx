import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BallotResult, ElectionResult, FurtherBallot, Votes } from '#shared/domain/election.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import { useLanguage } from '../../app/texts.ts';
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

function StateLine({
  election: { state, leader, tied },
  namesOf,
}: {
  election: ElectionResult;
  namesOf: (ids: readonly string[]) => string;
}) {
  const { t } = useTranslation('election');
  switch (state) {
    case 'elected':
      return <StateMark tone="good" icon="complete" text={t('state_elected', { name: namesOf([leader ?? '']) })} />;
    case 'closed':
      return (
        <StateMark
          tone="good"
          icon="complete"
          text={leader === null ? t('closedWithout') : t('state_closed', { name: namesOf([leader]) })}
        />
      );
    case 'tied':
      return <StateMark tone="warn" icon="problem" text={t('state_tied', { names: namesOf(tied) })} />;
    case 'open':
    case 'void':
      return <StateMark tone="warn" icon="problem" text={t(`state_${state}`)} />;
  }
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
