import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../evidence.module.css';
import type { OpenPdf } from './open-pdf.ts';

type Props = { pdf: OpenPdf; page: number; onPage: (page: number) => void };

const width = 96;

/** The pages in small beside the page in view; only those in view are drawn. */
export function Thumbnails({ pdf, page, onPage }: Props) {
  const { t } = useTranslation('evidence');
  const scroller = useRef<HTMLElement>(null);
  const height = Math.round((width / pdf.firstPage.width) * pdf.firstPage.height);
  const virtual = useVirtualizer({
    count: pdf.document.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + 34,
    overscan: 2,
  });
  useEffect(() => virtual.scrollToIndex(page - 1), [page, virtual]);
  // Keys come faster than the pages follow.
  const wanted = useRef(page);
  useEffect(() => {
    wanted.current = page;
  }, [page]);
  // The arrow keys walk through the pages, and the focus goes along once the page that was asked for is there.
  const follow = useRef(false);
  useEffect(() => {
    const current = page === wanted.current && scroller.current?.querySelector<HTMLElement>('[aria-current]');
    if (follow.current && current) {
      follow.current = false;
      current.focus();
    }
  });
  const walk = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      wanted.current = Math.min(pdf.document.numPages, Math.max(1, wanted.current + by));
      follow.current = true;
      onPage(wanted.current);
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav ref={scroller} className={styles['side']} aria-label={t('thumbnails')} onKeyDown={walk}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <button
            key={key}
            type="button"
            className={styles['thumbnail']}
            style={{ top: start }}
            aria-label={t('pageLabel', { page: index + 1 })}
            aria-current={page === index + 1 ? 'page' : undefined}
            tabIndex={page === index + 1 ? 0 : -1}
            onClick={() => onPage(index + 1)}
          >
            <Thumbnail pdf={pdf} number={index + 1} height={height} />
            <span aria-hidden>{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

function Thumbnail({ pdf, number, height }: { pdf: OpenPdf; number: number; height: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let cancel: (() => void) | null = null;
    let gone = false;
    const draw = async () => {
      const page = await pdf.document.getPage(number);
      const target = canvas.current;
      if (gone || target === null) {
        return;
      }
      const natural = page.getViewport({ scale: 1 });
      const scale = Math.min(width / natural.width, height / natural.height) * window.devicePixelRatio;
      const viewport = page.getViewport({ scale });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    // A page that can't be drawn says so where it is shown large.
    draw().catch(() => {});
    return () => {
      gone = true;
      cancel?.();
    };
  }, [pdf, number, height]);
  return <canvas ref={canvas} style={{ maxWidth: width, maxHeight: height }} aria-hidden />;
}
