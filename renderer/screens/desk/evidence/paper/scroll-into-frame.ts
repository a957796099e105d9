/**
 * Brings something into the middle of what scrolls around it. `scrollIntoView` would move everything around that, too, and with
 * it the window.
 */
export function scrollIntoFrame(frame: HTMLElement, target: { getBoundingClientRect: () => DOMRect }): void {
  const [inner, outer] = [target.getBoundingClientRect(), frame.getBoundingClientRect()];
  const shift = (from: number, size: number, frameFrom: number, frameSize: number) =>
    from >= frameFrom && from + size <= frameFrom + frameSize ? 0 : from + size / 2 - frameFrom - frameSize / 2;
  frame.scrollBy({
    left: shift(inner.left, Math.min(inner.width, outer.width), outer.left, outer.width),
    top: shift(inner.top, Math.min(inner.height, outer.height), outer.top, outer.height),
  });
}
