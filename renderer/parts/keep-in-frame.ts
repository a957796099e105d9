/**
 * Scrolls `frame`, and nothing around it, as little as shows `target` whole; of one that is larger than the frame, its beginning.
 * `scrollIntoView` would move everything around the frame too. `cover` is what lies over the frame's top, in pixels.
 */
export function keepInFrame(frame: HTMLElement, target: Element, cover = 0): void {
  const [inner, outer] = [target.getBoundingClientRect(), frame.getBoundingClientRect()];
  const by = (from: number, to: number, least: number, most: number) =>
    from < least ? from - least : Math.max(0, Math.min(to - most, from - least));
  const left = by(inner.left, inner.right, outer.left + frame.clientLeft, outer.left + frame.clientLeft + frame.clientWidth);
  const top = by(inner.top, inner.bottom, outer.top + frame.clientTop + cover, outer.top + frame.clientTop + frame.clientHeight);
  frame.scrollBy({ left, top, behavior: 'instant' });
}
