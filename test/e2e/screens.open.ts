import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '#shared/api/workspace.ts';
import { launchBrowser } from '../browser.ts';
import { createWorkspaceAs, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/screens');

let folder: string;
let browser: Browser;
let sitting: Sitting;
/** The screens by name, each with the address it has in this workspace. */
let screens: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linping-screens-'));
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '练习者（虚构）', folder, pictures });
  const { page } = sitting;
  await createWorkspaceAs(sitting);
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('示例批次');
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.waitForURL(/setup/);
  const setup = addressOf(page.url());
  await page.goto('/#/');
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page
    .getByText(/^继续评审/)
    .first()
    .click({ timeout: 60_000 });
  await page.waitForURL(/desk/);
  const desk = addressOf(page.url());
  const round = desk.replace(/\/desk\/.*/, '');
  screens = {
    rounds: '/',
    settings: '/settings',
    ...Object.fromEntries(setupSteps.map((step) => [`setup-${step}`, `${setup}?step=${step}`])),
    declarations: `${round}/declarations`,
    applications: `${round}/applications`,
    'desk-document': desk,
    'desk-visit': desk.replace(/document$/, 'visit'),
    'desk-roadshow': desk.replace(/document$/, 'roadshow'),
    submission: `${round}/submission`,
    merge: `${round}/merge`,
    ranking: `${round}/ranking`,
  };
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const setupSteps = ['basics', 'rubric', 'rules', 'panel', 'applications', 'assignments', 'issue'] as const;

/** The part of an address that names the screen. */
function addressOf(url: string): string {
  return new URL(url).hash.replace(/^#/, '').replace(/\?.*/, '');
}

/** axe looks at each colour scheme, language and width once; pictures are kept of all four. */
const looks = [
  { language: 'zh', colours: 'light', width: 1280, height: 800, axe: true },
  { language: 'en', colours: 'dark', width: 1280, height: 800, axe: false },
  { language: 'zh', colours: 'light', width: 400, height: 860, axe: false },
  { language: 'en', colours: 'dark', width: 400, height: 860, axe: true },
] as const;

describe.each(looks)('every screen in $language, $colours, $width pixels wide', ({ language, colours, width, height, axe }) => {
  beforeAll(async () => {
    await sitting.page.setViewportSize({ width, height });
    await sitting.page.evaluate(saveSettings, { language, colours, textSize: 'standard' } satisfies Settings);
  });

  test('fits its window and axe finds nothing serious', async () => {
    const { page, look } = sitting;
    const faults: string[] = [];
    for (const [name, address] of Object.entries(screens)) {
      await page.goto(`/#${address}`);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await look(`${name}-${language}-${colours}-${width}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) {
        faults.push(`${name}: ${overflow} px wider than its window`);
      }
      faults.push(...(axe ? await seriousViolations(page) : []).map((violation) => `${name}: ${violation}`));
    }
    expect(faults).toEqual([]);
  });
});

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});

async function saveSettings(settings: Settings): Promise<void> {
  const answer = await fetch('/api/workspace/saveSettings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: settings }),
  });
  if (!answer.ok) {
    throw new Error(`the settings were not saved: ${answer.status}`);
  }
}
