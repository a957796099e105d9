import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import { stageSchema, stagesInOrder } from '#shared/domain/values.ts';
import type { ListSearch } from '../../parts/applications/list-search.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import { StepButtons } from '../../parts/steps/step-buttons.tsx';
import type { Steps } from '../../parts/steps/use-steps.ts';
import { canComplete } from '../../parts/answering/sheet-model.ts';
import type { Completing } from '../../parts/answering/use-completing.ts';
import type { VisitAddress } from './use-visit.ts';
import styles from './visit.module.css';

type Props = {
  address: VisitAddress;
  applicant: string;
  view: SheetView;
  list: ListSearch | undefined;
  total: string | null;
  completing: Completing;
  steps: Steps;
};

/** The first line: whose visit, how far, and what to do when it is full. */
export function VisitTop({ address, applicant, view, list, total, completing, steps }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const navigate = useNavigate();
  const full = completing.fill.filled === completing.fill.total;
  return (
    <header className={styles['top']}>
      <Group justify="space-between" gap="xs">
        <Button
          variant="subtle"
          h={44}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          renderRoot={(link) => <Link to="/rounds/$round/applications" params={{ round: address.round }} search={list ?? {}} {...link} />}
        >
          {t('backToList')}
        </Button>
        <SegmentedControl
          size="md"
          aria-label={t('stages')}
          value="visit"
          onChange={(stage) =>
            void navigate({
              to: '/rounds/$round/desk/$application/$stage',
              params: { ...address, stage: stageSchema.parse(stage) },
              search: { list },
            })
          }
          data={stagesInOrder.map((one) => ({ value: one, label: term(`stage.${one}`) }))}
        />
      </Group>
      <Group justify="space-between" gap="xs">
        <h1 className={styles['title']}>{applicant}</h1>
        <Group gap="sm">
          <Text className="numbers" fw={600}>
            {t('filled', completing.fill)}
          </Text>
          {total !== null && <Text className="numbers">{total}</Text>}
          <SheetStateMark state={view.state} />
          <StepButtons steps={steps} round={address.round} />
          {view.lock.kind === 'complete' && (
            <Button variant="default" h={44} loading={completing.pending} onClick={() => void completing.reopen()}>
              {t('reopen')}
            </Button>
          )}
          {canComplete(view) && (
            <Button
              h={44}
              variant={full ? 'filled' : 'default'}
              loading={completing.pending}
              title={t('completeHint')}
              onClick={() => void completing.complete()}
            >
              {t('complete')}
            </Button>
          )}
        </Group>
      </Group>
      <RefusalNote error={completing.error ?? steps.error} />
    </header>
  );
}
