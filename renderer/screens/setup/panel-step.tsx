import { EmptyState, Stack, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome, RoundDraft } from '#shared/api/rounds.ts';
import { useCore } from '../../app/core.tsx';
import { DropArea } from '../../parts/drop-area.tsx';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { PanelTable } from './panel-table.tsx';
import { useKeepDraft } from './use-draft.ts';

/** Who reviews: cards taken in, fingerprints compared in person. */
export function PanelStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const keep = useKeepDraft();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const add = useMutation(
    api.rounds.draft.addCards.mutationOptions({
      onSuccess: (result) => {
        keep(result.draft);
        setOutcomes(result.outcomes);
      },
    }),
  );
  const chairScores = useMutation(api.rounds.draft.setChairScores.mutationOptions({ onSuccess: keep }));
  const election = useMutation(api.rounds.draft.setElection.mutationOptions({ onSuccess: keep }));
  const confirm = useMutation(api.rounds.draft.confirmFingerprint.mutationOptions({ onSuccess: keep }));
  const remove = useMutation(api.rounds.draft.removeMember.mutationOptions({ onSuccess: keep }));
  const round = draft.id;
  const others = draft.panel.filter((member) => member.role !== 'chair');
  return (
    <Stack>
      <DropArea
        label={t('p_drop')}
        hint={t('p_hint')}
        filter="card"
        onFiles={(files) => add.mutate({ round, files: files.map((file) => file.id) })}
      />
      <RefusalNote error={add.error} />
      <ImportOutcomes outcomes={outcomes} />
      <Switch
        label={t('p_chairScores')}
        checked={chairScores.isPending ? chairScores.variables.scores : draft.chairScores}
        onChange={(event) => chairScores.mutate({ round, scores: event.currentTarget.checked })}
      />
      <Switch
        label={t('p_election')}
        description={t('p_electionHint')}
        checked={election.variables?.asks ?? draft.election !== undefined}
        onChange={(event) => election.mutate({ round, asks: event.currentTarget.checked })}
      />
      <RefusalNote error={chairScores.error ?? election.error ?? confirm.error ?? remove.error} />
      {others.length === 0 && <EmptyState title={t('p_emptyTitle')} description={t('p_emptyBody')} />}
      {others.length > 0 && <Text>{t('p_explain')}</Text>}
      {draft.panel.length > 0 && (
        <PanelTable
          panel={draft.panel}
          onCompare={(member, compared) => confirm.mutate({ round, member, compared })}
          onRemove={(member) => remove.mutate({ round, member })}
        />
      )}
    </Stack>
  );
}
