import { Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/api/merge.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useListed } from '../../../parts/listed.ts';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useResolve } from '../../../parts/resolving/use-resolve.ts';
import { RefusalNote } from '../../../parts/refusal-note.tsx';

type Props = { round: string; me: string; election: Election; panel: readonly PanelMember[]; onClose: () => void };

const nobody = 'nobody';

/** What the panel decided in the room, recorded by the chair with the reason: it ends the election. */
export function CloseDialog({ round, me, election: { ballots, closing }, panel, onClose }: Props) {
  const { t } = useTranslation('holdElection');
  const listed = useListed();
  const [leader, setLeader] = useState<string | null>(null);
  const [votes, setVotes] = useState<ReadonlyMap<string, number>>(new Map());
  const [abstentions, setAbstentions] = useState(0);
  const [reason, setReason] = useState('');
  const close = useResolve(round, onClose);
  const count = ballots[0]?.electors.length ?? 0;
  const given = panel.flatMap(({ id }) => ((votes.get(id) ?? 0) > 0 ? [{ member: id, votes: votes.get(id) ?? 0 }] : []));
  const cast = given.reduce((sum, each) => sum + each.votes, abstentions);
  const most = Math.max(0, ...given.map((each) => each.votes));
  const notMost = leader !== null && leader !== nobody && given.length > 0 && votes.get(leader) !== most;
  const problem = cast > count ? t('tooMany', { cast, count }) : notMost ? t('notMost') : null;
  const notVoted = ballots.at(-1)?.notVoted ?? [];
  const finish = () =>
    close.mutate({
      round,
      resolution: {
        kind: 'election',
        leader: leader === nobody ? null : leader,
        votes: given,
        abstentions,
        // The core writes down its own clock.
        closedAt: closing?.closedAt ?? new Date().toISOString(),
        by: me,
        reason: reason.trim(),
      },
    });
  return (
    <Dialog opened onClose={onClose} title={t('closeTitle')} size="lg">
      <Stack>
        <Text>{t('closeExplain')}</Text>
        {notVoted.length > 0 && (
          <Text>{t('closeNotVoted', { names: listed(notVoted.map((id) => panel.find((member) => member.id === id)?.name ?? id)) })}</Text>
        )}
        <Radio.Group label={t('leader')} value={leader} onChange={setLeader} required>
          <Stack gap="xs" mt="xs">
            {panel.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
            <Radio value={nobody} label={t('noLeader')} />
          </Stack>
        </Radio.Group>
        <VoteCounts {...{ panel, count, votes, abstentions }} onVotes={setVotes} onAbstentions={setAbstentions} />
        {problem !== null && (
          <Text c="var(--bad)" role="alert">
            {problem}
          </Text>
        )}
        <ReasonField label={t('closeReason')} description={t('closeReasonHint')} value={reason} onChange={setReason} />
        <RefusalNote error={close.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
          <Button loading={close.isPending} disabled={leader === null || problem !== null || reason.trim() === ''} onClick={finish}>
            {t('finish')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type VoteCountsProps = {
  panel: readonly PanelMember[];
  /** How many may vote. */
  count: number;
  votes: ReadonlyMap<string, number>;
  abstentions: number;
  onVotes: (votes: ReadonlyMap<string, number>) => void;
  onAbstentions: (count: number) => void;
};

/** How many voted for each, and how many for nobody. */
function VoteCounts({ panel, count, votes, abstentions, onVotes, onAbstentions }: VoteCountsProps) {
  const { t } = useTranslation('holdElection');
  return (
    <Group align="flex-end">
      {panel.map(({ id, name }) => (
        <NumberInput
          key={id}
          w={140}
          label={t('votesFor', { name })}
          min={0}
          max={count}
          allowDecimal={false}
          value={votes.get(id) ?? 0}
          onChange={(value) => onVotes(new Map([...votes, [id, Number(value) || 0]]))}
        />
      ))}
      <NumberInput
        w={140}
        label={t('abstained')}
        min={0}
        max={count}
        allowDecimal={false}
        value={abstentions}
        onChange={(value) => onAbstentions(Number(value) || 0)}
      />
    </Group>
  );
}
