import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

type Props = {
  document: PDFDocumentProxy;
  number: number;
  scale: number;
  size: { width: number; height: number };
  onSize: (size: { width: number; height: number }) => void;
};

/** One page, drawn as sharp as the screen shows it. */
export function PdfPage({ document: pdf, number, scale, size, onSize }: Props) {
  const { t } = useTranslation('desk');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let cancel = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const target = canvas.current;
      if (gone || target === null) {
        return;
      }
      onSize({ width: natural.width, height: natural.height });
      // Browsers refuse canvases beyond some 16 million pixels; a drawing on A0 must not come out blank.
      const sharpest = Math.sqrt(16_000_000 / (natural.width * natural.height));
      const viewport = page.getViewport({ scale: Math.min(scale * window.devicePixelRatio, sharpest) });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    draw().catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'RenderingCancelledException') && !gone) {
        console.error('a page could not be drawn');
      }
    });
    return () => {
      gone = true;
      cancel();
    };
    // `onSize` only reports; a new function must not draw the page again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf, number, scale]);
  return (
    <div className={styles['pdfPage']} style={{ width: size.width * scale, height: size.height * scale }}>
      <canvas ref={canvas} role="img" aria-label={t('pageLabel', { page: number })} />
    </div>
  );
}
