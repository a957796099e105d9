import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Turns } from '../paper/region.ts';
import { boxOf, turned } from '../paper/region.ts';
import type { Size } from '../paper/size.ts';
import { turnedSize } from '../paper/size.ts';
import type { Target } from '../shown.ts';
import type { OpenPdf } from './open-pdf.ts';

const gap = 12;

type Props = {
  pdf: OpenPdf;
  scroller: HTMLElement | null;
  /** The frame has its size, so that places on the screen are known. */
  ready: boolean;
  scale: number;
  turns: Turns;
  target: Target | null;
  /** The page to begin with. */
  firstPage: number | null;
};

/** Which pages are in view and where, the page in the middle, and how to go to one. */
export function usePages({ pdf, scroller, ready, scale, turns, target, firstPage }: Props) {
  const { numPages } = pdf.document;
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const sizeOf = (number: number) => sizes.get(number) ?? pdf.firstPage;
  const heightOf = (number: number) => turnedSize(sizeOf(number), turns).height * scale + gap;
  const virtual = useVirtualizer({
    count: numPages,
    getScrollElement: () => scroller,
    estimateSize: (index) => heightOf(index + 1),
    overscan: 1,
    paddingStart: gap,
    // The last page can stand at the top too.
    paddingEnd: Math.max(gap, (scroller?.clientHeight ?? 0) - heightOf(numPages)),
    enabled: ready,
  });
  const items = virtual.getVirtualItems();
  const [offset, frameHeight] = [virtual.scrollOffset ?? 0, scroller?.clientHeight ?? 0];
  // A page that was gone to is the page in view, however small pages are shown; on large ones it is the one in the middle.
  const atTop = items.find((item) => item.end > offset);
  const probe = offset + Math.min(frameHeight, atTop?.size ?? frameHeight) / 2;
  const seen = (items.find((item) => item.end > probe)?.index ?? 0) + 1;
  // Where one is, as long as nothing else than scrolling changes it: a page and how far down in it the middle of the frame is.
  const place = useRef({ page: 1, share: 0 });
  useEffect(() => {
    const item = items.find(({ index }) => index === seen - 1);
    if (item !== undefined) {
      place.current = { page: seen, share: (offset + frameHeight / 2 - item.start) / item.size };
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [offset]);
  // What is in the middle stays there when pages become larger or turn.
  const space = useRef<HTMLDivElement>(null);
  const before = useRef({ scale, turns });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { scale, turns };
    if ((was.scale !== scale || was.turns !== turns) && space.current !== null) {
      const { page, share } = place.current;
      virtual.measure();
      // The space has to be as high as it will be before one can scroll there.
      space.current.style.height = `${virtual.getTotalSize()}px`;
      const start = virtual.getOffsetForIndex(page - 1, 'start')?.[0] ?? 0;
      virtual.scrollToOffset(start + share * heightOf(page) - frameHeight / 2);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scale, turns, virtual]);

  const begin = useRef(firstPage);
  const goTo = (number: number) => virtual.scrollToIndex(Math.min(numPages, Math.max(1, Math.trunc(number))) - 1, { align: 'start' });
  useEffect(() => {
    const wanted = target === null ? begin.current : target.page;
    if (!ready || wanted === null) {
      return;
    }
    begin.current = null;
    const page = Math.min(numPages, wanted);
    const start = virtual.getOffsetForIndex(page - 1, 'start')?.[0] ?? 0;
    const region = target?.region ?? null;
    const top = region === null ? 0 : turned(boxOf(region), turns).top * heightOf(page);
    // A region is shown with what stands above it.
    virtual.scrollToOffset(start + Math.max(0, top - 80));
    // Once for every place asked for, and not again for another zoom.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target, ready]);

  return {
    space,
    seen,
    goTo,
    height: virtual.getTotalSize(),
    width: Math.max(...items.map(({ index }) => turnedSize(sizeOf(index + 1), turns).width * scale), 0),
    items: items.map(({ index, start }) => {
      const number = index + 1;
      const size = sizeOf(number);
      return {
        number,
        top: start,
        size,
        onSize: (real: Size) => {
          if (real.width !== size.width || real.height !== size.height) {
            setSizes((known) => new Map(known).set(number, real));
            virtual.resizeItem(index, turnedSize(real, turns).height * scale + gap);
          }
        },
      };
    }),
  };
}
