import { useRef } from 'react';

type Start = { readonly x: number; readonly y: number; readonly left: number; readonly top: number };

/** Moves what is in a scrolling area by dragging it with the mouse; a finger scrolls by itself. */
export function useDragToPan(scroller: HTMLElement | null) {
  const start = useRef<Start | null>(null);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (scroller !== null && event.pointerType === 'mouse' && event.button === 0) {
        start.current = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
        event.currentTarget.setPointerCapture(event.pointerId);
      }
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (scroller !== null && start.current !== null) {
        scroller.scrollTo({
          left: start.current.left + start.current.x - event.clientX,
          top: start.current.top + start.current.y - event.clientY,
        });
      }
    },
    onPointerUp: () => {
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
