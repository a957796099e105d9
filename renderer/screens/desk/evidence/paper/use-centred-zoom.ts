import { useLayoutEffect, useRef } from 'react';

/** Keeps what is in the middle of a scrolling area there when it is shown larger or smaller. */
export function useCentredZoom(scroller: HTMLElement | null, scale: number): void {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const factor = scale / before.current;
    before.current = scale;
    if (scroller !== null && factor !== 1 && Number.isFinite(factor)) {
      const { clientWidth, clientHeight, scrollLeft, scrollTop } = scroller;
      scroller.scrollTo({
        left: (scrollLeft + clientWidth / 2) * factor - clientWidth / 2,
        top: (scrollTop + clientHeight / 2) * factor - clientHeight / 2,
      });
    }
  }, [scroller, scale]);
}
