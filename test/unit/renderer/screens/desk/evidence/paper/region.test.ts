import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turns } from '../../../../../../../renderer/screens/desk/evidence/paper/region.ts';
import {
  boxAfterKey,
  boxBetween,
  boxOf,
  regionOf,
  turned,
  turnsOf,
  upright,
} from '../../../../../../../renderer/screens/desk/evidence/paper/region.ts';
import { citationSchema } from '#shared/domain/sheet.ts';

const anyBox = fc
  .record({
    left: fc.double({ min: 0, max: 0.9, noNaN: true }),
    top: fc.double({ min: 0, max: 0.9, noNaN: true }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
  })
  .map(({ left, top, share }) => ({ left, top, width: (1 - left) * share, height: (1 - top) * share }));
const anyTurns = fc.integer({ min: -8, max: 8 }).map((quarters): Turns => turnsOf(quarters));

describe('a region of a page', () => {
  it('comes back upright however the page was turned when it was drawn', () => {
    fc.assert(
      fc.property(anyBox, anyTurns, (box, turns) => {
        const back = upright(turned(box, turns), turns);
        expect(back.left).toBeCloseTo(box.left);
        expect(back.top).toBeCloseTo(box.top);
        expect(back.width).toBeCloseTo(box.width);
        expect(back.height).toBeCloseTo(box.height);
      }),
    );
  });

  it('lies at the top right after a quarter turn to the right when it was at the top left', () => {
    expect(turned({ left: 0, top: 0, width: 0.2, height: 0.1 }, 1)).toEqual({ left: 0.9, top: 0, width: 0.1, height: 0.2 });
  });

  it('travels as decimals that the schema takes, to a ten-thousandth of the page', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const region = regionOf(box);
        expect(citationSchema.shape.region.safeParse(region).success).toBe(true);
        expect(boxOf(region).left).toBeCloseTo(box.left, 4);
      }),
    );
    expect(regionOf({ left: 1e-9, top: 0.1 + 0.2, width: 1, height: 0.5 })).toEqual({ left: '0', top: '0.3', width: '1', height: '0.5' });
  });

  it('is drawn from any corner and stays on the page; a click draws nothing', () => {
    expect(boxBetween({ x: 0.5, y: 0.75 }, { x: 0.25, y: 0.5 })).toEqual({ left: 0.25, top: 0.5, width: 0.25, height: 0.25 });
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 3, y: 2 })).toEqual({ left: 0.5, top: 0.5, width: 0.5, height: 0.5 });
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.501 })).toBeNull();
  });

  it('is moved and resized by arrow keys, never off the page', () => {
    const keys = fc.array(fc.record({ key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), resize: fc.boolean() }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(anyBox, keys, (first, presses) => {
        let box = first;
        for (const press of presses) {
          box = boxAfterKey(box, { ...press, step: 0.05 }) ?? box;
        }
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(box.width, box.height)).toBeGreaterThan(0);
      }),
    );
    expect(boxAfterKey({ left: 0, top: 0, width: 0.5, height: 0.5 }, { key: 'Enter', resize: false, step: 0.1 })).toBeNull();
  });
});
