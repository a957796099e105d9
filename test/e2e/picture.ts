import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';

/** Pictures are for people's eyes and prove nothing: they are taken where somebody wants them, `LINPING_PICTURES=1 npm run test:e2e`. */
const wanted = process.env['LINPING_PICTURES'] !== undefined;

/** Keeps a picture of the page, as it is when nothing moves any more, at a path below `test-artifacts/`. */
export async function takePicture(page: Page, path: string): Promise<void> {
  if (wanted) {
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path, animations: 'disabled' });
  }
}
