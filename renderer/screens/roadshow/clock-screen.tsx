import { Button } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRunning } from '#shared/roadshow/clock.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { ClockFace } from './clock-face.tsx';
import { presentOne } from './present-one.ts';
import styles from './roadshow.module.css';
import { useDay } from './use-day.ts';

const route = getRouteApi('/clock/$round');

/** The clock alone, for the screen that everybody sees: who is on, and how much time is left. It follows the window in which one works. */
export function ClockScreen() {
  const { t } = useTranslation('roadshow');
  const { round } = route.useParams();
  const { view, error } = useDay(round);
  if (view === undefined) {
    return <RefusalNote error={error} />;
  }
  const at = presentOne(view);
  const present = view.applications[at];
  return (
    <main className={styles['bigScreen']}>
      {present !== undefined && (
        <>
          <p className={styles['bigPlace']}>{t('place', { at: at + 1, count: view.applications.length })}</p>
          <h1 className={styles['bigName']}>{present.applicant}</h1>
          <div className={styles['bigClock']} data-running={isRunning(present.clock) ? '' : undefined}>
            <ClockFace events={present.clock} limits={view.limits} />
          </div>
        </>
      )}
      <div className={styles['bigButtons']}>
        <Button
          h={44}
          variant="default"
          leftSection={<IconMaximize size={18} aria-hidden />}
          // Where a host does not allow it, its own menu or F11 does.
          onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
        >
          {t('fullScreen')}
        </Button>
        <Button
          h={44}
          variant="subtle"
          renderRoot={(props) => <Link to="/rounds/$round/roadshow" params={{ round }} search={{}} {...props} />}
        >
          {t('back')}
        </Button>
      </div>
    </main>
  );
}
