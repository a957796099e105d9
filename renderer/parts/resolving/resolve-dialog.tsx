import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import type { NewResolution } from '#shared/domain/result.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { Dialog } from '../dialog.tsx';
import { dateAndTime } from '../format.ts';
import { ReasonField } from '../reason-field.tsx';
import { useResolve } from './use-resolve.ts';
import { RefusalNote } from '../refusal-note.tsx';
import { decisionOn } from './decision.ts';
import type { Choice } from './resolution-choices.ts';
import { useChoices } from './resolution-choices.ts';
import { ItemClause, Statements } from './statements.tsx';
import { TieOrder } from './tie-order.tsx';
import { useListed } from '../listed.ts';

type Props = {
  round: string;
  me: string;
  board: Board;
  conflict: Conflict;
  onClose: () => void;
  /** What may be done instead of deciding. */
  instead?: ReactNode;
};

/** Settling one matter: what the experts wrote, what may be decided, and the written reason. */
export function ResolveDialog({ round, me, board, conflict, onClose, instead = null }: Props) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const listed = useListed();
  const [reason, setReason] = useState('');
  const [order, setOrder] = useState(conflict.candidates);
  const resolve = useResolve(round, onClose);
  const expertName = (id: string) => board.experts.find((one) => one.id === id)?.name ?? id;
  const applicant = board.applications.find((one) => one.id === conflict.application)?.applicant ?? '';
  const experts = listed(conflict.experts.map(expertName));
  const items = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const disputed = items.find(({ code }) => code === conflict.item);
  const choices = useChoices({ board, conflict, disputed, by: me, reason: reason.trim(), order });
  const decided = decisionOn(conflict, board.resolutions);
  const chosenBefore = choices.find(({ resolution }) => decided !== null && sameDecision(resolution, decided))?.label;
  const decide = (resolution: NewResolution) => resolve.mutate({ round, resolution });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={[
        term(`conflict.${conflict.kind}`),
        applicant || experts,
        conflict.occupation,
        conflict.levelGroup === null ? null : term(`levelGroup.${conflict.levelGroup}`),
        conflict.item,
      ]
        .filter(Boolean)
        .join(' · ')}
      size="xl"
    >
      <Stack>
        <Text>{t(`d_${conflict.kind}`, { expert: experts, applicant })}</Text>
        <ItemClause item={disputed} />
        <Statements round={round} board={board} conflict={conflict} item={disputed} />
        {conflict.kind === 'equivocation' && <BothPackages board={board} conflict={conflict} />}
        {decided !== null && <Text>{t('decidedSo', { decision: chosenBefore ?? t('decided'), reason: decided.reason })}</Text>}
        {conflict.kind === 'tie' && <TieOrder round={round} board={board} order={order} onOrder={setOrder} />}
        {instead}
        <ReasonField label={t('reason')} description={t('reasonHint')} value={reason} onChange={setReason} focus="on-opening" />
        <RefusalNote error={resolve.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {choices.map((choice: Choice) => (
            <Button
              key={choice.label}
              variant={choices.length === 1 ? 'filled' : 'light'}
              disabled={reason.trim() === ''}
              loading={resolve.isPending}
              onClick={() => decide(choice.resolution)}
            >
              {choice.label}
            </Button>
          ))}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Two decisions of the same content, whatever the reasons and the numbers. */
function sameDecision(one: NewResolution, other: NewResolution): boolean {
  const content = (decision: NewResolution) => JSON.stringify({ ...decision, by: '', reason: '', sequence: undefined });
  return content(one) === content(other);
}

/** The packages that contradict each other, told apart by their hashes. */
function BothPackages({ board, conflict }: { board: Board; conflict: Conflict }) {
  const { t } = useTranslation('merge');
  const language = useLanguage();
  const both = board.packages.filter(({ expert, code }) => code === 'merge/equivocation' && conflict.experts.includes(expert ?? ''));
  return (
    <List>
      {both.map(({ sha256, sequence, receivedAt }) => (
        <List.Item key={sha256} className="numbers">
          {t('onePackage', { sequence: sequence ?? '–', sha256: sha256.slice(0, 12), time: dateAndTime(receivedAt, language) })}
        </List.Item>
      ))}
    </List>
  );
}
