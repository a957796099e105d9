import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations, settled } from './accessibility.ts';
import { expectNoSidewaysScrolling, expectTouchable, saveSettings } from './layout.ts';
import { chooseFiles, createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';
import { ageIdentityOf, unseal } from './unseal.ts';
import { expectWholeExport } from './visit-export.ts';
import { item, items, measure, objection, shoot, signByHand, signOnPaper, tickAll } from './visit-sheet.ts';

const photoFile = join(process.cwd(), 'test/fixtures/samples/01-示例职业培训学校/照片/理论考场.jpg');
const widths = [1280, 768, 400] as const;

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;

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
  await sitting.end();
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
  const headings = page.getByRole('heading', { level: 2 });
  await headings.filter({ hasText: '监控与系统' }).waitFor();
  const places = await headings.allTextContents();
  expect(places[0]).toBe('办公用房');
  expect(places[1]).toBe('理论考场');
  expect(places.findIndex((place) => place.startsWith('实操场地'))).toBeLessThan(places.indexOf('监控与系统'));

  // A room in two parts, to the hundredth; ticks; a photo from the camera.
  const office = item(page, 'B01');
  await measure(office, { row: 0, number: '20.1', label: '主任办公室（示例）' });
  await office.getByRole('button', { name: '再测一处 B01' }).click();
  await measure(office, { row: 1, number: '12.35', label: '考务办公室（示例）' });
  await tickAll(office);
  await office.getByText('32.45 ㎡ ≥ 30 ㎡ → 2.00').waitFor();
  await shoot(office);
  const theory = item(page, 'B02');
  await measure(theory, { row: 0, number: '40.2' });
  await theory.getByRole('button', { name: '再测一处 B02' }).click();
  await measure(theory, { row: 1, number: '22.2' });
  await theory.getByText('62.4 ㎡ ≥ 60 ㎡ → 3.00').waitFor();
  await theory.getByText(/^账实(一致|不符)$/).waitFor();
  await shoot(theory);
  await shoot(theory);

  for (const code of ['B03', 'B05', 'B06', 'B07', 'B08', 'B09'] as const) {
    for (const card of await items(page, code)) {
      for (const [row] of (await card.locator('[data-measurement]').all()).entries()) {
        await measure(card, { row, number: code === 'B09' ? '2' : '31' });
      }
      if (code === 'B03' || code === 'B05') {
        await shoot(card);
      }
    }
  }
  for (const code of ['B04', 'B10', 'B13'] as const) {
    await item(page, code).getByRole('group', { name: '得分', exact: true }).getByRole('button').first().click();
  }
  const safety = item(page, 'B11');
  await tickAll(safety);
  // The photo of a file: its own bytes, and what EXIF says of it.
  await chooseFiles(page, safety.getByRole('button', { name: '选照片' }), photoFile);
  await safety.getByText('1 张照片').waitFor();

  // What was measured beside what was declared makes B12; the expert adds to it and confirms.
  const agreement = page.getByRole('group', { name: '账实核对' });
  await agreement.getByRole('button', { name: '增加抽查' }).click();
  await agreement.getByLabel('核对对象').last().fill('专职人员花名册（示例）');
  await item(page, 'B12')
    .getByRole('button', { name: /^采用 \d+\/\d+$/ })
    .click();
  await item(page, 'B12')
    .getByText(/^已采用/)
    .waitFor();

  await page.getByLabel('开始时间', { exact: true }).fill('2022-11-15T09:00');
  await page.getByLabel('结束时间', { exact: true }).fill('2022-11-15T11:30');
  await page.getByLabel('察看地址').fill('示例路 1 号（虚构）');
  await page.getByLabel('专家组在场人员').fill('专家甲（虚构）\n专家乙（虚构）');
  await page.getByLabel('申报单位在场人员').fill('负责人（虚构） 校长');
  await page.getByLabel('申报单位异议').fill(objection);
  await page.locator('[data-record-state="saved"]').waitFor();
  // The camera of today's photos is not of the visit's morning.
  await safety
    .getByRole('button', { name: /打开照片/ })
    .first()
    .waitFor();
  await office.getByText('有疑点').first().waitFor();

  await signByHand(page, '专家甲（虚构）');
  await page.locator('[data-signature="expert"]:not([data-void])').waitFor();
  await signOnPaper(page, '负责人（虚构）');
  await page.locator('[data-signature="applicant"]:not([data-void])').waitFor();
  // A later change voids both, visibly, and says why; they stay.
  await item(page, 'B03').getByLabel('评语与说明').fill('其中 1 个考位为备用（虚构）');
  await page
    .locator('[data-signature="expert"][data-void]')
    .getByText(/签名后改动了评分/)
    .waitFor();
  await expect.poll(() => page.locator('[data-signature][data-void]').count()).toBe(2);
  await signByHand(page, '专家甲（虚构）');
  await page.locator('[data-signature="expert"]:not([data-void])').waitFor();
  await expect.poll(() => page.locator('[data-signature]').count()).toBe(3);

  await expectTouchable(page, { selector: 'article :is(button, select, input:not([type=checkbox]))', sides: ['height'] });
  await expectNoSidewaysScrolling(page);
  await sitting.look(`${width}-zh`);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousViolations(page)).toEqual([]);
  await sitting.look(`${width}-zh-dark`);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: '完成本表' }).click();
  await page.getByRole('button', { name: '继续修改本表' }).waitFor();
  // Locked until it is reopened.
  await expect.poll(() => office.getByLabel('名称').first().isDisabled()).toBe(true);
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
  const office = item(page, 'B01');
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
  const office = item(page, 'B01');
  await office
    .getByRole('button', { name: /打开照片/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('svg[data-drawing]').waitFor();
  await settled(page);
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
  await item(page, 'B01').getByRole('button', { name: '打开照片：打印机铭牌（示例）' }).first().waitFor();
});

test.each([
  { language: 'en', colours: 'dark' },
  { language: 'zh', colours: 'light' },
] as const)('every part of it fits at each width, in $language and $colours', async ({ language, colours }) => {
  await saveSettings(page, { language, colours, textSize: 'standard' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    const look = (part: string) => sitting.look(`${width}-${language}-${colours}-${part}`);
    await item(page, 'B01').waitFor();
    for (const code of ['B01', 'B02', 'B12']) {
      await item(page, code).evaluate((element) => element.scrollIntoView());
      await look(code);
    }
    await expectNoSidewaysScrolling(page);
    const dialog = page.getByRole('dialog');
    for (const [part, button] of [
      ['photo', item(page, 'B01').locator('[data-photo]').first()],
      ['camera', item(page, 'B01').getByRole('button', { name: /^(拍照|Take a photo)/ })],
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
  await saveSettings(page, { language: 'zh', colours: 'system', textSize: 'standard' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await item(page, 'B01').waitFor();
});

test('the export holds every photo, measurement and signature, and other people’s tools find the hashes right', async () => {
  await page.goto(page.url().replace(/#.*/u, (hash) => hash.replace(/\/visit\/.*/u, '/submission')));
  await page.getByRole('button', { name: /^只封存已评完的部分/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^封存/ }).click();
  const exported = await sitting.save(() => page.getByRole('button', { name: /^导出/ }).first().click());
  await sitting.end();
  const identity = await ageIdentityOf(sitting.workspaceFolder, passphrase);
  await expectWholeExport(await unseal(exported, { identity, folder }), await readFile(photoFile));
  expect(sitting.unexpected).toEqual([]);
});
