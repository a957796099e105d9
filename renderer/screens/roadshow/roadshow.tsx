import { Drawer, EmptyState, Skeleton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { Agenda } from './agenda.tsx';
import { presentOne } from './present-one.ts';
import { Presentation } from './presentation.tsx';
import styles from './roadshow.module.css';
import { useDay } from './use-day.ts';

const route = getRouteApi('/rounds/$round/roadshow');

/** A day of roadshows: the order at the left, whoever presents at the right. */
export function Roadshow() {
  const { t } = useTranslation('roadshow');
  const { t: p } = useTranslation('parts');
  const { api } = useCore();
  const { round } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [drawerOpen, drawer] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const day = useDay(round);
  const document = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const rows = useQuery(api.applications.list.queryOptions({ input: { round } }));
  const { view } = day;
  const failed = day.error ?? document.error ?? rows.error;
  if (view === undefined || document.data === undefined || rows.data === undefined) {
    return (
      <Page title={t('title')} wide="full">
        <Pending error={failed}>
          <Skeleton flex={1} mih={320} />
        </Pending>
      </Page>
    );
  }
  const mine = view.applications.filter((one) => one.mine);
  const isOpen = ({ id }: { id: string }) => {
    const state = rows.data.find((row) => row.id === id)?.stages.roadshow.state;
    return state === 'empty' || state === 'draft';
  };
  // Who is on; before anybody was, the first who is still to be scored.
  const present = view.applications[presentOne(view)];
  const onNow = present !== undefined && present.mine && present.clock.length > 0 ? present : undefined;
  const here = view.applications.find(({ id }) => id === search.applicant) ?? onNow ?? mine.find(isOpen) ?? mine[0];
  if (here === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
      </Page>
    );
  }
  const agenda = (
    <Agenda round={round} title={document.data.round.title} view={view} rows={rows.data} here={here.id} day={day} onGo={drawer.close} />
  );
  return (
    <div className={styles['roadshow']}>
      {!narrow && <aside className={styles['side']}>{agenda}</aside>}
      <Presentation
        key={here.id}
        round={round}
        rubric={document.data.round.rubric}
        day={day}
        view={view}
        here={here}
        slot={search.slot}
        onSlot={(slot) => void navigate({ search: { applicant: here.id, slot }, replace: true, resetScroll: false })}
        onGo={(applicant) => void navigate({ search: { applicant } })}
        onAgenda={narrow ? drawer.open : null}
      />
      <Drawer
        opened={drawerOpen}
        onClose={drawer.close}
        title={t('agenda')}
        size="md"
        closeButtonProps={{ 'aria-label': p('close'), size: 44 }}
      >
        {agenda}
      </Drawer>
    </div>
  );
}
