import { useEffect, useState } from 'react';
import type { Attachment } from '#shared/domain/application.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import type { Panes, Shown } from './shown.ts';
import { citationOf, formShown, paneFor, putShown, showPlace } from './shown.ts';

type Files = { readonly file: string | undefined; readonly beside: string | undefined };
type Props = {
  attachments: readonly Attachment[];
  /** The files that the address names. */
  files: Files;
  /** Keeps the files that are open, so that they are there again after a reload. */
  onFiles: (files: Files) => void;
  /** Something was opened from outside the evidence. */
  onOpen: () => void;
};

/** What the evidence panes show, and the sheet's way to it. */
export function useEvidence({ attachments, files, onFiles, onOpen }: Props) {
  const [panes, setPanes] = useState<Panes>(() => ({ shown: shownOf(files), active: 0 }));
  const [first, second] = panes.shown;
  const file = first.sha256 ?? undefined;
  const beside = second === undefined ? undefined : (second.sha256 ?? formName);
  useEffect(() => {
    if (files.file !== file || files.beside !== beside) {
      onFiles({ file, beside });
    }
    // The address follows what is open, not the other way round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [file, beside]);
  const inUse = panes.shown[panes.active] ?? first;
  const open = (next: Shown) => {
    setPanes((before) => putShown(before, paneFor(before, next.sha256), next));
    onOpen();
  };
  const evidence: OpenEvidence = {
    current: inUse.sha256 === null ? null : { sha256: inUse.sha256, page: inUse.page },
    citation: citationOf(inUse, attachments),
    open: (place) => open(showPlace(place)),
    openProof: ({ source, attachment, page }) => {
      const isForm = attachment === null || attachments.some((one) => one.class === 'form' && one.sha256 === attachment);
      open(
        isForm
          ? { ...formShown, target: { page: null, region: null, row: source } }
          : showPlace({ sha256: attachment, page, note: page === null ? source : '' }),
      );
    },
    nameOf: (sha256) => attachments.find((attachment) => attachment.sha256 === sha256)?.name ?? sha256.slice(0, 8),
  };
  return { evidence, panes, setPanes };
}

/** How the address names the form as read in the second pane. */
const formName = 'form';

function shownOf({ file, beside }: Files): Panes['shown'] {
  const show = (name: string | undefined) =>
    name === undefined || name === formName ? formShown : showPlace({ sha256: name, page: null });
  return beside === undefined ? [show(file)] : [show(file), show(beside)];
}
