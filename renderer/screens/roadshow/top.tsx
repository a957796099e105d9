import { ActionIcon, Button, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconKeyboard, IconListNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import type { SheetView } from '#shared/api/sheets.ts';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import { StepButtons } from '../../parts/steps/step-buttons.tsx';
import type { Steps } from '../../parts/steps/use-steps.ts';
import { canComplete } from '../../parts/answering/sheet-model.ts';
import type { Completing } from '../../parts/answering/use-completing.ts';
import styles from './roadshow.module.css';
import { useListed } from '../../parts/listed.ts';

type Props = {
  round: string;
  view: RoadshowView;
  here: RoadshowView['applications'][number];
  sheet: SheetView | undefined;
  steps: Steps;
  completing: Completing;
  previous: string | undefined;
  next: string | undefined;
  onGo: (application: string) => void;
  onAgenda: (() => void) | null;
  onHelp: () => void;
};

/** The first line: who presents, which of how many, how far, and the one thing to do next. */
export function Top({ round, view, here, sheet, steps, completing, previous, next, onGo, onAgenda, onHelp }: Props) {
  const { t } = useTranslation('roadshow');
  const listed = useListed();
  const { t: p } = useTranslation('parts');
  const at = view.applications.findIndex(({ id }) => id === here.id) + 1;
  const count = view.applications.length;
  const isFull = sheet !== undefined && completing.fill.filled === completing.fill.total;
  const neighbour = (id: string | undefined, label: string, Icon: typeof IconChevronLeft) => (
    <ActionIcon
      size={44}
      variant="subtle"
      aria-label={label}
      title={label}
      disabled={id === undefined}
      onClick={() => id !== undefined && onGo(id)}
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
  return (
    <header className={styles['top']}>
      <div className={styles['who']}>
        <h1 className={styles['name']} title={here.applicant}>
          {here.applicant}
        </h1>
        <span className={styles['pager']}>
          {neighbour(previous, t('previous'), IconChevronLeft)}
          <span className="numbers">{t('place', { at, count })}</span>
          {neighbour(next, t('next'), IconChevronRight)}
        </span>
        {sheet !== undefined && (
          <>
            <Text className="numbers" fw={600}>
              {t('filled', completing.fill)}
            </Text>
            <SheetStateMark state={sheet.state} />
          </>
        )}
      </div>
      <div className={styles['acts']}>
        {onAgenda !== null && (
          <Button h={44} variant="default" leftSection={<IconListNumbers size={18} aria-hidden />} onClick={onAgenda}>
            {t('openAgenda', { at, count })}
          </Button>
        )}
        {here.mine && <StepButtons steps={steps} round={round} />}
        <ActionIcon variant="default" size={44} aria-label={`${p('keys')} (?)`} title={`${p('keys')} (?)`} onClick={onHelp}>
          <IconKeyboard size={20} aria-hidden />
        </ActionIcon>
        {sheet?.lock.kind === 'complete' && (
          <Button h={44} variant="default" loading={completing.pending} onClick={() => void completing.reopen()}>
            {t('reopen')}
          </Button>
        )}
        {sheet?.state === 'complete' && next !== undefined && (
          <Button h={44} onClick={() => onGo(next)}>
            {t('next')}
          </Button>
        )}
        {sheet !== undefined && canComplete(sheet) && (
          <Button h={44} variant={isFull ? 'filled' : 'default'} loading={completing.pending} onClick={() => void completing.complete()}>
            {t('complete')}
          </Button>
        )}
      </div>
      {completing.listed > 0 && completing.missing.length > 0 && (
        <p role="alert" className={styles['missing']}>
          {t('missing', {
            count: completing.missing.length,
            codes: listed(completing.missing.map(({ slot }) => [slot.item, slot.occupation].filter((part) => part !== null).join(' '))),
          })}
        </p>
      )}
    </header>
  );
}
