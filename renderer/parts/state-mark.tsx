import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconFileExport,
  IconLoader2,
  IconLock,
  IconMinus,
  IconPencil,
  IconClockPause,
  IconClockPlay,
  IconUserOff,
} from '@tabler/icons-react';
import styles from './state-mark.module.css';

const icons = {
  saving: IconLoader2,
  saved: IconCheck,
  'not-assigned': IconMinus,
  empty: IconCircleDashed,
  draft: IconPencil,
  complete: IconCircleCheck,
  sealed: IconLock,
  exported: IconFileExport,
  returned: IconArrowBackUp,
  problem: IconAlertTriangle,
  recused: IconUserOff,
  running: IconClockPlay,
  waiting: IconClockPause,
} as const;

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'accent';
export type MarkIcon = keyof typeof icons;

/** A state as icon and word together; never colour alone. */
export function StateMark({ tone, icon, text }: { tone: Tone; icon: MarkIcon; text: string }) {
  const Icon = icons[icon];
  return (
    <span className={styles['mark']} data-tone={tone} data-state-mark>
      <Icon size="1.05em" aria-hidden />
      {text}
    </span>
  );
}
