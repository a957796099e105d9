import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsShuffle, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import { isRunning } from '#shared/roadshow/clock.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './roadshow.module.css';
import type { Day } from './use-day.ts';

type Props = {
  round: string;
  title: string;
  view: RoadshowView;
  rows: readonly ApplicationRow[];
  here: string | undefined;
  day: Day;
  onGo: () => void;
};

/** The order of the day: drawn by a seed that anyone can repeat, or arranged by hand. */
export function Agenda({ round, title, view, rows, here, day, onGo }: Props) {
  const { t } = useTranslation('roadshow');
  const [arranging, setArranging] = useState(false);
  const states = new Map(rows.map((row) => [row.id, row.stages.roadshow.state]));
  const ids = view.applications.map(({ id }) => id);
  const move = (at: number, by: -1 | 1) => {
    const order = [...ids];
    const [moved] = order.splice(at, 1);
    if (moved !== undefined) {
      order.splice(at + by, 0, moved);
      day.arrange(order);
    }
  };
  return (
    <section aria-label={t('agenda')}>
      <ol className={styles['agenda']}>
        {view.applications.map((one, at) => (
          <AgendaRow
            key={one.id}
            {...{ round, one, at, onGo }}
            isHere={one.id === here}
            state={states.get(one.id)}
            last={ids.length - 1}
            onMove={arranging ? (by) => move(at, by) : null}
          />
        ))}
      </ol>
      <OrderTools {...{ view, day, arranging }} onArranging={setArranging} />
      <PrintedAgenda title={title} view={view} />
    </section>
  );
}

type Presenting = RoadshowView['applications'][number];
type RowProps = {
  round: string;
  one: Presenting;
  /** Its place in the order, from 0, and the last one there is. */
  at: number;
  last: number;
  isHere: boolean;
  state: ApplicationRow['stages']['roadshow']['state'] | undefined;
  onGo: () => void;
  /** Moves it up or down; null while the order is not being arranged. */
  onMove: ((by: -1 | 1) => void) | null;
};

/** One applicant of the day, with its state. */
function AgendaRow({ round, one, at, last, isHere, state, onGo, onMove }: RowProps) {
  const { t } = useTranslation('roadshow');
  return (
    <li className={styles['agendaRow']} data-here={isHere ? '' : undefined}>
      <span className={styles['agendaPlace']}>{at + 1}</span>
      {one.mine ? (
        <Link
          className={styles['agendaName']}
          to="/rounds/$round/roadshow"
          params={{ round }}
          search={{ applicant: one.id }}
          aria-current={isHere ? 'page' : undefined}
          onClick={onGo}
        >
          {one.applicant}
        </Link>
      ) : (
        <span className={styles['agendaName']}>{one.applicant}</span>
      )}
      <span className={styles['agendaState']}>
        {isRunning(one.clock) && <StateMark tone="accent" icon="running" text={t('clockHere')} />}
        {one.recused && <StateMark tone="quiet" icon="recused" text={t('recused')} />}
        {!one.mine && !one.recused && <span className={styles['quiet']}>{t('notMine')}</span>}
        {one.mine && state !== undefined && <SheetStateMark state={state} />}
      </span>
      {onMove !== null && (
        <span className={styles['agendaMove']}>
          <ActionIcon
            size={44}
            variant="default"
            disabled={at === 0}
            aria-label={t('up', { name: one.applicant })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={44}
            variant="default"
            disabled={at === last}
            aria-label={t('down', { name: one.applicant })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}

type ToolsProps = { view: RoadshowView; day: Day; arranging: boolean; onArranging: (arranging: boolean) => void };

/** How the order came about, and the ways to another one: drawn, by hand, by a seed. */
function OrderTools({ view, day, arranging, onArranging }: ToolsProps) {
  const { t } = useTranslation('roadshow');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Stack gap={8} mt="sm">
        <Text size="sm" role="status" data-seed={view.draw?.seed}>
          {view.draw === null ? t(view.arranged ? 'byHand' : 'notArranged') : t('seedStands', { seed: view.draw.seed })}
        </Text>
        <Group gap={8}>
          <Button
            h={44}
            variant="default"
            leftSection={<IconArrowsShuffle size={18} aria-hidden />}
            onClick={() => (view.arranged ? setAsking(true) : day.draw(null))}
          >
            {t(view.arranged ? 'drawAgain' : 'draw')}
          </Button>
          <Button h={44} variant="default" aria-pressed={arranging} onClick={() => onArranging(!arranging)}>
            {t(arranging ? 'arranged' : 'arrange')}
          </Button>
          <Button h={44} variant="subtle" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </Group>
        <SeedForm onDraw={day.draw} />
      </Stack>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('drawAgain')}>
        <Stack>
          <Text>{t('drawConfirm')}</Text>
          <Button
            h={44}
            onClick={() => {
              day.draw(null);
              setAsking(false);
            }}
          >
            {t('drawAgain')}
          </Button>
        </Stack>
      </Dialog>
    </>
  );
}

/** The order by a seed that somebody names. */
function SeedForm({ onDraw }: { onDraw: (seed: string) => void }) {
  const { t } = useTranslation('roadshow');
  const [seed, setSeed] = useState('');
  const drawBy = (event: FormEvent) => {
    event.preventDefault();
    onDraw(seed.trim());
    setSeed('');
  };
  return (
    <form onSubmit={drawBy}>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('seedInput')}
          value={seed}
          maxLength={64}
          onChange={(event) => setSeed(event.currentTarget.value)}
          styles={{ input: { height: 44 } }}
        />
        <Button h={44} type="submit" variant="default" disabled={seed.trim() === ''}>
          {t('seedUse')}
        </Button>
      </Group>
    </form>
  );
}

/** The order on paper. */
function PrintedAgenda({ title, view }: { title: string; view: RoadshowView }) {
  const { t } = useTranslation('roadshow');
  return (
    <div className={styles['printed']} aria-hidden>
      <h1>{t('printTitle', { title })}</h1>
      {view.draw !== null && <p>{t('printDraw', { seed: view.draw.seed })}</p>}
      {view.applications.map(({ id, applicant }, at) => (
        <p key={id}>{t('printRow', { place: at + 1, name: applicant })}</p>
      ))}
    </div>
  );
}
