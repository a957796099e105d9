import { Button, Center, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '#shared/domain/application.ts';
import { isHeavy } from '#shared/domain/file-problem.ts';
import { evidenceUrl } from '../../../app/files.ts';
import styles from './evidence.module.css';
import { FormView } from './form/form-view.tsx';
import { NotShown } from './not-shown.tsx';
import { ImageView } from './picture/image-view.tsx';
import type { FileMark } from './paper/use-region.ts';
import { PreviewView } from './preview-view.tsx';
import type { Shown } from './shown.ts';
import { formShown } from './shown.ts';
import { Tabs } from './tabs.tsx';
import type { ShownAttachment } from './view-props.ts';

// Loaded with the desk, not with the first PDF that is opened: the expert shouldn't wait for it.
const pdfView = import('./pdf/pdf-view.tsx');
const PdfView = lazy(() => pdfView.then((module) => ({ default: module.PdfView })));

/** Something the sheet cites. */
export type EvidenceMark = FileMark & { readonly sha256: string };

type Props = {
  /** `first` or `second`: two panes on one page. */
  name: string;
  label: string;
  round: string;
  application: Application;
  attachments: readonly ShownAttachment[];
  marks: readonly EvidenceMark[];
  shown: Shown;
  onShown: (change: (before: Shown) => Shown) => void;
  onUse: () => void;
  inUse: boolean;
  children: React.ReactNode;
};

/** One evidence pane: the form as read and every attachment, one a tab. */
export function EvidencePane({ name, label, round, application, attachments, marks, shown, onShown, onUse, inUse, children }: Props) {
  const attachment = attachments.find((one) => one.sha256 === shown.sha256);
  const view = `evidence-view-${name}`;
  /** Where one was in each file: coming back to it is coming back to the page. */
  const pages = useRef(new Map<string, number>());
  useEffect(() => {
    if (shown.sha256 !== null && shown.page !== null) {
      pages.current.set(shown.sha256, shown.page);
    }
  }, [shown.sha256, shown.page]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- notes that what is inside is in use
    <section
      className={styles['pane']}
      aria-label={label}
      data-evidence-pane={name}
      data-in-use={inUse ? '' : undefined}
      onFocus={onUse}
      onPointerDown={onUse}
    >
      <div className={styles['top']}>
        <Tabs
          pane={name}
          view={view}
          attachments={attachments}
          shown={shown.sha256}
          onShow={(sha256) =>
            onShown(() => ({ ...formShown, sha256, page: (sha256 === null ? undefined : pages.current.get(sha256)) ?? null }))
          }
        />
        {children}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside */}
      <div
        id={view}
        role="tabpanel"
        aria-labelledby={`tab-${name}-${shown.sha256 ?? 'form'}`}
        className={styles['view']}
        tabIndex={0}
        data-evidence-focus=""
        // Where the evidence is a drawer, its keys work from the moment it is open.
        data-autofocus=""
        // A region that was drawn and isn't wanted.
        onKeyDown={(event) => {
          if (event.key === 'Escape' && shown.drawn !== null && !event.defaultPrevented) {
            event.preventDefault();
            onShown((before) => ({ ...before, drawn: null }));
          }
        }}
      >
        {attachment === undefined ? (
          <FormView application={application} target={shown.target} />
        ) : (
          <AttachmentView
            key={attachment.sha256}
            {...{ round, application: application.id, attachment, shown }}
            url={evidenceUrl(attachment.sha256)}
            marks={marks.filter(({ sha256 }) => sha256 === attachment.sha256)}
            onChange={(change) => onShown((before) => (before.sha256 === attachment.sha256 ? { ...before, ...change } : before))}
          />
        )}
      </div>
    </section>
  );
}

type ViewedProps = React.ComponentProps<typeof PdfView> & { round: string; application: string };

/** Drawn by the page itself from the file's own bytes; other files are read for it first. */
function isDrawn({ mediaType }: ShownAttachment): boolean {
  return mediaType === 'application/pdf' || mediaType.startsWith('image/');
}

const previewed = ['docx', 'xlsx', 'txt', 'csv'];

function AttachmentView({ round, application, ...view }: ViewedProps) {
  const { t } = useTranslation('evidence');
  const { attachment, url, shown } = view;
  const [anyway, setAnyway] = useState(false);
  if (isHeavy(attachment.problem) && !anyway && isDrawn(attachment)) {
    return (
      <NotShown attachment={attachment} url={url}>
        <Text>{t('heavy')}</Text>
        <Button variant="default" h={44} onClick={() => setAnyway(true)}>
          {t('showAnyway')}
        </Button>
      </NotShown>
    );
  }
  if (attachment.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<Center p="xl">{t('loading')}</Center>}>
        <PdfView {...view} />
      </Suspense>
    );
  }
  if (attachment.mediaType.startsWith('image/') && attachment.mediaType !== 'image/svg+xml') {
    return <ImageView {...view} />;
  }
  return previewed.includes(attachment.name.split('.').at(-1)?.toLowerCase() ?? '') ? (
    <PreviewView {...{ round, application, attachment, url }} target={shown.target} />
  ) : (
    <NotShown attachment={attachment} url={url} />
  );
}
