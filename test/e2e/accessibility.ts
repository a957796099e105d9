import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Waits until what fades, slides or changes its colour has done so; what turns for ever is left turning. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    // One that is taken away before its end has ended too.
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** What axe finds serious or critical on the page, or in the part of it that `within` selects: a line each, none if all is well. */
export async function seriousViolations(page: Page, within = 'html'): Promise<string[]> {
  await settled(page);
  // In the page itself, which has no foreign frames: a page that axe opened beside it would have no clock where a test holds it. The same
  // rules on the same elements, but only what broke one is described: to name each element that is well takes more than looking at it.
  const axe = new AxeBuilder({ page }).include(within).options({ resultTypes: ['violations'] });
  const { violations } = await axe.setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
