import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Stage } from '#shared/domain/values.ts';
import { stageSchema, stagesInOrder } from '#shared/domain/values.ts';
import type { ListSearch } from '../../parts/applications/list-search.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StepButtons } from '../../parts/steps/step-buttons.tsx';
import type { Steps } from '../../parts/steps/use-steps.ts';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import styles from './desk.module.css';
import { canComplete } from '../../parts/answering/sheet-model.ts';
import type { Completing } from '../../parts/answering/use-completing.ts';
import { Methods } from './methods.tsx';
import type { Neighbours } from './use-neighbours.ts';

type Props = {
  round: string;
  application: string;
  stage: Stage;
  applicant: string;
  view: SheetView;
  list: ListSearch;
  neighbours: Neighbours;
  completing: Completing;
  steps: Steps;
  onOpen: (where: { application?: string; stage?: Stage }) => void;
  onHelp: () => void;
};

/** The first line of the desk: whose sheet, which stage, how far, and what to do when it is full. */
export function DeskTop(props: Props) {
  const { round, application, stage, applicant, view, list, neighbours, completing, steps, onOpen, onHelp } = props;
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const address = { round, application, stage };
  const full = completing.fill.filled === completing.fill.total;
  const mine = view.state !== 'not-assigned';
  return (
    <div>
      <div className={styles['top']}>
        <Button
          variant="subtle"
          size="compact-md"
          className={styles['back'] ?? ''}
          aria-label={t('backToList')}
          renderRoot={(link) => <Link to="/rounds/$round/applications" params={{ round }} search={list} {...link} />}
        >
          <IconArrowLeft size={18} aria-hidden />
          <span className={styles['backText']}>{t('backShort')}</span>
        </Button>
        <h1 className={styles['title']} title={applicant}>
          {applicant}
        </h1>
        <ApplicantPager neighbours={neighbours} onOpen={(id) => onOpen({ application: id })} />
        <SegmentedControl
          size="sm"
          className={styles['stages'] ?? ''}
          aria-label={t('stages')}
          value={stage}
          onChange={(value) => onOpen({ stage: stageSchema.parse(value) })}
          data={stagesInOrder.map((one) => ({ value: one, label: term(`stage.${one}`) }))}
        />
        <Group gap={8} wrap="nowrap">
          {mine && (
            <Text className="numbers" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {t('filled', completing.fill)}
            </Text>
          )}
          <SheetStateMark state={view.state} />
        </Group>
        <Group gap={6} ml="auto" wrap="nowrap">
          {mine && <StepButtons steps={steps} round={round} />}
          {mine && <Methods address={address} view={view} />}
          <ActionIcon
            variant="default"
            size={36}
            className={styles['wideOnly'] ?? ''}
            aria-label={`${t('keys')} (?)`}
            title={`${t('keys')} (?)`}
            onClick={onHelp}
          >
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
          {view.lock.kind === 'complete' && (
            <Button variant="default" loading={completing.pending} onClick={() => void completing.reopen()}>
              {t('reopen')}
            </Button>
          )}
          {canComplete(view) && (
            <Button
              variant={full ? 'filled' : 'default'}
              loading={completing.pending}
              px="sm"
              title={t('completeHint')}
              aria-keyshortcuts="Control+Enter"
              onClick={() => void completing.complete()}
            >
              {t('complete')}
            </Button>
          )}
        </Group>
      </div>
      <RefusalNote error={completing.error ?? steps.error} />
    </div>
  );
}

/** Which of the applicants of the list this is, and the way to the one before and behind. */
function ApplicantPager({ neighbours, onOpen }: { neighbours: Neighbours; onOpen: (application: string) => void }) {
  const { t } = useTranslation('sheet');
  const neighbour = (id: string | null, label: string, Icon: typeof IconChevronLeft) => (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={label}
      title={label}
      disabled={id === null}
      onClick={() => id !== null && onOpen(id)}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
  return neighbours.at === null || neighbours.count <= 1 ? null : (
    <span className={styles['applicants']}>
      {neighbour(neighbours.previous, t('previousApplicant'), IconChevronLeft)}
      <span className="numbers">{t('allApplicants', { at: neighbours.at, count: neighbours.count })}</span>
      {neighbour(neighbours.next, t('nextApplicant'), IconChevronRight)}
    </span>
  );
}
