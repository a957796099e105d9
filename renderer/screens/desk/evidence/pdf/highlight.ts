import { scrollIntoFrame } from '../paper/scroll-into-frame.ts';
import type { PageText } from './pdf-texts.ts';
import type { Found } from './find-in-text.ts';

/** Ranges that the style sheet colours (`::highlight`); shared by all pages on screen. */
const painted = { hits: paint('evidence-hits', 0), current: paint('evidence-hit-in-turn', 1) };

function paint(name: string, priority: number): Highlight | null {
  // A browser without them still lists what was found and goes there.
  if (!('highlights' in CSS)) {
    return null;
  }
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** Colours what was found on a page whose text layer consists of `pieces`; what is returned takes the colours off again. */
export function highlight({
  pieces,
  text,
  hits,
  current,
}: {
  pieces: readonly HTMLElement[];
  text: PageText;
  hits: readonly Found[];
  current: Found | null;
}) {
  const laid: [Highlight | null, Range][] = [];
  for (const hit of hits) {
    const range = rangeOf(pieces, text, hit);
    if (range !== null) {
      laid.push([hit === current ? painted.current : painted.hits, range]);
    }
  }
  laid.forEach(([paint, range]) => paint?.add(range));
  return () => laid.forEach(([paint, range]) => paint?.delete(range));
}

/** Brings a hit into view. */
export function showHit({ pieces, text, hit }: { pieces: readonly HTMLElement[]; text: PageText; hit: Found }): void {
  const range = rangeOf(pieces, text, hit);
  const frame = range?.startContainer.parentElement?.closest('[data-evidence-focus]');
  if (range !== null && frame instanceof HTMLElement) {
    scrollIntoFrame(frame, range);
  }
}

function rangeOf(pieces: readonly HTMLElement[], { starts }: PageText, { start, end }: Found): Range | null {
  const from = placeOf(pieces, starts, start);
  const to = placeOf(pieces, starts, end - 1);
  if (from === null || to === null) {
    return null;
  }
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}

function placeOf(pieces: readonly HTMLElement[], starts: readonly number[], position: number): { node: Text; offset: number } | null {
  const index = starts.findLastIndex((start) => start <= position);
  const node = pieces[index]?.firstChild;
  const offset = position - (starts[index] ?? 0);
  return node instanceof Text && offset < node.length ? { node, offset } : null;
}
