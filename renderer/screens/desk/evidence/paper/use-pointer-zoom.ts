import { useEffect, useRef } from 'react';

/** Zooms with the wheel while Ctrl is down (a touchpad's pinch arrives so too), as everywhere. */
export function usePointerZoom(scroller: HTMLElement | null, zoomBy: (steps: number) => void): void {
  const zoom = useRef(zoomBy);
  useEffect(() => {
    zoom.current = zoomBy;
  });
  useEffect(() => {
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom.current(Math.max(-1, Math.min(1, -event.deltaY / 100)));
      }
    };
    // React listens passively to wheels; the browser's own zoom has to be stopped.
    scroller?.addEventListener('wheel', turn, { passive: false });
    return () => scroller?.removeEventListener('wheel', turn);
  }, [scroller]);
}
