import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import { issueOf } from '#shared/domain/round.ts';
import { fewestElectors } from '#shared/domain/election.ts';
import { useCore } from '../../../app/core.tsx';
import { ElectionRecord } from '../../../parts/election/election-record.tsx';
import { useListed } from '../../../parts/listed.ts';
import { Notice } from '../../../parts/notice.tsx';
import { wrapping } from '../../../parts/wrapping.ts';
import { CloseDialog } from './close-dialog.tsx';
import { NextBallotDialog } from './next-ballot-dialog.tsx';

/** 推选组长 on the chair's board: how it stands, and the two ways on: a further secret ballot, or what the panel decided in the room. */
export function Election({ round, me, board: { election } }: { round: string; me: string; board: Board }) {
  const { t } = useTranslation('holdElection');
  const { t: e } = useTranslation('election');
  const { api } = useCore();
  const listed = useListed();
  const [asking, setAsking] = useState<'next' | 'close' | null>(null);
  const issued = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round;
  if (election === null || issued === undefined) {
    return null;
  }
  const { panel } = issued;
  const isOpen = election.state !== 'elected' && election.state !== 'closed';
  const [first] = election.ballots;
  const props = { round, me, election, panel, onClose: () => setAsking(null) };
  return (
    <section aria-label={e('title')}>
      <Title order={2}>{e('title')}</Title>
      <Stack gap="sm">
        <ElectionRecord election={election} round={issued} />
        {isOpen && election.again.length > 0 && (
          <Notice tone="warn" icon="problem" role="note">
            {t('again', { names: listed(election.again.map((id) => panel.find((member) => member.id === id)?.name ?? id)) })}
          </Notice>
        )}
        <Group>
          {isOpen && (first?.electors.length ?? 0) >= fewestElectors && (
            <Button variant="default" {...wrapping} mih={36} onClick={() => setAsking('next')}>
              {t('next')}
            </Button>
          )}
          <Button variant={isOpen ? 'default' : 'subtle'} {...wrapping} mih={36} onClick={() => setAsking('close')}>
            {t(election.state === 'closed' ? 'closeAgain' : 'close')}
          </Button>
        </Group>
      </Stack>
      {asking === 'next' && <NextBallotDialog {...props} issue={issueOf(issued) + 1} />}
      {asking === 'close' && <CloseDialog {...props} />}
    </section>
  );
}
