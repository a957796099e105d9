import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
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
      <Stack
        component="ul"
        gap="sm"
        mt="xs"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-label={t('recheckTitle', { count: rechecks.length })}
      >
        {rechecks.map((one) => {
          const { application, stage, item, occupation, levelGroup } = one;
          const slot = { item, occupation, levelGroup };
          const where = [item, occupation, levelGroup === null ? null : term(`levelGroup.${levelGroup}`)].filter(Boolean).join(' · ');
          return (
            <Group component="li" key={`${application} ${stage} ${slotKey(one)}`} align="flex-start" gap="sm">
              <div style={{ flex: '1 1 12rem' }}>
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
              </div>
              <div style={{ flex: '3 1 16rem' }}>
                <Text size="sm">{t('recheckSince', { issue: one.issue })}</Text>
                {one.fields.length === 0 ? <Text size="sm">{t('recheckBack')}</Text> : <ItemChanges {...one} />}
              </div>
              <div style={{ flex: '1 1 8rem' }}>
                <Text size="sm" c="dimmed">
                  {t('recheckAnswer')}
                </Text>
                {describeAnswer(one.before, one.answer, term)}
                <Text size="sm">{one.answer.comment}</Text>
              </div>
              <div>
                <Button
                  mih={44}
                  variant="default"
                  loading={
                    confirm.isPending && slotKey(confirm.variables.slot) === slotKey(one) && confirm.variables.application === application
                  }
                  onClick={() => confirm.mutate({ round, application, stage, slot })}
                  aria-label={t('recheckConfirmItem', { item: where, applicant: one.applicant })}
                >
                  {t('recheckConfirm')}
                </Button>
              </div>
            </Group>
          );
        })}
      </Stack>
    </Notice>
  );
}
