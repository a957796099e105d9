import type { Page } from 'playwright-core';

/**
 * What does not fit on the page as it is shown: it is wider or higher than its window; text or a control stands where no scrolling leads;
 * a word or a typed value is cut without a sign; a text has a column of a few characters; a control lies over another.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(lookForMisfits);
}

/** Runs in the page. */
function lookForMisfits(): string[] {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  const slack = 1.5;
  const controls = 'button, a[href], input, select, textarea, [role="button"], [role="tab"], [role="checkbox"], [role="radio"], summary';
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });

  const forEars = new Map<Element, boolean>();
  /** For the eye of a screen reader only. */
  const isForEars = (element: Element): boolean => {
    const known = forEars.get(element) ?? looksForEars(element);
    forEars.set(element, known);
    return known;
  };
  const looksForEars = (element: Element): boolean => {
    const { clip, clipPath, position } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const hidden = (clip !== 'auto' || clipPath !== 'none' || (width <= 1 && height <= 1)) && position === 'absolute';
    return hidden || (element.parentElement !== null && isForEars(element.parentElement));
  };

  /** Within which bounds an element can be seen at all, by scrolling whatever scrolls: what cuts it off inside of that cuts it off for good. */
  const reachable = (element: Element): { left: number; right: number; top: number; bottom: number } => {
    const box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    const scrolls = { x: false, y: false };
    let at: Element | null = element;
    while (at !== null && getComputedStyle(at).position !== 'fixed' && at.parentElement !== null) {
      at = at.parentElement;
      const { overflowX, overflowY } = getComputedStyle(at);
      const edges = at.getBoundingClientRect();
      scrolls.x ||= /auto|scroll/.test(overflowX);
      scrolls.y ||= /auto|scroll/.test(overflowY);
      if (!scrolls.x && /hidden|clip/.test(overflowX)) {
        box.left = Math.max(box.left, edges.left);
        box.right = Math.min(box.right, edges.right);
      }
      if (!scrolls.y && /hidden|clip/.test(overflowY)) {
        box.top = Math.max(box.top, edges.top);
        box.bottom = Math.min(box.bottom, edges.bottom);
      }
    }
    return {
      left: scrolls.x ? box.left : Math.max(box.left, 0),
      right: scrolls.x ? box.right : Math.min(box.right, clientWidth),
      top: scrolls.y ? box.top : Math.max(box.top, 0),
      bottom: scrolls.y ? box.bottom : Math.min(box.bottom, clientHeight),
    };
  };

  const ownText = (element: Element): string =>
    [...element.childNodes]
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : []))
      .join('')
      .trim();
  const named = (element: Element): string => {
    const label = element instanceof HTMLElement ? (element.ariaLabel ?? '') : '';
    return `${element.tagName.toLowerCase()} “${(label || (element.textContent ?? '').trim() || element.getAttribute('placeholder') || element.id).slice(0, 30)}”`;
  };

  const all = [...document.querySelectorAll('body *')].filter(
    (element) => shown(element) && !(element instanceof SVGElement) && !isForEars(element),
  );
  const pressed = all.filter((element) => element.matches(controls));
  const written = all.filter((element) => ownText(element) !== '' && !element.matches('option, script, style'));
  const faults = [
    ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px wider than its window`] : []),
    ...(scrollHeight > clientHeight ? [`${scrollHeight - clientHeight} px higher than its window`] : []),
  ];

  for (const element of new Set([...pressed, ...written])) {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    // Left of everything stands what only the keyboard brings in.
    if (width === 0 || height === 0 || right < -1000) {
      continue;
    }
    const style = getComputedStyle(element);
    const marked = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    // Whoever cuts its text with a sign (…) has the rest elsewhere; so has what stands inside of it.
    const cutWithSign = marked || (element.parentElement !== null && getComputedStyle(element.parentElement).textOverflow === 'ellipsis');
    const room = reachable(element);
    if (
      !cutWithSign &&
      (left < room.left - slack || right > room.right + slack || top < room.top - slack || bottom > room.bottom + slack)
    ) {
      faults.push(`out of sight: ${named(element)} ${Math.round(left)}–${Math.round(right)} × ${Math.round(top)}–${Math.round(bottom)}`);
    }
    const clips = /hidden|clip/.test(style.overflowX) && !cutWithSign;
    if (ownText(element) !== '' && clips && element.scrollWidth > element.clientWidth + slack) {
      faults.push(`cut: ${named(element)}`);
    }
  }

  for (const field of pressed) {
    if (
      !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) ||
      ['checkbox', 'radio', 'file', 'range'].includes(field.type)
    ) {
      continue;
    }
    const em = Number.parseFloat(getComputedStyle(field).fontSize);
    if (field.clientWidth > 1 && field.clientWidth < 3 * em) {
      faults.push(`narrow field: ${named(field.closest('[role="group"]') ?? field)} ${field.clientWidth} px`);
    }
  }

  // A column that is narrower than its words: many lines of a few characters each.
  for (const element of written) {
    const text = ownText(element);
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    const { fontSize } = getComputedStyle(element);
    const { width } = element.getBoundingClientRect();
    if (text.length >= 4 && lines >= 3 && width < 3.2 * Number.parseFloat(fontSize)) {
      faults.push(`narrow column: ${named(element)} ${Math.round(width)} px, ${lines} lines`);
    }
  }

  // What is pressed in its middle is itself, or belongs together with what is there.
  for (const control of pressed) {
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const inFrames = (at: Element | null): boolean => {
      if (at === null) {
        return true;
      }
      const edges = at.getBoundingClientRect();
      const scrolls = /auto|scroll|hidden|clip/.test(getComputedStyle(at).overflow);
      return (!scrolls || (x > edges.left && x < edges.right && y > edges.top && y < edges.bottom)) && inFrames(at.parentElement);
    };
    if (width < 4 || height < 4 || x < 0 || y < 0 || x > clientWidth || y > clientHeight || !inFrames(control.parentElement)) {
      continue;
    }
    const hit = document.elementFromPoint(x, y)?.closest(controls) ?? null;
    // What floats lies over what scrolls below it, but not over what floats with it.
    const floatsAbove = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null && !at.contains(control); at = at.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) {
          return true;
        }
      }
      return false;
    };
    const belongs = hit === null || hit === control || hit.contains(control) || control.contains(hit) || floatsAbove(hit);
    const sameLabel = hit !== null && hit.closest('label') !== null && hit.closest('label') === control.closest('label');
    // A field with a button of its own in it (clear, show the passphrase) is one thing.
    const sameField =
      hit !== null &&
      hit.closest('.mantine-Input-wrapper') !== null &&
      hit.closest('.mantine-Input-wrapper') === control.closest('.mantine-Input-wrapper');
    if (!belongs && !sameLabel && !sameField) {
      faults.push(`covered: ${named(control)} by ${hit === null ? '' : named(hit)}`);
    }
  }
  return [...new Set(faults)];
}
