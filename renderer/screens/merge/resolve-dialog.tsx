import { Button, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import type { Resolution } from '#shared/domain/result.ts';
import { measuredValueSchema } from '#shared/domain/sheet.ts';
import { verdictSchema } from '#shared/domain/values.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import type { Choice } from './resolution-choices.ts';
import { useChoices } from './resolution-choices.ts';
import type { ToReturn } from './return-dialog.tsx';
import { ReturnInstead } from './return-instead.tsx';
import { TieOrder } from './tie-order.tsx';
import { valueText } from './value-text.ts';

type Props = { round: string; me: string; board: Board; conflict: Conflict; onClose: () => void; onReturn: (sheet: ToReturn) => void };

/** Settling one matter: what the experts wrote, what may be decided, and the written reason. */
export function ResolveDialog({ round, me, board, conflict, onClose, onReturn }: Props) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [order, setOrder] = useState(conflict.candidates);
  const resolve = useMutation(
    api.merge.resolve.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.merge.board.queryKey({ input: { round } }), next);
        void queries.invalidateQueries({ queryKey: api.merge.ranking.key() });
        void queries.invalidateQueries({ queryKey: api.merge.explain.key() });
        onClose();
      },
    }),
  );
  const expertName = (id: string) => board.experts.find((one) => one.id === id)?.name ?? id;
  const applicant = board.applications.find((one) => one.id === conflict.application)?.applicant ?? '';
  const choices = useChoices({ board, conflict, by: me, reason: reason.trim(), order });
  const decide = (resolution: Resolution) => resolve.mutate({ round, resolution });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${term(`conflict.${conflict.kind}`)} · ${[applicant, conflict.item].filter(Boolean).join(' · ')}`}
      size="lg"
    >
      <Stack>
        <Text>{t(`d_${conflict.kind}`, { expert: conflict.experts.map(expertName).join('、'), applicant })}</Text>
        {conflict.statements.length > 0 && (
          <Table aria-label={t('statements')}>
            <Table.Tbody>
              {conflict.statements.map((statement) => {
                const verdict = verdictSchema.safeParse(statement.verdict);
                const value = measuredValueSchema.safeParse(statement.value);
                return (
                  <Table.Tr key={statement.expert}>
                    <Table.Th scope="row">{expertName(statement.expert)}</Table.Th>
                    <Table.Td>{verdict.success ? term(`verdict.${verdict.data}`) : value.success ? valueText(value.data) : '–'}</Table.Td>
                    <Table.Td className="numbers">{statement.points === null ? '–' : t('points', { points: statement.points })}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        )}
        {conflict.kind === 'tie' && <TieOrder board={board} order={order} onOrder={setOrder} />}
        <ReturnInstead round={round} board={board} conflict={conflict} onReturn={onReturn} />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          required
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
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
