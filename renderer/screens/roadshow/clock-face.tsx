import { useTranslation } from 'react-i18next';
import type { ClockEvent, ClockLimits, ClockPhase } from '#shared/domain/roadshow.ts';
import { clockFace, isRunning, readClock } from '#shared/roadshow/clock.ts';
import styles from './roadshow.module.css';
import { useNow } from './use-now.ts';

/** Both phases of the clock, the one that is on large; what it says in colour it says in words, too. */
export function ClockFace({ events, limits }: { events: readonly ClockEvent[]; limits: ClockLimits }) {
  const { t } = useTranslation('roadshow');
  const reading = readClock(events, limits, useNow(isRunning(events)));
  const face = (phase: ClockPhase) => {
    const one = reading[phase];
    const word = one.state === 'running' && one.standing !== 'in-time' ? t(one.standing) : t(one.state);
    return (
      <div
        key={phase}
        className={styles['face']}
        data-phase={phase}
        data-on={reading.phase === phase ? '' : undefined}
        data-standing={one.state === 'ready' ? 'in-time' : one.standing}
      >
        <span className={styles['facePhase']}>{t(phase)}</span>
        <span role="timer" aria-label={t('clockOf', { phase: t(phase) })} className={styles['faceTime']}>
          {clockFace(one)}
        </span>
        <span className={styles['faceState']} role="status">
          {word}
        </span>
      </div>
    );
  };
  return (
    <div className={styles['faces']}>
      {face('talk')}
      {face('questions')}
    </div>
  );
}
