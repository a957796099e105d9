import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoundChanges } from '#shared/api/round-changes.ts';
import { useCore } from '../../app/core.tsx';
import { useListed } from '../../parts/listed.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { LeftOutReasons } from './left-out-reasons.tsx';

/** Of a round that is out: what its next version says otherwise and what that asks of the experts, and the way to give it up. */
export function ReissueChanges({ round }: { round: string }) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const navigate = useNavigate();
  const changes = useQuery(api.rounds.draft.changes.queryOptions({ input: { round } }));
  const drop = useMutation(
    api.rounds.draft.dropReissue.mutationOptions({
      onSuccess: () => navigate({ to: '/rounds/$round/merge', params: { round } }),
    }),
  );
  if (!changes.data) {
    return null;
  }
  const { issue, sealAnew, vote, leftOut, leftOutNeedsReason } = changes.data;
  return (
    <Stack gap="xs" component="section" aria-label={t('n_title', { issue })}>
      <Title order={2}>{t('n_title', { issue })}</Title>
      <ChangeLines changes={changes.data} />
      <Notice tone={sealAnew ? 'warn' : 'quiet'} icon={sealAnew ? 'problem' : 'info'} role="note">
        {t(sealAnew ? 'n_sealAnew' : 'n_keepsSeals')}
      </Notice>
      {vote !== 'same' && (
        <Notice tone="warn" icon="problem" role="note">
          {t(`n_vote_${vote}`)}
        </Notice>
      )}
      {leftOutNeedsReason && leftOut.length > 0 && <LeftOutReasons round={round} leftOut={leftOut} />}
      <RefusalNote error={drop.error} />
      <div>
        <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate({ round })}>
          {t('n_drop', { issue })}
        </Button>
      </div>
    </Stack>
  );
}

function ChangeLines({ changes }: { changes: RoundChanges }) {
  const { t } = useTranslation('setup');
  const listed = useListed();
  const { about, panel, applications, items, assignments, recusals } = changes;
  const named = (what: string, { added, removed, changed }: RoundChanges['panel']) => [
    ...(added.length > 0 ? [t('n_added', { what, names: listed(added) })] : []),
    ...(removed.length > 0 ? [t('n_removed', { what, names: listed(removed) })] : []),
    ...(changed.length > 0 ? [t('n_changed', { what, names: listed(changed) })] : []),
  ];
  const counted = (what: string, { added, removed }: RoundChanges['recusals']) =>
    added + removed > 0 ? [t('n_counted', { what, added, removed })] : [];
  const lines = [
    ...about.map((field) => t('n_about', { what: t(field === 'title' ? 'n_roundTitle' : `n_${field}`) })),
    ...named(t('n_panel'), panel),
    ...named(t('n_applications'), applications),
    ...named(t('n_items'), items),
    ...(changes.rubric ? [t('n_about', { what: t('n_rubric') })] : []),
    ...(changes.rules ? [t('n_about', { what: t('n_rules') })] : []),
    ...counted(t('n_assignments'), assignments),
    ...counted(t('n_recusals'), recusals),
  ];
  return lines.length === 0 ? (
    <Text c="dimmed">{t('n_nothing')}</Text>
  ) : (
    <List className="numbers">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}
