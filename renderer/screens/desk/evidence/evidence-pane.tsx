import { Anchor, Center, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application, Attachment } from '#shared/domain/application.ts';
import { evidenceUrl } from '../../../app/files.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import styles from '../desk.module.css';
import { FormView } from './form-view.tsx';
import { ImageView } from './image-view.tsx';
import type { Shown } from './shown.ts';
import { formShown } from './shown.ts';

const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })));

type ShownAttachment = Attachment & { readonly mediaType: string };
type Props = {
  application: Application;
  attachments: readonly ShownAttachment[];
  shown: Shown;
  onShown: (next: Shown) => void;
};

const formTab = 'form-as-read';

/** The evidence: the form as read and every attachment, one a tab. */
export function EvidencePane({ application, attachments, shown, onShown }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const chosen = shown.sha256 ?? formTab;
  const show = (key: string) => onShown(key === formTab ? formShown : { ...formShown, sha256: key });
  const tabs = [formTab, ...attachments.map((attachment) => attachment.sha256)];
  const move = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.indexOf(chosen) + by];
    if (by !== 0 && next !== undefined) {
      event.preventDefault();
      show(next);
      document.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
    }
  };
  const tab = (key: string, label: string, title: string) => (
    <button
      key={key}
      type="button"
      role="tab"
      id={`tab-${key}`}
      data-tab={key}
      className={styles['tab']}
      ref={chosen === key ? showTab : undefined}
      aria-selected={chosen === key}
      aria-controls="evidence-view"
      tabIndex={chosen === key ? 0 : -1}
      title={title}
      onClick={() => show(key)}
    >
      {label}
    </button>
  );
  const attachment = attachments.find((one) => one.sha256 === chosen);
  return (
    <section className={styles['pane']} aria-label={t('evidence')}>
      {/* Arrow keys move between tabs (ARIA authoring practices, tabs). */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div role="tablist" aria-label={t('attachments')} className={styles['tabs']} onKeyDown={move}>
        {tab(formTab, t('form'), t('form'))}
        {attachments.map((one) =>
          tab(one.sha256, one.name.split('/').at(-1) ?? one.name, `${term(`attachment.${one.class}`)} · ${one.name}`),
        )}
      </div>
      <div id="evidence-view" role="tabpanel" aria-labelledby={`tab-${chosen}`} className={styles['view']} tabIndex={0}>
        {attachment === undefined ? (
          <FormView application={application} />
        ) : (
          <AttachmentView
            key={attachment.sha256}
            attachment={attachment}
            page={shown.target?.page ?? shown.page}
            onPage={(page) => onShown({ ...shown, page, target: null })}
          />
        )}
      </div>
    </section>
  );
}

function AttachmentView({
  attachment,
  page,
  onPage,
}: {
  attachment: ShownAttachment;
  page: number | null;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation('desk');
  const url = evidenceUrl(attachment.sha256);
  if (attachment.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<Center p="xl">{t('loadingPage')}</Center>}>
        <PdfView url={url} name={attachment.name} page={page} onPage={onPage} />
      </Suspense>
    );
  }
  if (attachment.mediaType.startsWith('image/') && attachment.mediaType !== 'image/svg+xml') {
    return <ImageView url={url} name={attachment.name} />;
  }
  return (
    <Stack align="center" p="xl">
      {attachment.problem !== null && (
        <StateMark tone="bad" icon="problem" text={t('attachmentProblem', { problem: attachment.problem })} />
      )}
      <Text>{attachment.name}</Text>
      <Text c="dimmed">{t('notShown')}</Text>
      <Anchor href={url} download={attachment.name.split('/').at(-1)}>
        {t('saveFile')}
      </Anchor>
    </Stack>
  );
}

/** A tab that is chosen from elsewhere (a citation) may lie outside the row's visible part. */
function showTab(tab: HTMLButtonElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
