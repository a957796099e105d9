import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '#electron/core/core.ts';
import type { Settings } from '#shared/api/workspace.ts';
import { scoreDocumentSchema, type ScoreDocument } from '#shared/packages/documents.ts';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations, settled } from './accessibility.ts';
import { chooseFiles, createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';

const photoFile = join(process.cwd(), 'test/fixtures/samples/01-示例职业培训学校/照片/理论考场.jpg');
const widths = [1280, 768, 400] as const;

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;
let ended = false;
let exported = '';
let document: ScoreDocument;
let bag = '';

beforeAll(async () => {
  folder = makeFolder('visit');
  browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
  sitting = await sitDown(browser, { name: '察看专家（虚构）', folder, pictures: join(process.cwd(), 'test-artifacts/visit') });
  ({ page } = sitting);
  await createWorkspaceAs(sitting);
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page.locator('[data-row]').first().waitFor();
});

afterAll(async () => {
  if (!ended) {
    console.log(sitting.unexpected);
  }
  await endSitting();
  await browser.close();
  await removeFolder(folder);
});

test.each(widths.map((width, index) => ({ width, index })))('a whole visit is played at $width px', async ({ width, index }) => {
  await page.setViewportSize({ width, height: width === 1280 ? 800 : 900 });
  await page
    .locator('[data-row]')
    .nth(index)
    .getByRole('link', { name: /：现场察看$/ })
    .click();
  await page.getByRole('heading', { name: '办公用房' }).waitFor();
  // In walking order, from the office to what was declared.
  const places = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(places[0]).toBe('办公用房');
  expect(places[1]).toBe('理论考场');
  expect(places.findIndex((place) => place.startsWith('实操场地'))).toBeLessThan(places.indexOf('监控与系统'));

  // A room in two parts, to the hundredth; ticks; a photo from the camera.
  const office = item('B01');
  await measure(office, 0, '20.1', '主任办公室（示例）');
  await office.getByRole('button', { name: '再测一处 B01' }).click();
  await measure(office, 1, '12.35', '考务办公室（示例）');
  await tickAll(office);
  await office.getByText('32.45 ㎡ ≥ 30 ㎡ → 2.00').waitFor();
  await shoot(office);
  const theory = item('B02');
  await measure(theory, 0, '40.2');
  await theory.getByRole('button', { name: '再测一处 B02' }).click();
  await measure(theory, 1, '22.2');
  await theory.getByText('62.4 ㎡ ≥ 60 ㎡ → 3.00').waitFor();
  await theory.getByText(/^账实(一致|不符)$/).waitFor();
  await shoot(theory);
  await shoot(theory);

  for (const code of ['B03', 'B05', 'B06', 'B07', 'B08', 'B09'] as const) {
    for (const card of await items(code)) {
      for (const [row] of (await card.locator('[data-measurement]').all()).entries()) {
        await measure(card, row, code === 'B09' ? '2' : '31');
      }
      if (code === 'B03' || code === 'B05') {
        await shoot(card);
      }
    }
  }
  for (const code of ['B04', 'B10', 'B13'] as const) {
    await item(code).getByRole('group', { name: '得分', exact: true }).getByRole('button').first().click();
  }
  const safety = item('B11');
  await tickAll(safety);
  // The photo of a file: its own bytes, and what EXIF says of it.
  await chooseFiles(page, safety.getByRole('button', { name: '选照片' }), photoFile);
  await safety.getByText('1 张照片').waitFor();

  // What was measured beside what was declared makes B12; the expert adds to it and confirms.
  const agreement = page.getByRole('group', { name: '账实核对' });
  await agreement.getByRole('button', { name: '增加抽查' }).click();
  await agreement.getByLabel('核对对象').last().fill('专职人员花名册（示例）');
  await item('B12')
    .getByRole('button', { name: /^采用 \d+\/\d+$/ })
    .click();
  await item('B12')
    .getByText(/^已采用/)
    .waitFor();

  await page.getByLabel('开始时间', { exact: true }).fill('2022-11-15T09:00');
  await page.getByLabel('结束时间', { exact: true }).fill('2022-11-15T11:30');
  await page.getByLabel('察看地址').fill('示例路 1 号（虚构）');
  await page.getByLabel('专家组在场人员').fill('专家甲（虚构）\n专家乙（虚构）');
  await page.getByLabel('申报单位在场人员').fill('负责人（虚构） 校长');
  await page.getByLabel('申报单位异议').fill('考位数应计入备用教室（虚构）');
  await page.locator('[data-record-state="saved"]').waitFor();
  // The camera of today's photos is not of the visit's morning.
  await safety
    .getByRole('button', { name: /打开照片/ })
    .first()
    .waitFor();
  await office.getByText('有疑点').first().waitFor();

  await signByHand('专家甲（虚构）');
  await page.locator('[data-signature="expert"]:not([data-void])').waitFor();
  await signOnPaper('负责人（虚构）');
  await page.locator('[data-signature="applicant"]:not([data-void])').waitFor();
  // A later change voids both, visibly, and says why; they stay.
  await item('B03').getByLabel('评语与说明').fill('其中 1 个考位为备用（虚构）');
  await page
    .locator('[data-signature="expert"][data-void]')
    .getByText(/签名后改动了评分/)
    .waitFor();
  expect(await page.locator('[data-signature][data-void]').count()).toBe(2);
  await signByHand('专家甲（虚构）');
  await page.locator('[data-signature="expert"]:not([data-void])').waitFor();
  expect(await page.locator('[data-signature]').count()).toBe(3);

  expect(await smallTargets()).toEqual([]);
  expect(await sideways()).toBe(false);
  await sitting.look(`${width}-zh`);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousViolations(page)).toEqual([]);
  await sitting.look(`${width}-zh-dark`);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: '完成本表' }).click();
  await page.getByRole('button', { name: '继续修改本表' }).waitFor();
  // Locked until it is reopened.
  expect(await office.getByLabel('名称').first().isDisabled()).toBe(true);
  await page.locator('[data-undo]:disabled').waitFor();
  await page.getByRole('link', { name: '返回申报单位' }).click();
  await page.locator('[data-row]').first().waitFor();
});

test('an item that must be photographed keeps the sheet open until there is a photo or a reason', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page
    .locator('[data-row]')
    .first()
    .getByRole('link', { name: /：现场察看$/ })
    .click();
  await page.getByRole('button', { name: '继续修改本表' }).click();
  const office = item('B01');
  await office
    .getByRole('button', { name: /打开照片/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '不再用于 B01' }).click();
  await office.getByText('须有照片').waitFor();
  await page.getByRole('button', { name: '完成本表' }).click();
  await page
    .locator('[data-missing]')
    .getByText(/B01 须有现场照片/)
    .waitFor();
  await office.getByRole('button', { name: '选用已有照片' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /打开照片/ })
    .first()
    .click();
  await office.getByText('1 张照片').waitFor();
});

test('marks lie beside the photo, drawn by pointer and moved by keys', async () => {
  const office = item('B01');
  await office
    .getByRole('button', { name: /打开照片/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const picture = await dialog.locator('svg[data-drawing]').boundingBox();
  if (picture === null) {
    throw new Error('the photo is not shown');
  }
  await page.mouse.move(picture.x + 40, picture.y + 40);
  await page.mouse.down();
  await page.mouse.move(picture.x + 140, picture.y + 90, { steps: 4 });
  await page.mouse.up();
  await dialog.getByRole('img', { name: '箭头 1' }).waitFor();
  await dialog.getByText('方框', { exact: true }).click();
  await dialog.getByRole('button', { name: '加方框' }).click();
  await dialog.getByRole('img', { name: '方框 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await dialog.getByLabel('照片说明').fill('打印机铭牌（示例）');
  await dialog.getByText(/^已保存/).waitFor();
  await sitting.look('marks');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await item('B01').getByRole('button', { name: '打开照片：打印机铭牌（示例）' }).first().waitFor();
});

test.each([
  { language: 'en', colours: 'dark' },
  { language: 'zh', colours: 'light' },
] as const)('every part of it fits at each width, in $language and $colours', async ({ language, colours }) => {
  await page.evaluate(saveSettings, { language, colours, textSize: 'standard' } satisfies Settings);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    const look = (part: string) => sitting.look(`${width}-${language}-${colours}-${part}`);
    await item('B01').waitFor();
    for (const code of ['B01', 'B02', 'B12']) {
      await item(code).evaluate((element) => element.scrollIntoView());
      await look(code);
    }
    expect(await sideways()).toBe(false);
    const dialog = page.getByRole('dialog');
    for (const [part, button] of [
      ['photo', item('B01').locator('[data-photo]').first()],
      ['camera', item('B01').getByRole('button', { name: /^(拍照|Take a photo)/ })],
      ['signing', page.getByRole('button', { name: /^(核对并签名|Check and sign)/ })],
    ] as const) {
      await button.click();
      await dialog.waitFor();
      await settled(page);
      await look(part);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
  }
  await page.evaluate(saveSettings, { language: 'zh', colours: 'system', textSize: 'standard' } satisfies Settings);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await item('B01').waitFor();
});

test('the export holds every photo, measurement and signature, and other people’s tools find the hashes right', async () => {
  await page.goto(page.url().replace(/#.*/u, (hash) => hash.replace(/\/visit\/.*/u, '/submission')));
  await page.getByRole('button', { name: /^只封存已评完的部分/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^封存/ }).click();
  exported = await sitting.save(() => page.getByRole('button', { name: /^导出/ }).first().click());
  await endSitting();
  const { workspaceFolder } = sitting;
  const core = createCore({ workspaceFolder, host: { kind: 'browser', dialogs: null }, version: '0', now: () => new Date() });
  try {
    await core.unlock(passphrase);
    await writeFile(join(folder, 'key.txt'), `${core.opened().me.keys.ageIdentity}\n`);
  } finally {
    await core.close();
  }
  execFileSync('age', ['--decrypt', '-i', join(folder, 'key.txt'), '-o', join(folder, 'plain.zip'), exported]);
  execFileSync('unzip', ['-q', join(folder, 'plain.zip'), '-d', join(folder, 'plain')]);
  bag = join(folder, 'plain', (await readdir(join(folder, 'plain')))[0] ?? '');
  execFileSync('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt'], { cwd: bag });
  document = scoreDocumentSchema.parse(JSON.parse(await readFile(join(bag, 'data/document.json'), 'utf8')));

  const visits = document.sheets.filter(({ stage }) => stage === 'visit');
  expect(visits).toHaveLength(3);
  const files = new Set((await readdir(join(bag, 'data/files'))).map((name) => name.split('.')[0]));
  for (const name of await readdir(join(bag, 'data/files'))) {
    const bytes = await readFile(join(bag, 'data/files', name));
    expect(name.split('.')[0]).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  for (const { visit, entries } of visits) {
    const [theory, agreement] = ['B02', 'B12'].map((code) => entries.find((entry) => entry.item === code));
    expect(theory).toMatchObject({ value: { kind: 'number', number: '62.4' }, measurements: [{ number: '40.2' }, { number: '22.2' }] });
    // B12 is made of the comparisons that travel with it.
    const comparisons = visit?.record.comparisons ?? [];
    const agreeing = comparisons.filter(({ agrees }) => agrees).length;
    expect(agreement?.value).toEqual({ kind: 'ratio', count: String(agreeing), of: String(comparisons.length) });
    expect(comparisons.map(({ subject }) => subject)).toContain('专职人员花名册（示例）');
    expect(entries.flatMap(({ measurements = [] }) => measurements).length).toBeGreaterThanOrEqual(12);
    expect(visit?.photos.length).toBeGreaterThanOrEqual(6);
    expect(visit?.signatures.map(({ role }) => role)).toEqual(expect.arrayContaining(['expert', 'applicant']));
    for (const photo of visit?.photos ?? []) {
      expect(files.has(photo.sha256)).toBe(true);
      expect(photo.screenCopy === null || files.has(photo.screenCopy)).toBe(true);
    }
    for (const signature of visit?.signatures ?? []) {
      expect(files.has(signature.shown)).toBe(true);
      expect(signature.way === 'paper' || files.has(signature.image ?? '')).toBe(true);
    }
  }
  // What was signed is a file: its own name is its hash, and it says what the screen said.
  const shown = visits.flatMap(({ visit }) => visit?.signatures ?? [])[0]?.shown ?? '';
  const text = await readFile(join(bag, 'data/files', `${shown}.json`));
  expect(createHash('sha256').update(text).digest('hex')).toBe(shown);
  expect(text.toString('utf8')).toContain('考位数应计入备用教室（虚构）');
  // The same photo served three applicants.
  const original = createHash('sha256')
    .update(await readFile(photoFile))
    .digest('hex');
  expect(visits.every(({ visit }) => visit?.photos.some(({ sha256 }) => sha256 === original))).toBe(true);
  expect(files.has(original)).toBe(true);
  expect(visits.flatMap(({ visit }) => visit?.photos ?? []).some(({ marks }) => marks.length === 2)).toBe(true);
  expect(sitting.unexpected).toEqual([]);
});

function item(code: string): Locator {
  return page.locator(`[data-slot*='"${code}"']`).first();
}

async function items(code: string): Promise<Locator[]> {
  return page.locator(`[data-slot*='"${code}"']`).all();
}

/** Fills the number (and, of a ratio, the whole) of one measurement, and waits until it is on disk. */
async function measure(card: Locator, row: number, number: string, label?: string): Promise<void> {
  const measurement = card.locator('[data-measurement]').nth(row);
  if (label !== undefined) {
    await measurement.getByLabel('名称').fill(label);
  }
  await measurement.getByLabel(/^(实测值|合格数)/).fill(number);
  const of = measurement.getByLabel('总数', { exact: true });
  if ((await of.count()) > 0 && (await of.inputValue()) === '') {
    await of.fill(number);
  }
  await card.getByText(/^已保存/).waitFor();
}

async function tickAll(card: Locator): Promise<void> {
  for (const box of await card.getByRole('checkbox', { name: /\+\d/ }).all()) {
    await box.setChecked(true);
  }
  await card.getByText(/^已保存/).waitFor();
}

/** A photo with Chromium's own made-up camera. */
async function shoot(card: Locator): Promise<void> {
  const before = await card.getByRole('button', { name: /打开照片/ }).count();
  await card.getByRole('button', { name: '拍照' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '拍下' }).and(page.locator(':enabled')).waitFor();
  const album = page.locator('figure [data-photo]');
  const known = await album.count();
  // The made-up camera begins each time with the same frames: until it shows another moment, its picture is the one that is here already.
  for (let taken = 1; (await album.count()) === known; taken += 1) {
    await page.waitForTimeout(150);
    await dialog.getByRole('button', { name: '拍下' }).click();
    await dialog.getByText(`已拍 ${taken} 张`).waitFor();
  }
  await dialog.getByRole('button', { name: '完成', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await card
    .getByRole('button', { name: /打开照片/ })
    .nth(before)
    .waitFor();
}

async function signByHand(name: string): Promise<void> {
  await page.getByRole('button', { name: '核对并签名' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('考位数应计入备用教室（虚构）').waitFor();
  await dialog.getByLabel('姓名').fill(name);
  const pad = dialog.getByRole('img', { name: /手写区/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) {
    throw new Error('no pad');
  }
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 120, { steps: 8 });
  await page.mouse.move(box.x + 180, box.y + 40, { steps: 8 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: `以 ${name} 签名` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function signOnPaper(name: string): Promise<void> {
  await page.getByRole('button', { name: '核对并签名' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('申报单位代表').click();
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByText('已在纸上签名').click();
  await dialog.getByRole('button', { name: `以 ${name} 签名` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Buttons and fields of the sheet lower than a thumb. */
function smallTargets(): Promise<string[]> {
  return page.evaluate(() =>
    [...window.document.querySelectorAll<HTMLElement>('article button, article select, article input:not([type=checkbox])')].flatMap(
      (target) => {
        const { height } = target.getBoundingClientRect();
        return height > 0 && height < 43.5 ? [`${target.tagName} ${target.textContent.slice(0, 20)} ${height}`] : [];
      },
    ),
  );
}

/** Runs in the page. */
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

/** Whether the page is wider than the window. */
function sideways(): Promise<boolean> {
  return page.evaluate(() => window.document.documentElement.scrollWidth > window.innerWidth + 1);
}

async function endSitting(): Promise<void> {
  if (!ended) {
    ended = true;
    await sitting.end();
  }
}
