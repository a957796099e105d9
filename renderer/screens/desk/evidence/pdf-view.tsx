import { ActionIcon, Center, NumberInput, Text, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowAutofitWidth, IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';
import type { OpenedPdf } from './open-pdf.ts';
import { usePdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

type Props = { url: string; name: string; page: number | null; onPage: (page: number) => void };

const gap = 12;

/** A PDF: pages one below the other, only those in view drawn; page number, zoom, fit to width. */
export function PdfView({ url, name, page, onPage }: Props) {
  const { t } = useTranslation('desk');
  const opened = usePdf(url);
  if (opened.kind === 'open') {
    return <Pages opened={opened} name={name} page={page} onPage={onPage} />;
  }
  return <Center p="xl">{opened.kind === 'loading' ? t('loadingPage') : t('pdfBroken')}</Center>;
}

function Pages({
  opened,
  name,
  page,
  onPage,
}: {
  opened: OpenedPdf & { kind: 'open' };
  name: string;
  page: number | null;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation('desk');
  const { document: pdf, firstPage } = opened;
  const { ref: sizeRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [sizes, setSizes] = useState<ReadonlyMap<number, { width: number; height: number }>>(new Map());
  const scale = zoom === 'fit' ? Math.max(0.2, (width - 24) / firstPage.width) : zoom;
  const sizeOf = (number: number) => sizes.get(number) ?? firstPage;
  const virtual = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(index + 1).height * scale + gap,
    overscan: 1,
    paddingStart: gap,
  });
  useEffect(() => virtual.measure(), [scale, sizes, virtual]);

  const items = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0) / 2;
  const seen = (items.find((item) => item.end > middle)?.index ?? 0) + 1;
  const reported = useRef<number | null>(null);
  // The place moves the view only when someone else moved it (a citation); the view's own reports come back unchanged.
  useEffect(() => {
    if (width > 0 && page !== null && page !== reported.current) {
      reported.current = page;
      virtual.scrollToIndex(page - 1, { align: 'start' });
    }
  }, [page, width, virtual]);
  useEffect(() => {
    if (width > 0 && reported.current !== seen && (page === null || reported.current !== null)) {
      reported.current = seen;
      onPage(seen);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [seen, width]);

  const goTo = (number: number) => virtual.scrollToIndex(Math.min(pdf.numPages, Math.max(1, number)) - 1, { align: 'start' });
  const tools = [
    { label: t('previousPage'), icon: IconChevronUp, act: () => goTo(seen - 1) },
    { label: t('nextPage'), icon: IconChevronDown, act: () => goTo(seen + 1) },
    { label: t('zoomOut'), icon: IconZoomOut, act: () => setZoom(Math.max(0.2, scale / 1.25)) },
    { label: t('zoomIn'), icon: IconZoomIn, act: () => setZoom(Math.min(6, scale * 1.25)) },
    { label: t('fitWidth'), icon: IconArrowAutofitWidth, act: () => setZoom('fit') },
  ];
  return (
    <div className={styles['document']}>
      <div className={styles['toolbar']} role="toolbar" aria-label={name}>
        <NumberInput
          aria-label={t('page')}
          size="xs"
          w={64}
          min={1}
          max={pdf.numPages}
          hideControls
          value={seen}
          onChange={(value) => typeof value === 'number' && goTo(value)}
        />
        <Text size="sm" className="numbers" mr="xs">
          {t('pageOf', { count: pdf.numPages })}
        </Text>
        {tools.map(({ label, icon: Icon, act }) => (
          <Tooltip label={label} key={label}>
            <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={act}>
              <Icon size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
        <Text size="sm" className="numbers">
          {Math.round(scale * 100)}%
        </Text>
      </div>
      <div
        ref={(element) => {
          scroller.current = element;
          sizeRef(element);
        }}
        className={styles['canvasArea']}
        role="region"
        aria-label={name}
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: firstPage.width * scale }}>
          {width > 0 &&
            items.map((item) => (
              <div key={item.key} style={{ position: 'absolute', insetInline: 0, top: item.start }}>
                <PdfPage
                  document={pdf}
                  number={item.index + 1}
                  scale={scale}
                  size={sizeOf(item.index + 1)}
                  onSize={(size) => {
                    const before = sizeOf(item.index + 1);
                    if (before.width !== size.width || before.height !== size.height) {
                      setSizes((known) => new Map(known).set(item.index + 1, size));
                    }
                  }}
                />
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}
