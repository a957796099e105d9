import { keepInFrame } from '../../parts/keep-in-frame.ts';

/**
 * Shows an item that was just opened: the row stays where it was clicked, however much the item that closed took away above it; then
 * the sheet scrolls as far as the item needs to be seen, its heading always.
 */
export function showOpened(item: HTMLElement | null, clickedAt: number | null): void {
  const frame = item?.closest<HTMLElement>('[data-sheet-frame]') ?? null;
  const row = item?.querySelector('button') ?? null;
  if (item === null || frame === null || row === null) {
    return;
  }
  if (clickedAt !== null) {
    frame.scrollBy({ top: row.getBoundingClientRect().top - clickedAt, behavior: 'instant' });
  }
  const heading = item.closest('section')?.querySelector('h2');
  keepInFrame(frame, item, heading?.offsetHeight ?? 0);
}
