import { NumberInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceKeyOf } from '../evidence-keys.ts';
import styles from '../evidence.module.css';
import type { Turns } from '../paper/region.ts';
import { turnedSize } from '../paper/size.ts';
import { ScrollFrame } from '../paper/scroll-frame.tsx';
import { useFrameSize } from '../paper/use-frame-size.ts';
import { usePointerZoom } from '../paper/use-pointer-zoom.ts';
import { useRegion } from '../paper/use-region.ts';
import { useZoom } from '../paper/use-zoom.ts';
import { useZoomTools } from '../paper/zoom-tools.ts';
import type { Tool } from '../toolbar.tsx';
import { Toolbar, toolKeys } from '../toolbar.tsx';
import type { ViewProps } from '../view-props.ts';
import type { OpenPdf } from './open-pdf.ts';
import { type Side, usePageTools, useSideTools } from './pdf-tools.ts';
import { PdfPage } from './pdf-page.tsx';
import { SearchPanel } from './search-panel.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { usePages } from './use-pages.ts';
import type { Hit, PdfSearch } from './use-pdf-search.ts';
import { usePdfSearch } from './use-pdf-search.ts';

/** An open PDF: its pages one below the other, with page number, zoom, rotation, thumbnails and search. */
export function PdfDocument({ pdf, attachment, shown, onChange, marks }: ViewProps & { pdf: OpenPdf }) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const frame = useFrameSize(scroller);
  const [turns, setTurns] = useState<Turns>(0);
  const [side, setSide] = useState<Side>(null);
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text, 250);
  const { search, go } = usePdfSearch(pdf, side === 'search' ? query : '');
  const zoom = useZoom({ frame, content: turnedSize(pdf.firstPage, turns), margin: 24, first: 'width' });
  const pages = usePages({ pdf, scroller, ready: frame.width > 0, scale: zoom.scale, turns, target: shown.target, firstPage: shown.page });
  const region = useRegion({ shown, onChange, marks, onEnd: () => scroller?.focus({ preventScroll: true }) });
  usePointerZoom(scroller, zoom.zoomBy);
  const { seen, goTo } = pages;
  useEffect(() => {
    if (frame.width > 0) {
      onChange({ page: seen });
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [seen, frame.width > 0]);
  const { hit, hitsByPage } = useShownHits(search, goTo);
  const numberField = useRef<HTMLInputElement>(null);
  const closeSide = () => {
    setSide(null);
    scroller?.focus({ preventScroll: true });
  };
  const tools: Tool[] = [
    ...usePageTools({ seen, count: pdf.document.numPages, goTo }),
    ...useZoomTools({ zoom, turns, onTurns: setTurns }),
    region.tool,
    ...useSideTools({ side, onSide: setSide }),
  ];
  const keys = toolKeys(tools);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['document']}
      onKeyDown={(event) => {
        const action = evidenceKeyOf(event)?.action;
        if (action === 'searchAnywhere') {
          event.preventDefault();
          setSide('search');
        } else if (action === 'goTo') {
          event.preventDefault();
          numberField.current?.select();
        } else {
          keys(event);
        }
      }}
    >
      <Toolbar label={attachment.name} tools={tools}>
        <PageNumber field={numberField} page={seen} count={pdf.document.numPages} onPage={goTo} />
        <Text size="sm" className="numbers">
          {Math.round(zoom.scale * 100)}%
        </Text>
      </Toolbar>
      {region.hint !== null && <p className={styles['hint']}>{region.hint}</p>}
      <div className={styles['beside']}>
        {side === 'thumbnails' && <Thumbnails pdf={pdf} page={seen} onPage={goTo} />}
        {side === 'search' && (
          <SearchPanel search={search} pages={pdf.document.numPages} text={text} onText={setText} onGo={go} onClose={closeSide} />
        )}
        <ScrollFrame ref={setScroller} label={attachment.name}>
          <div ref={pages.space} style={{ height: pages.height, position: 'relative', minWidth: pages.width }}>
            {pages.items.map(({ number, top, size, onSize }) => (
              <div key={number} style={{ position: 'absolute', insetInline: 0, top }}>
                <PdfPage
                  {...{ pdf, number, turns, size, onSize }}
                  scale={zoom.scale}
                  hits={hitsByPage.get(number) ?? noHits}
                  currentHit={hit?.page === number ? hit : null}
                  {...region.on(number)}
                />
              </div>
            ))}
          </div>
        </ScrollFrame>
      </div>
    </div>
  );
}

/** The hit one is at, and all by page; a new one is gone to. */
function useShownHits(search: PdfSearch, goTo: (page: number) => void) {
  const hitsByPage = useMemo(() => byPage(search.hits), [search.hits]);
  const hit = search.hits[search.current] ?? null;
  useEffect(() => {
    if (hit !== null) {
      goTo(hit.page);
    }
    // Only a new hit goes there, not every new way of going.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hit?.page, hit?.start]);
  return { hit, hitsByPage };
}

type NumberProps = { field: RefObject<HTMLInputElement | null>; page: number; count: number; onPage: (page: number) => void };

/** Which page of how many; another is typed. */
function PageNumber({ field, page, count, onPage }: NumberProps) {
  const { t } = useTranslation('evidence');
  return (
    <>
      <NumberInput
        ref={field}
        aria-label={t('page')}
        aria-keyshortcuts="g"
        size="xs"
        w={60}
        min={1}
        max={count}
        hideControls
        value={page}
        onChange={(value) => typeof value === 'number' && value >= 1 && onPage(value)}
      />
      <Text size="sm" className="numbers" mr={4}>
        {t('pageOf', { count })}
      </Text>
    </>
  );
}

const noHits: readonly Hit[] = [];

function byPage(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const pages = new Map<number, Hit[]>();
  for (const hit of hits) {
    pages.set(hit.page, [...(pages.get(hit.page) ?? []), hit]);
  }
  return pages;
}
