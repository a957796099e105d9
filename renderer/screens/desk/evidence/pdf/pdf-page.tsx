import type { PDFPageProxy } from 'pdfjs-dist';
import { TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '../../open-evidence.ts';
import styles from '../evidence.module.css';
import type { Mark } from '../paper/paper.tsx';
import type { Selecting } from '../paper/selecting.ts';
import { Paper } from '../paper/paper.tsx';
import type { Turns } from '../paper/region.ts';
import type { Size } from '../paper/size.ts';
import { turnedSize } from '../paper/size.ts';
import { highlight, showHit } from './highlight.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageText } from './pdf-texts.ts';
import type { Hit } from './use-pdf-search.ts';

type Props = {
  pdf: OpenPdf;
  number: number;
  scale: number;
  turns: Turns;
  /** Upright, at scale 1. */
  size: Size;
  onSize: (size: Size) => void;
  hits: readonly Hit[];
  currentHit: Hit | null;
  marks: readonly Mark[];
  shown: { region: Region | null } | null;
  drawn: Region | null;
  selecting: Selecting | null;
};

type Layer = { readonly pieces: readonly HTMLElement[]; readonly text: PageText };

/** One page: drawn as sharp as the screen shows it, its text over it for selecting and searching. */
export function PdfPage({ pdf, number, scale, turns, size, onSize, hits, currentHit, ...marked }: Props) {
  const { t } = useTranslation('evidence');
  const picture = useRef<HTMLDivElement>(null);
  const texts = useRef<HTMLDivElement>(null);
  const [layer, setLayer] = useState<Layer | null>(null);
  useEffect(() => {
    const work = new AbortController();
    const draw = async () => {
      const page = await pdf.document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (picture.current === null || texts.current === null || work.signal.aborted) {
        return;
      }
      onSize({ width, height });
      const rotation = (page.rotate + turns * 90) % 360;
      await drawPicture({ page, scale, rotation, frame: picture.current, signal: work.signal });
      const text = await pdf.texts.page(number);
      if (!work.signal.aborted) {
        texts.current.replaceChildren();
        const textLayer = new TextLayer({
          textContentSource: text.content,
          container: texts.current,
          viewport: page.getViewport({ scale, rotation }),
        });
        await textLayer.render();
        setLayer({ pieces: textLayer.textDivs, text });
      }
    };
    draw().catch((error: unknown) => {
      if (!work.signal.aborted) {
        console.error('a page could not be drawn', error);
        picture.current?.replaceChildren(t('pageBroken', { page: number }));
      }
    });
    return () => work.abort();
    // `onSize` only reports; a new function must not draw the page again, nor another language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf, number, scale, turns]);
  useEffect(() => (layer === null ? undefined : highlight({ ...layer, hits, current: currentHit })), [layer, hits, currentHit]);
  useEffect(() => {
    if (layer !== null && currentHit !== null) {
      showHit({ ...layer, hit: currentHit });
    }
  }, [layer, currentHit]);
  const label = t('pageLabel', { page: number });
  const { width, height } = turnedSize(size, turns);
  return (
    <Paper label={label} size={{ width: width * scale, height: height * scale }} turns={turns} {...marked}>
      <div ref={picture} className={styles['picture']} role="img" aria-label={label} />
      {/* PDF.js measures its text with fonts of no language. */}
      <div ref={texts} lang="" className={styles['textLayer']} style={{ '--total-scale-factor': scale }} />
    </Paper>
  );
}

/** Draws beside what is on screen and then puts it in its place, so that zooming doesn't flash. */
async function drawPicture({
  page,
  scale,
  rotation,
  frame,
  signal,
}: {
  page: PDFPageProxy;
  scale: number;
  rotation: number;
  frame: HTMLElement;
  signal: AbortSignal;
}) {
  const natural = page.getViewport({ scale: 1 });
  // Browsers refuse canvases beyond some 16 million pixels; a drawing on A0 must not come out blank.
  const sharpest = Math.sqrt(16_000_000 / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(scale * window.devicePixelRatio, sharpest), rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  if (!signal.aborted) {
    frame.replaceChildren(canvas);
    frame.dataset['drawn'] = '';
  }
}
