import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations, settled } from './accessibility.ts';
import { saveSettings } from './layout.ts';
import { misfits } from './misfits.ts';
import { chooseFiles, createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/screens');

let folder: string;
let browser: Browser;
let sitting: Sitting;
/** Somebody who has no workspace yet. */
let newcomer: Sitting;
let desk: string;
/** The screens behind the door by name, each with the address it has in this workspace. */
let screens: Record<string, Screen> = {};
/** The router's routes that were looked at. */
const seen = new Set<string>();

type Screen = {
  readonly address: string;
  /** What is done before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
};

beforeAll(async () => {
  folder = makeFolder('screens');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '练习者（虚构）', folder, pictures });
  const { page } = sitting;
  await createWorkspaceAs(sitting);
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('示例批次');
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.waitForURL(/setup/);
  const setup = addressOf(page.url());
  const handedIn = join(folder, '示例职业培训学校');
  await cp(new URL('../fixtures/samples/01-示例职业培训学校', import.meta.url), handedIn, { recursive: true });
  await page.getByRole('tab', { name: '申报单位' }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择材料文件夹' }), handedIn);
  await page.getByRole('link', { name: /^核对/ }).click();
  await page.waitForURL(/intake/);
  const intake = addressOf(page.url());
  await page.goto('/#/');
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page
    .getByText(/^继续评审/)
    .first()
    .click();
  await page.waitForURL(/desk/);
  desk = addressOf(page.url());
  const round = desk.replace(/\/desk\/.*/, '');
  const application = /desk\/([^/]+)/.exec(desk)?.[1] ?? '';
  const addresses = {
    rounds: '/',
    settings: '/settings',
    ...Object.fromEntries(setupSteps.map((step) => [`setup-${step}`, `${setup}?step=${step}`])),
    intake,
    declarations: `${round}/declarations`,
    overview: `${round}/overview`,
    applications: `${round}/applications`,
    'desk-document': desk,
    'desk-roadshow': desk.replace(/document$/, 'roadshow'),
    visit: `${round}/visit/${application}`,
    visits: `${round}/visits/${application}`,
    roadshow: `${round}/roadshow`,
    clock: `/clock/${round.replace('/rounds/', '')}`,
    submission: `${round}/submission`,
    merge: `${round}/merge`,
    ranking: `${round}/ranking`,
    result: `${round}/result`,
  };
  screens = {
    ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, { address }])),
    'desk-pdf': { address: desk, prepare: openPdf },
    'desk-keys': { address: desk, prepare: openHelp },
  };
  newcomer = await sitDown(browser, { name: '新来者（虚构）', folder, pictures });
});

afterAll(async () => {
  await sitting.end();
  await newcomer.end();
  await browser.close();
  await removeFolder(folder);
});

const setupSteps = ['basics', 'rubric', 'rules', 'panel', 'applications', 'assignments', 'issue'] as const;

/** The part of an address that names the screen. */
function addressOf(url: string): string {
  return new URL(url).hash.replace(/^#/, '').replace(/\?.*/, '');
}

let loads = 0;

/** Loads the page at an address, once: a new number in its query makes it a new page, where another hash alone would be a step within it. */
async function openAnew(page: Page, address: string): Promise<void> {
  loads += 1;
  await page.goto(`/?load=${loads}#${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

const large = { width: 1920, height: 1080 } as const;
/** axe looks at each colour scheme, language and width once; pictures are of all five. `wide`: a second width that everything fits, too. */
const looks = [
  { language: 'zh', colours: 'light', width: 1280, height: 800, axe: true, wide: large },
  { language: 'en', colours: 'dark', width: 1280, height: 800, axe: false, wide: large },
  { language: 'en', colours: 'light', width: 768, height: 1024, axe: false, wide: null },
  { language: 'zh', colours: 'light', width: 400, height: 860, axe: false, wide: null },
  { language: 'en', colours: 'dark', width: 400, height: 860, axe: true, wide: null },
] as const;

describe.each(looks)('every screen in $language, $colours, $width pixels wide', ({ language, colours, width, height, axe, wide }) => {
  beforeAll(async () => {
    await sitting.page.setViewportSize({ width, height });
    await saveSettings(sitting.page, { language, colours, textSize: 'standard' });
  });

  test('fits its window and axe finds nothing serious', async () => {
    const { page, look } = sitting;
    const faults: string[] = [];
    for (const [name, { address, prepare }] of Object.entries(screens)) {
      await openAnew(page, address);
      await prepare?.(page);
      seen.add((await routes(page)).here);
      await settled(page);
      await look(`${name}-${language}-${colours}-${width}`);
      faults.push(...(await misfits(page)).map((fault) => `${name}: ${fault}`));
      if (wide !== null) {
        await page.setViewportSize(wide);
        faults.push(...(await misfits(page)).map((fault) => `${name} at ${wide.width}: ${fault}`));
        await page.setViewportSize({ width, height });
      }
      faults.push(...(axe ? await seriousViolations(page) : []).map((violation) => `${name}: ${violation}`));
    }
    expect(faults).toEqual([]);
  });

  test('so do the doors: to a workspace that is locked, and to none yet', async () => {
    const faults: string[] = [];
    const check = async (name: string, { page, look }: Sitting) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(`${name}-${language}-${colours}-${width}`);
      faults.push(...(axe ? await seriousViolations(page) : []).map((violation) => `${name}: ${violation}`));
    };
    // The last screen may have a dialog open.
    await sitting.page.goto('/#/');
    await sitting.page.reload();
    await sitting.page.getByRole('button', { name: /^(锁定|Lock)$/ }).click();
    await sitting.page.getByRole('button', { name: /^(打开工作区|Open workspace)$/ }).waitFor();
    await check('unlock', sitting);
    await sitting.page
      .getByLabel(/口令|Passphrase/)
      .first()
      .fill(passphrase);
    await sitting.page.keyboard.press('Enter');
    await sitting.page.getByRole('button', { name: /^(锁定|Lock)$/ }).waitFor();
    const { page } = newcomer;
    await page.setViewportSize({ width, height });
    await page.evaluate(
      (settings) => localStorage.setItem('linping.appearance', settings),
      JSON.stringify({ language, colours, textSize: 'standard' }),
    );
    await page.reload();
    await check('create', newcomer);
    expect(faults).toEqual([]);
  });
});

/** Each breaks a page in a way that was once seen, and says what is to be found then. */
const breaks = [
  {
    what: 'a field ten pixels wide',
    screen: 'visit',
    style: '[data-measurement] > :first-child { flex: 0 0 10px !important; min-width: 0; }',
    found: /narrow field/,
  },
  {
    what: 'a button outside the window',
    screen: 'desk-roadshow',
    style: '[aria-keyshortcuts="j"] { transform: translateX(60px); }',
    found: /out of sight: button “下一项/,
  },
  {
    what: 'a button below the window',
    screen: 'desk-roadshow',
    style: '[aria-keyshortcuts="k"] { transform: translateY(31px); }',
    found: /out of sight: button “上一项/,
  },
  { what: 'a title in a column of two characters', screen: 'rounds', style: 'h1 { width: 1.2em; }', found: /narrow column: h1/ },
  {
    what: 'a name that is cut',
    screen: 'settings',
    style: 'h1 { width: 1em; overflow: hidden; text-wrap: nowrap !important; text-overflow: clip !important; }',
    found: /cut: h1/,
  },
  {
    what: 'a button under another',
    screen: 'desk-roadshow',
    style: '[aria-keyshortcuts="k"], [aria-keyshortcuts="j"] { position: absolute !important; left: 50%; top: 50%; }',
    found: /covered/,
  },
] as const;

test.each(breaks)('the look at every screen would find $what', async ({ screen, style, found }) => {
  const { page } = sitting;
  await page.setViewportSize({ width: 1280, height: 800 });
  await saveSettings(page, { language: 'zh', colours: 'light', textSize: 'standard' });
  await openAnew(page, screens[screen]?.address ?? '');
  await page.addStyleTag({ content: style });
  await expect.poll(async () => (await misfits(page)).join('; ')).toMatch(found);
});

test('no route of the router was left out', async () => {
  // A round's frame is on every screen of a round and none by itself.
  const { all } = await routes(sitting.page);
  expect([...seen].toSorted()).toEqual(all.filter((path) => path !== '/rounds/$round').toSorted());
});

/** docs/pictures/desk.png and desk.en.png are these: copy them from test-artifacts/screens, with LINPING_PICTURES=1, when the desk looks otherwise. */
test.each(['zh', 'en'] as const)('the desk as the README shows it, in %s', async (language) => {
  const { page, look } = sitting;
  await page.setViewportSize({ width: 1280, height: 800 });
  await saveSettings(page, { language, colours: 'light', textSize: 'standard' });
  await openAnew(page, desk);
  const item = page.locator('[data-slot*="A11"]').first();
  await item.getByRole('button').first().click();
  await item
    .getByRole('button', { name: /^(打开依据|Open what proves it)/ })
    .first()
    .click();
  await page.locator('tr[data-marked]').waitFor();
  await look(language === 'zh' ? 'desk' : 'desk.en');
});

async function openPdf(page: Page): Promise<void> {
  const drawer = page.getByRole('button', { name: /^(查看佐证材料|Show the evidence)$/ });
  const tab = page.getByRole('tab', { name: /\.pdf$/ }).first();
  await drawer.or(tab).first().waitFor();
  if (await drawer.isVisible()) {
    await drawer.click();
  }
  await tab.click();
  await page.locator('[data-drawn] canvas').first().waitFor();
}

async function openHelp(page: Page): Promise<void> {
  await page.locator('[data-open]').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

/** The routes of the page's own router, and the one that is shown. */
async function routes(page: Page): Promise<{ all: string[]; here: string }> {
  const router = await page.evaluate((name) => {
    const { routesByPath, state } = Reflect.get(window, name);
    return { all: Object.keys(routesByPath), here: state.matches.at(-1)?.fullPath };
  }, '__TSR_ROUTER__');
  return z.object({ all: z.array(z.string()), here: z.string() }).parse(router);
}

test('nothing went wrong unseen', () => {
  expect([...sitting.unexpected, ...newcomer.unexpected]).toEqual([]);
});
