import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecheckView } from '#shared/api/rechecks.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { describeAnswer } from '../../parts/describe-answer.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useConfirmRecheck } from '../../parts/rechecks/use-recheck.ts';
import { WhatChanged } from '../../parts/rechecks/what-changed.tsx';
import { SlotLink } from '../../parts/slot-link.tsx';

/** What I scored before its item changed: what changed, what I said, and whether that still holds. */
export function Rechecks({ round, rechecks }: { round: string; rechecks: readonly RecheckView[] }) {
  const { t } = useTranslation('submission');
  const { t: p } = useTranslation('parts');
  const { t: term } = useTranslation('terms');
  const confirm = useConfirmRecheck(round);
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
                <Anchor renderRoot={(props) => <SlotLink round={round} to={one} {...props} />}>{where}</Anchor>
                <Text size="sm" c="dimmed">
                  {one.applicant} · {term(`stage.${stage}`)}
                </Text>
              </div>
              <div style={{ flex: '3 1 16rem' }}>
                <WhatChanged recheck={one} />
              </div>
              <div style={{ flex: '1 1 8rem' }}>
                <Text size="sm" c="dimmed">
                  {p('recheckAnswer')}
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
                  aria-label={p('recheckConfirmItem', { item: where, applicant: one.applicant })}
                >
                  {p('recheckConfirm')}
                </Button>
              </div>
            </Group>
          );
        })}
      </Stack>
    </Notice>
  );
}
