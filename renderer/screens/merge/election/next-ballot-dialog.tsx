import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/api/merge.ts';
import { fewestElectors } from '#shared/domain/election.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import { useCore } from '../../../app/core.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useListed } from '../../../parts/listed.ts';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';

type Props = { round: string; election: Election; panel: readonly PanelMember[]; issue: number; onClose: () => void };

/** Who votes in a further ballot, and on whom: proposed from what the last one came to, for the chair to settle; it goes into the next issue. */
export function NextBallotDialog({ round, election: { ballots, tied, state }, panel, issue, onClose }: Props) {
  const { t } = useTranslation('holdElection');
  const { api } = useCore();
  const navigate = useNavigate();
  const listed = useListed();
  const may = ballots[0]?.electors ?? [];
  const notVoted = ballots.at(-1)?.notVoted ?? [];
  const voted = may.filter((id) => !notVoted.includes(id));
  const nameOf = (id: string) => panel.find((member) => member.id === id)?.name ?? id;
  const [electors, setElectors] = useState(voted.length >= fewestElectors ? voted : may);
  const [candidates, setCandidates] = useState(state === 'tied' ? tied : (ballots.at(-1)?.candidates ?? []));
  const [reason, setReason] = useState(
    state === 'tied'
      ? t('runOffReason', { names: listed(tied.map(nameOf)) })
      : notVoted.length > 0
        ? t('withoutReason', { names: listed(notVoted.map(nameOf)) })
        : '',
  );
  const open = useMutation(
    api.merge.openBallot.mutationOptions({
      onSuccess: () => navigate({ to: '/setup/$round', params: { round }, search: { step: 'issue' } }),
    }),
  );
  const number = ballots.length + 1;
  return (
    <Dialog opened onClose={onClose} title={t('nextTitle', { number })} size="lg">
      <Stack>
        <Text>{t('nextExplain', { issue })}</Text>
        <Checkbox.Group label={t('electors')} value={electors} onChange={setElectors}>
          <Stack gap="xs" mt="xs">
            {may.map((id) => (
              <Checkbox key={id} value={id} label={notVoted.includes(id) ? t('notVotedYet', { name: nameOf(id) }) : nameOf(id)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox.Group label={t('candidates')} value={candidates} onChange={setCandidates}>
          <Stack gap="xs" mt="xs">
            {panel.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ReasonField label={t('nextReason')} description={t('nextReasonHint')} value={reason} onChange={setReason} />
        <RefusalNote error={open.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
          <Button
            loading={open.isPending}
            disabled={electors.length < fewestElectors || candidates.length < 2 || reason.trim() === ''}
            onClick={() => open.mutate({ round, ballot: { electors, candidates, reason: reason.trim() } })}
          >
            {t('prepare', { number })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
