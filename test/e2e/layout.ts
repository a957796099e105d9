import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Settings } from '#shared/api/workspace.ts';

/** Waits until the page is no wider than its window; after a resize the page lays itself out anew. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
    .toBeLessThanOrEqual(0);
}

/** Waits until everything that `selector` finds and that is shown is as large, on those sides, as a thumb needs it. */
export async function expectTouchable(page: Page, { selector, sides }: { selector: string; sides: readonly Side[] }): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll<HTMLElement>(wanted.selector)].flatMap((target) => {
            const size = target.getBoundingClientRect();
            const small = size.height > 0 && wanted.sides.some((side) => size[side] < 43.5);
            return small ? [`${target.tagName} ${target.ariaLabel ?? target.textContent.slice(0, 20)} ${size.width}×${size.height}`] : [];
          }),
        { selector, sides },
      ),
    )
    .toEqual([]);
}

type Side = 'width' | 'height';

/** Saves settings as the page's settings do; they show after a reload. */
export async function saveSettings(page: Page, settings: Settings): Promise<void> {
  await page.evaluate(async (wanted) => {
    const answer = await fetch('/api/workspace/saveSettings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: wanted }),
    });
    if (!answer.ok) {
      throw new Error(`the settings were not saved: ${answer.status}`);
    }
  }, settings);
}
