import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/domain/application.ts';
import { keepInFrame } from '../../../parts/keep-in-frame.ts';
import styles from './evidence.module.css';

type Props = {
  pane: string;
  /** The id of what the tabs control. */
  view: string;
  attachments: readonly Attachment[];
  shown: string | null;
  onShow: (sha256: string | null) => void;
};

/** A tab for the form as read and for every attachment; the arrow keys move between them (ARIA authoring practices, tabs). */
export function Tabs({ pane, view, attachments, shown, onShow }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const tabs = [
    { sha256: null, label: t('form'), title: t('form') },
    ...attachments.map(({ sha256, name, class: kind }) => ({
      sha256,
      label: name.split('/').at(-1) ?? name,
      title: `${term(`attachment.${kind}`)} · ${name}`,
    })),
  ];
  const idOf = (sha256: string | null) => `tab-${pane}-${sha256 ?? 'form'}`;
  const move = (event: React.KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key];
    const at = tabs.findIndex(({ sha256 }) => sha256 === shown);
    const next = by === undefined ? undefined : tabs[Math.min(tabs.length - 1, Math.max(0, at + by))];
    if (next !== undefined) {
      event.preventDefault();
      onShow(next.sha256);
      document.getElementById(idOf(next.sha256))?.focus();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus
    <div role="tablist" aria-label={t('attachments')} className={styles['tabs']} onKeyDown={move}>
      {tabs.map(({ sha256, label, title }) => (
        <button
          key={sha256 ?? 'form'}
          type="button"
          role="tab"
          id={idOf(sha256)}
          className={styles['tab']}
          ref={shown === sha256 ? showTab : undefined}
          aria-selected={shown === sha256}
          aria-controls={view}
          tabIndex={shown === sha256 ? 0 : -1}
          title={title}
          onClick={() => onShow(sha256)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** A tab that is chosen from elsewhere (a citation) may lie outside the row's visible part. */
function showTab(tab: HTMLButtonElement | null): void {
  const row = tab?.parentElement;
  if (tab !== null && row !== null && row !== undefined) {
    keepInFrame(row, tab);
  }
}
