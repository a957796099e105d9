import { Anchor, Button, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecheckView } from '#shared/api/rechecks.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useCore } from '../../app/core.tsx';
import { describeAnswer } from '../../parts/describe-answer.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { ItemChanges } from '../../parts/rubric-changes/rubric-change-table.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

/** What I scored before its item changed: what changed, what I said, and whether that still holds. */
export function Rechecks({ round, rechecks }: { round: string; rechecks: readonly RecheckView[] }) {
  const { t } = useTranslation('submission');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const queries = useQueryClient();
  const confirm = useMutation(
    api.submission.confirm.mutationOptions({
      onSuccess: (left) => {
        queries.setQueryData(api.submission.rechecks.queryKey({ input: { round } }), left);
        void queries.invalidateQueries({ queryKey: api.submission.get.key() });
        void queries.invalidateQueries({ queryKey: api.sheets.key() });
      },
    }),
  );
  if (rechecks.length === 0) {
    return null;
  }
  return (
    <Notice tone="warn" icon="problem" role="status" title={t('recheckTitle', { count: rechecks.length })}>
      <Text size="sm">{t('recheckHint')}</Text>
      <RefusalNote error={confirm.error} />
      <WideTable label={t('recheckTitle', { count: rechecks.length })} minWidth={640} maxHeight="60vh">
        <Table aria-label={t('recheckTitle', { count: rechecks.length })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('recheckWhere')}</Table.Th>
              <Table.Th>{t('recheckChange')}</Table.Th>
              <Table.Th>{t('recheckAnswer')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('recheckConfirm')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rechecks.map((one) => {
              const { application, stage, item, occupation, levelGroup } = one;
              const slot = { item, occupation, levelGroup };
              const where = [item, occupation, levelGroup === null ? null : term(`levelGroup.${levelGroup}`)].filter(Boolean).join(' · ');
              return (
                <Table.Tr key={`${application} ${stage} ${slotKey(one)}`}>
                  <Table.Td>
                    <Anchor
                      renderRoot={(props) => (
                        <Link
                          to="/rounds/$round/desk/$application/$stage"
                          params={{ round, application, stage }}
                          search={{ slot: slotKey(one) }}
                          {...props}
                        />
                      )}
                    >
                      {where}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {one.applicant} · {term(`stage.${stage}`)}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{t('recheckSince', { issue: one.issue })}</Text>
                    {one.fields.length === 0 ? <Text size="sm">{t('recheckBack')}</Text> : <ItemChanges {...one} />}
                  </Table.Td>
                  <Table.Td className="numbers">
                    {describeAnswer(one.before, one.answer, term)}
                    <Text size="sm">{one.answer.comment}</Text>
                  </Table.Td>
                  <Table.Td>
                    <Button
                      variant="default"
                      loading={
                        confirm.isPending &&
                        slotKey(confirm.variables.slot) === slotKey(one) &&
                        confirm.variables.application === application
                      }
                      onClick={() => confirm.mutate({ round, application, stage, slot })}
                      aria-label={t('recheckConfirmItem', { item: where, applicant: one.applicant })}
                    >
                      {t('recheckConfirm')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Notice>
  );
}
