import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { chineseText, makeDeskWorkspace, passphrase } from '../fixtures/evidence/desk-workspace.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations, settled } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { startLoopbackProgram, type LoopbackProgram } from './loopback-program.ts';
import { takePicture } from './picture.ts';

const artefacts = join(process.cwd(), 'test-artifacts');
let folder: string;
let program: LoopbackProgram;
let browser: Browser;
let page: Page;
let desk: string;
const unexpected: string[] = [];
/** By the page, whole answers and broken-off ones. */
let bytesReceived = 0;
/** What the page has asked for and not received yet, but for the watch over other windows, which never ends. */
const asked = new Set<Request>();

beforeAll(async () => {
  await mkdir(join(artefacts, 'figures'), { recursive: true });
  folder = makeFolder('e2e');
  const { workspaceFolder, round, application } = await makeDeskWorkspace(folder);
  program = await startLoopbackProgram({ workspaceFolder });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('pageerror', (error) => unexpected.push(String(error)));
  page.on('request', (request) => !request.url().endsWith('/windows/watch') && asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.dataReceived', ({ dataLength }) => {
    bytesReceived += dataLength;
  });
  await page.goto(program.entryUrl);
  await page.getByLabel('口令').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '锁定' }).waitFor();
  desk = `#/rounds/${round}/desk/${application}/document`;
  await page.evaluate((hash) => window.location.assign(hash), desk);
  await page.getByRole('tab', { name: '申报表内容' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await removeFolder(folder);
});

const pane = (name: 'first' | 'second' = 'first') => page.locator(`[data-evidence-pane="${name}"]`);
const openFile = (name: string, where = pane()) => where.getByRole('tab', { name, exact: true }).click();
const openItem = (code: string) => page.locator(`[data-slot] > button`, { hasText: code }).first().click();
const look = (name: string) => takePicture(page, join(artefacts, 'desk-evidence', `${name}.png`));
const pageField = (where = pane()) => where.getByLabel('页码', { exact: true });
const drawn = (number: number, where = pane()) => where.locator(`[data-drawn][aria-label="第 ${number} 页"]`);
const sizeOf = async (element: Locator) => (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** In fractions of what it lies on, and how exactly: to how many digits. */
type Place = Partial<Record<'left' | 'top' | 'width' | 'height', number>> & { digits: number };

/** Waits until `inner` lies there on `outer`. */
async function expectAt(inner: Locator, outer: Locator, { digits, ...fractions }: Place): Promise<void> {
  const place = async () => {
    const [part, whole] = [await sizeOf(inner), await sizeOf(outer)];
    return {
      left: (part.x - whole.x) / whole.width,
      top: (part.y - whole.y) / whole.height,
      width: part.width / whole.width,
      height: part.height / whole.height,
    };
  };
  const near = Object.entries(fractions).map(([side, fraction]) => [side, expect.closeTo(fraction, digits)]);
  await expect.poll(place).toMatchObject(Object.fromEntries(near));
}

/** Serious findings of axe in both schemes; text drawn on white paper is the document's, not ours. */
async function expectAccessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect([colorScheme, await seriousViolations(page, '[data-evidence]')]).toEqual([colorScheme, []]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

it('shows the first page of a PDF of 300 pages without reading the file whole, and draws only what is in view', async () => {
  await page.reload();
  await page.getByRole('tab', { name: '申报表内容' }).waitFor();
  await expect.poll(() => asked.size).toBe(0);
  bytesReceived = 0;
  const begin = performance.now();
  await openFile('长文件.pdf');
  await drawn(1).locator('canvas').waitFor();
  const milliseconds = Math.round(performance.now() - begin);
  const figure = { what: 'first page of a 300-page PDF of 25 MB on screen, from the click on its tab', milliseconds };
  console.log(JSON.stringify(figure));
  await writeFile(join(artefacts, 'figures', 'first-pdf-page.json'), `${JSON.stringify(figure, null, 2)}\n`);
  await expect.poll(() => pane().locator('[data-drawn]').count()).toBeLessThan(6);
  await look('long-pdf');
  await expect.poll(() => bytesReceived).toBeGreaterThan(0);
  expect(bytesReceived).toBeLessThan(6 * 1024 * 1024);
  await expectAccessible();
});

it('goes to a page by number, by thumbnail and by key, and keeps the place when the page is turned', async () => {
  await pane()
    .getByRole('region', { name: /长文件/ })
    .focus();
  await page.keyboard.press('g');
  await page.keyboard.type('299');
  await drawn(299).waitFor();
  await expect.poll(() => pageField().inputValue()).toBe('299');
  await pane()
    .getByRole('region', { name: /长文件/ })
    .focus();
  await page.keyboard.press('[');
  await expect.poll(() => pageField().inputValue()).toBe('298');
  await page.keyboard.press('t');
  const strip = page.getByRole('navigation', { name: '缩略图' });
  await strip.locator('[aria-current="page"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => strip.locator(':focus').getAttribute('aria-label')).toBe('第 300 页');
  await look('thumbnails');
  await expectAccessible();
  await page.keyboard.press('t');
  await pane()
    .getByRole('region', { name: /长文件/ })
    .focus();
  const upright = await sizeOf(drawn(300));
  await page.keyboard.press('r');
  await expect.poll(async () => (await sizeOf(drawn(300))).width > (await sizeOf(drawn(300))).height).toBe(true);
  await expect.poll(() => pageField().inputValue()).toBe('300');
  for (let turn = 0; turn < 3; turn++) {
    await page.keyboard.press('r');
  }
  await page.keyboard.press('f');
  await expect.poll(async () => (await sizeOf(drawn(300))).height < upright.height).toBe(true);
  await page.keyboard.press('w');
  await expect.poll(async () => (await sizeOf(drawn(300))).height).toBeCloseTo(upright.height, 0);
});

it('finds text, lists and colours what it found, and goes from one to the next', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('for CALIBRATION once');
  const hits = page.getByRole('list', { name: '查找结果' }).getByRole('listitem');
  await expect.poll(() => hits.count()).toBe(6);
  await expect.poll(() => pageField().inputValue()).toBe('50');
  await page.keyboard.press('Enter');
  await expect.poll(() => pageField().inputValue()).toBe('100');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => pageField().inputValue()).toBe('300');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('evidence-hit-in-turn')?.size)).toBe(1);
  await look('search');
  await expectAccessible();
  await page.getByLabel('查找文字').fill('nowhere to be found');
  await page.getByText('没有找到').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('search').waitFor({ state: 'detached' });
});

it('draws Chinese whose font is not in the file, and finds it', async () => {
  await openFile('宋体.pdf');
  const ink = () =>
    drawn(1)
      .locator('canvas')
      .evaluate((element) => {
        const picture = element instanceof HTMLCanvasElement ? element : null;
        const pixels = picture?.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 0 && value < 100).length;
      });
  // A dozen characters of 32 points; a blank page has none, and boxes in their stead have far less.
  await expect.poll(ink).toBeGreaterThan(2000);
  await pane().getByRole('region', { name: /宋体/ }).focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(chineseText.slice(2, 8));
  await expect.poll(() => page.getByRole('list', { name: '查找结果' }).getByRole('listitem').count()).toBe(1);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('evidence-hit-in-turn')?.size)).toBe(1);
  await look('chinese-pdf');
  await page.keyboard.press('Escape');
});

it('says in words why a file is not shown', async () => {
  await openFile('坏文件.pdf');
  await page.getByText('这份 PDF 已损坏').waitFor();
  await openFile('有密码.pdf');
  await page.getByText('这份 PDF 设有打开密码').waitFor();
  await look('encrypted-pdf');
  await openFile('旧文件.doc');
  await page.getByText('此类文件不能在这里显示').waitFor();
  expect(await page.getByRole('link', { name: '另存文件' }).getAttribute('download')).toBe('旧文件.doc');
  await look('not-shown');
  await expectAccessible();
});

it('shows a photo as it was held, with what its camera wrote', async () => {
  await openFile('竖拍.jpg');
  const photo = pane().getByRole('img', { name: /竖拍/ });
  await expect.poll(async () => (await sizeOf(photo)).height).toBeGreaterThan(100);
  await expect.poll(async () => (await sizeOf(photo)).width / (await sizeOf(photo)).height).toBeCloseTo(3 / 4, 2);
  await pane().getByRole('region', { name: /竖拍/ }).focus();
  await page.keyboard.press('i');
  await page.getByText('2022-10-20 09:30:00').waitFor();
  await page.getByText('28°00′36″N 120°39′00″E').waitFor();
  await page.getByText('Fictitious Camera 1').waitFor();
  await page.getByText('300 × 400').waitFor();
  await look('photo');
  await expectAccessible();
  await page.keyboard.press('i');
  await page.keyboard.press('r');
  await expect.poll(async () => (await sizeOf(photo)).width > (await sizeOf(photo)).height).toBe(true);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const area = pane().getByRole('region', { name: /竖拍/ });
  await expect.poll(() => area.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
  const before = await area.evaluate(({ scrollLeft }) => scrollLeft);
  const box = await sizeOf(area);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => area.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(before + 30);
});

it('reads Word files, spreadsheets and texts out as plain tables and paragraphs', async () => {
  await openFile('清单.docx');
  await pane().getByText('设备清单说明（虚构）').waitFor();
  expect(await pane().getByRole('cell', { name: '类别' }).getAttribute('rowspan')).toBe('2');
  await pane().getByText('330302********1237').waitFor();
  await pane().getByText('<b>不是标记</b>').waitFor();
  await look('word');
  await expectAccessible();
  await openFile('台账副本.xlsx');
  await pane().getByRole('cell', { name: '128' }).waitFor();
  await pane().getByText('本表为虚构').waitFor();
  await openFile('说明.txt');
  await pane().getByText('说明（虚构）').waitFor();
});

it('goes from a finding to the row of the form that proves it, and to the page of an attachment', async () => {
  await openItem('A13');
  await page
    .getByRole('button', { name: /^打开依据：附件3 .*第\d+行/ })
    .first()
    .click();
  const row = pane().locator('tr[data-marked]');
  await row.waitFor();
  await pane().getByText('已标出：附件3').waitFor();
  const isInView = async () => {
    const [marked, whole] = [await sizeOf(row), await sizeOf(pane())];
    return marked.y > whole.y && marked.y + marked.height < whole.y + whole.height;
  };
  await expect.poll(isInView).toBe(true);
  // docs/pictures/desk.png is this picture: copy it there when the desk looks otherwise.
  await look('finding-row');
  await expectAccessible();
  await openItem('G10');
  await page
    .getByRole('button', { name: /^打开依据：租赁合同/ })
    .first()
    .click();
  await drawn(1).waitFor();
  await expect.poll(() => pane().locator('[data-shown]').count()).toBe(1);
  await look('finding-page');
});

it('cites a region that the keyboard drew, marks it, and opens exactly it again', async () => {
  await openItem('G01');
  await openFile('长文件.pdf');
  await pane().locator('[data-drawn]').first().waitFor();
  const area = pane().getByRole('region', { name: /长文件/ });
  await area.focus();
  await page.keyboard.press('g');
  await page.keyboard.type('7');
  await drawn(7).waitFor();
  await area.focus();
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('application', { name: /第 7 页的区域：距左 25%，距上 37%，宽 52%/ }).waitFor();
  await look('region');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await page.getByRole('button', { name: /打开 长文件.pdf 第 7 页（区域）/ }).waitFor();
  const marks = pane().getByRole('list', { name: '第 7 页上的引用' }).getByRole('listitem');
  await expect.poll(() => marks.count()).toBe(1);
  await expectAt(marks.first(), drawn(7), { left: 0.25, top: 0.37, digits: 2 });
  await page
    .locator('[data-open]')
    .getByText(/^已保存/)
    .waitFor();
  await page.reload();
  await openItem('G01');
  await page.getByRole('button', { name: /打开 长文件.pdf 第 7 页（区域）/ }).click();
  await drawn(7).waitFor();
  await expect.poll(() => pane().locator('[data-shown]').count()).toBe(1);
  await look('citation-opened');
  await expectAccessible();
});

it('cites a region that the mouse drew on a turned photo, in fractions of the upright one', async () => {
  await openFile('竖拍.jpg');
  const area = pane().getByRole('region', { name: /竖拍/ });
  await area.focus();
  await page.keyboard.press('r');
  const photo = pane().getByRole('img', { name: /竖拍/ });
  await expect.poll(async () => (await sizeOf(photo)).width > (await sizeOf(photo)).height).toBe(true);
  await page.keyboard.press('s');
  const { x, y, width, height } = await sizeOf(photo);
  await page.mouse.move(x + width * 0.5, y + height * 0.1);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.9, y + height * 0.6, { steps: 5 });
  await page.mouse.up();
  await look('photo-region');
  await page.getByRole('application', { name: /距左 50%，距上 10%，宽 40%，高 50%/ }).waitFor();
  await page.getByRole('button', { name: '引用所选区域' }).click();
  const mark = pane()
    .getByRole('list', { name: /竖拍.jpg上的引用/ })
    .getByRole('listitem');
  await mark.waitFor();
  await pane().getByRole('application').waitFor({ state: 'detached' });
  await area.focus();
  for (let turn = 0; turn < 3; turn++) {
    await page.keyboard.press('r');
  }
  await expect.poll(async () => (await sizeOf(photo)).height > (await sizeOf(photo)).width).toBe(true);
  // Turned to the right, what was at the left is on top: 0.1 from the top is 0.1 from the left, up to 0.9 across is from 0.1 on.
  await expectAt(mark, photo, { left: 0.1, top: 0.1, width: 0.5, height: 0.4, digits: 1 });
});

it('shows two documents together, each at its own place, one above the other or beside it as the screen allows', async () => {
  await openFile('长文件.pdf');
  await pane().locator('[data-drawn]').first().waitFor();
  const area = pane().getByRole('region', { name: /长文件/ });
  await area.focus();
  await page.keyboard.press('g');
  await page.keyboard.type('40');
  await drawn(40).waitFor();
  await area.focus();
  await page.keyboard.press('b');
  await openFile('长文件.pdf', pane('second'));
  await drawn(1, pane('second')).waitFor();
  await expect.poll(() => pageField().inputValue()).toBe('40');
  await expect.poll(() => pageField(pane('second')).inputValue()).toBe('1');
  const gap = async () => {
    const [first, second] = [await sizeOf(pane('first')), await sizeOf(pane('second'))];
    return second.y - (first.y + first.height);
  };
  await expect.poll(gap).toBeGreaterThan(-1);
  await look('two-above');
  await expectAccessible();
  const border = page.getByRole('separator', { name: /两份材料/ });
  await border.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => border.getAttribute('aria-valuenow')).toBe('52');
  await page.setViewportSize({ width: 3840, height: 2160 });
  await expect.poll(async () => (await sizeOf(pane('second'))).x > (await sizeOf(pane('first'))).x).toBe(true);
  await look('two-beside');
  await page.setViewportSize({ width: 1280, height: 800 });
  // From the border to the sheet, to the first document, to the second.
  for (let part = 0; part < 3; part++) {
    await page.keyboard.press('F6');
  }
  await expect.poll(() => pane('second').evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('b');
  await expect.poll(() => page.locator('[data-evidence-pane]').count()).toBe(1);
});

it('keeps the border between evidence and sheet where the keyboard put it', async () => {
  const border = page.getByRole('separator', { name: /佐证与评分表/ });
  const before = Number(await border.getAttribute('aria-valuenow'));
  await border.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.reload();
  await expect.poll(async () => Number(await border.getAttribute('aria-valuenow'))).toBe(before + 4);
});

it('opens in a drawer on a narrow screen, and in English', async () => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByRole('button', { name: '查看佐证材料' }).click();
  await openFile('竖拍.jpg');
  await settled(page);
  await look('narrow-photo');
  await openFile('清单.docx');
  await pane().getByText('设备清单说明（虚构）').waitFor();
  await settled(page);
  await look('narrow-word');
  await expectNoSidewaysScrolling(page);
  await expectAccessible();
  expect(unexpected).toEqual([]);
});
