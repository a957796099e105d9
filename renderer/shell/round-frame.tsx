import { ActionIcon, Center, Drawer, Loader, NavLink } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate, Outlet, useChildMatches, useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openSteps } from '../parts/declarations/open-steps.ts';
import { RefusalNote } from '../parts/refusal-note.tsx';
import { stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../app/core.tsx';
import { PracticeBand } from '../parts/practice-band.tsx';
import styles from './shell.module.css';

const route = getRouteApi('/rounds/$round');

/** The screens that show nothing of an applicant; all others wait until I have declared how I stand to them. */
const needsNothing = /\/(declarations|merge|ranking|result)$/;

/** What surrounds every screen of an issued round: the practice band and my tasks in it. */
export function RoundFrame() {
  const { api } = useCore();
  const { t } = useTranslation('shell');
  const { t: p } = useTranslation('parts');
  const { round } = route.useParams();
  const [drawerOpen, drawer] = useDisclosure(false);
  const onDesk = useParams({ strict: false }).application !== undefined;
  const found = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const scores = found.data?.roles.includes('expert') ?? false;
  const declared = useQuery({ ...api.declarations.get.queryOptions({ input: { round } }), enabled: scores }).data;
  // The screen that is shown, not the address: that is another's while one leaves the round, and leaving is always free.
  const isOpen = useChildMatches({ select: ([screen]) => screen === undefined || needsNothing.test(screen.routeId) });
  if (found.data === undefined || (scores && declared === undefined)) {
    return <Center p="xl">{found.error === null ? <Loader /> : <RefusalNote error={found.error} />}</Center>;
  }
  if (declared !== undefined && declared.asked && openSteps(declared).length > 0 && !isOpen) {
    return <Navigate to="/rounds/$round/declarations" params={{ round }} replace />;
  }
  const tasks = <Tasks round={round} chair={found.data.roles.includes('chair')} expert={found.data.roles.includes('expert')} />;
  return (
    <div className={styles['outer']}>
      {found.data.round.practice && <PracticeBand />}
      <div className={styles['frame']}>
        {!onDesk && (
          <nav className={styles['tasks']} aria-label={t('menu')}>
            {tasks}
          </nav>
        )}
        <div className={styles['body']}>
          {!onDesk && (
            <ActionIcon
              m="xs"
              variant="default"
              size={44}
              aria-label={t('openMenu')}
              className={styles['wideHidden'] ?? ''}
              onClick={drawer.open}
            >
              <IconMenu2 aria-hidden />
            </ActionIcon>
          )}
          <Outlet />
        </div>
      </div>
      <Drawer
        opened={drawerOpen}
        onClose={drawer.close}
        closeButtonProps={{ 'aria-label': p('close'), size: 44 }}
        title={t('menu')}
        size="xs"
      >
        <nav aria-label={t('menu')} onClickCapture={drawer.close}>
          {tasks}
        </nav>
      </Drawer>
    </div>
  );
}

function Tasks({ round, chair, expert }: { round: string; chair: boolean; expert: boolean }) {
  const { t } = useTranslation('shell');
  const { t: term } = useTranslation('terms');
  const location = useLocation();
  const at = (end: string) => location.pathname.endsWith(end);
  const searched = 'stage' in location.search ? location.search.stage : undefined;
  const current = { 'aria-current': 'page' } as const;
  return (
    <>
      {expert && (
        <>
          <p className={styles['tasksTitle']}>{t('myTasks')}</p>
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/overview" params={{ round }} {...props} />}
            label={t('overview')}
            active={at('/overview')}
          />
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/declarations" params={{ round }} {...props} />}
            label={t('declarations')}
            active={at('/declarations')}
          />
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/applications" params={{ round }} search={{}} {...props} />}
            label={t('applications')}
            active={at('/applications') && searched === undefined}
            {...(at('/applications') && searched === undefined ? current : {})}
          />
          {stagesInOrder.map((stage) => (
            <NavLink
              key={stage}
              renderRoot={(props) => <Link to="/rounds/$round/applications" params={{ round }} search={{ stage }} {...props} />}
              label={term(`stage.${stage}`)}
              active={at('/applications') && searched === stage}
              pl={28}
            />
          ))}
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/roadshow" params={{ round }} search={{}} {...props} />}
            label={t('roadshowDay')}
            active={at('/roadshow')}
            pl={28}
          />
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/submission" params={{ round }} {...props} />}
            label={t('submission')}
            active={at('/submission')}
          />
        </>
      )}
      {chair && (
        <>
          <p className={styles['tasksTitle']}>{t('chairTasks')}</p>
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/merge" params={{ round }} {...props} />}
            label={t('merge')}
            active={at('/merge')}
          />
          <NavLink
            renderRoot={(props) => <Link to="/rounds/$round/ranking" params={{ round }} {...props} />}
            label={t('ranking')}
            active={at('/ranking')}
          />
        </>
      )}
      <p className={styles['tasksTitle']}>{t('afterwards')}</p>
      <NavLink
        renderRoot={(props) => <Link to="/rounds/$round/result" params={{ round }} {...props} />}
        label={t('result')}
        active={at('/result')}
        {...(at('/result') ? current : {})}
      />
    </>
  );
}
