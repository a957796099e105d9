import { scrollIntoFrame } from './paper/scroll-into-frame.ts';

/** Brings the marked row of a view into the middle of its pane, or the beginning where nothing is marked. */
export function scrollToMark(view: HTMLElement | null): void {
  const frame = view?.closest('[data-evidence-focus]');
  const marked = view?.querySelector('[data-marked]') ?? null;
  if (!(frame instanceof HTMLElement)) {
    return;
  }
  if (marked === null) {
    frame.scrollTo({ top: 0 });
  } else {
    scrollIntoFrame(frame, marked);
  }
}
