import { Button, Drawer, Group, Switch } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingView } from '#shared/api/intake.ts';
import { fieldText } from '#shared/intake/field-value.ts';
import { readingOf } from '#shared/intake/recorded-edits.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { clockTime } from '../../parts/format.ts';
import { Notice } from '../../parts/notice.tsx';
import { PendingSheet } from '../../parts/pending.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import workPage from '../../parts/work-page.module.css';
import { ConfirmButton } from './confirm-button.tsx';
import { EditingProvider, useChanges } from './editing.ts';
import { Fields } from './fields.tsx';
import { FormAsRead } from './form-as-read.tsx';
import styles from './intake.module.css';
import { valueAt } from './value-at.ts';

const route = getRouteApi('/setup/$round/intake/$reading');

/** An applicant's folder as it was read: every field beside its place in the form, to be corrected and confirmed. */
export function Confirmation() {
  const { api } = useCore();
  const { reading } = route.useParams();
  const query = useQuery(api.intake.get.queryOptions({ input: { reading } }));
  if (query.data === undefined) {
    return <PendingSheet error={query.error} top={40} />;
  }
  return <OneReading key={reading} view={query.data} />;
}

function OneReading({ view }: { view: ReadingView }) {
  const { t } = useTranslation('intake');
  const { t: p } = useTranslation('parts');
  const { api } = useCore();
  const { round } = route.useParams();
  const navigate = route.useNavigate();
  const narrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const [drawerOpen, drawer] = useDisclosure(false);
  const [shown, setShown] = useState<string | null>(null);
  const [showsIds, setShowsIds] = useState(false);
  const { id: reading, folder, applicant, state, doubts, edits, updatedAt } = view.summary;
  const { change, keep, isSaving } = useChanges(reading);
  const takeBack = useMutation(api.intake.takeBack.mutationOptions({ onSuccess: keep }));
  const isLocked = state !== 'waiting';
  const mark = useMemo(() => markOf(view, shown), [view, shown]);
  const back = () => void navigate({ to: '/setup/$round', params: { round }, search: { step: 'applications' } });
  const form = <FormAsRead grid={view.grid} mark={mark} showsIds={showsIds} />;
  const fields = (
    <div className={styles['fields']}>
      {isLocked && (
        <Notice tone="good" icon="locked" role="status" title={t('isConfirmed')}>
          <Group justify="space-between">
            <span>{t('isConfirmedHint')}</span>
            <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({ reading })}>
              {t('takeBack')}
            </Button>
          </Group>
          <RefusalNote error={takeBack.error} />
        </Notice>
      )}
      <Fields />
    </div>
  );
  return (
    <EditingProvider value={{ view, change, show: setShown, shown, isLocked, showsIds }}>
      <div className={workPage['page']}>
        <div className={styles['top']}>
          <div>
            <h1 className={styles['title']}>{applicant === '' ? folder : applicant}</h1>
            <div>{t('lead', { folder, doubts, edits })}</div>
          </div>
          <Group gap="xs">
            <Saving isSaving={isSaving} updatedAt={updatedAt} />
            <Switch label={t('showIds')} checked={showsIds} onChange={(event) => setShowsIds(event.currentTarget.checked)} />
            {narrow && (
              <Button variant="light" h={44} leftSection={<IconFileText size={18} aria-hidden />} onClick={drawer.open}>
                {t('openForm')}
              </Button>
            )}
            <Button variant="default" onClick={back}>
              {t('back')}
            </Button>
            <ConfirmButton view={view} onDone={back} />
          </Group>
        </div>
        {narrow ? (
          <>
            {fields}
            <Drawer
              closeButtonProps={{ 'aria-label': p('close'), size: 44 }}
              opened={drawerOpen}
              onClose={drawer.close}
              title={t('form')}
              size="100%"
              styles={{ body: { height: 'calc(100dvh - 4rem)' } }}
            >
              {form}
            </Drawer>
          </>
        ) : (
          <SplitPane label={t('splitter')} storageKey="linping.intake-split" left={form} right={fields} />
        )}
      </div>
    </EditingProvider>
  );
}

/** Whether the edits are on disk, and since when. */
function Saving({ isSaving, updatedAt }: { isSaving: boolean; updatedAt: string }) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  return (
    <span role="status">
      {isSaving ? (
        <StateMark tone="quiet" icon="saving" text={t('saving')} />
      ) : (
        <StateMark tone="good" icon="saved" text={t('saved', { time: clockTime(updatedAt, language) })} />
      )}
    </span>
  );
}

/** The lines of the form that a field was read from, and what is looked for in them: what the form said before any edit. */
function markOf({ now: { application } }: ReadingView, field: string | null) {
  const reading = field === null ? null : readingOf(application.reading, field);
  if (field === null || reading === null || reading.source === '') {
    return null;
  }
  const value = valueAt(application, field);
  const text = reading.field === field && reading.editedFrom !== null ? reading.editedFrom : value === undefined ? '' : fieldText(value);
  return { sources: new Set(reading.source.split('、')), text };
}
