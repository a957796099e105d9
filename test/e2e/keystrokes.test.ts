import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import type { Stage } from '#shared/domain/values.ts';
import { launchBrowser } from '../browser.ts';
import { clientOf, coreAt, finished } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { passphrase, sitDown, type Sitting } from './sitting.ts';

// What is typed is what is recorded, on a sheet that nobody sealed while others are, and on one that was.

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;
let round: string;
let sealed: string;
let open: string;

beforeAll(async () => {
  folder = makeFolder('keystrokes');
  browser = await launchBrowser();
  const core = coreAt(join(folder, '键入'));
  ({ round, sealed, open } = await partlySealed(core));
  await core.close();
  sitting = await sitDown(browser, { name: '键入', folder, pictures: join(process.cwd(), 'test-artifacts/keystrokes') });
  ({ page } = sitting);
  await page.getByLabel('口令').fill(passphrase);
  await page.getByRole('button', { name: '打开工作区' }).click();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.locator('[data-row]').first().waitFor();
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

const key = (item: string) => `["${item}"`;
const deskItem = (item: string): Locator => page.locator(`[data-slot^='${key(item)}']`).first();
const visitItem = (item: string): Locator => page.locator(`article[data-slot^='${key(item)}']`).first();

async function openDesk(application: string, item: string, stage: Stage = 'document'): Promise<Locator> {
  await page.goto(`/#/rounds/${round}/desk/${application}/${stage}`);
  const line = deskItem(item);
  await line.getByRole('button').first().click();
  await line.getByRole('group').first().waitFor();
  return line;
}

const openVisit = (application: string) => page.goto(`/#/rounds/${round}/visit/${application}`);
const openRoadshow = (application: string) =>
  page.goto(`/#/rounds/${round}/roadshow?applicant=${encodeURIComponent(JSON.stringify(application))}`);
const saved = (item: Locator) => item.getByText(/^已保存/).waitFor();

/** Types the first key, waits until it is on disk, then types the rest. */
async function typeSlowly(field: Locator, text: string, item: Locator): Promise<void> {
  await field.focus();
  await page.keyboard.type(text.slice(0, 1));
  await saved(item);
  await page.keyboard.type(text.slice(1));
}

test('a number typed on the visit of an applicant of whom nothing was sealed is the number, although others were sealed', async () => {
  await openVisit(open);
  const area = visitItem('B02');
  await typeSlowly(area.getByLabel(/^实测值/), '68', area);
  await area.getByText('68 ㎡ ≥ 60 ㎡ → 3.00').waitFor();
  await saved(area);
  expect(await area.getByRole('button', { name: '拍照' }).isEnabled()).toBe(true);
  expect(await area.getByLabel(/^评语/).isEnabled()).toBe(true);
  await page.reload();
  await area.getByText('68 ㎡ ≥ 60 ㎡ → 3.00').waitFor();
  await expect.poll(() => area.getByLabel(/^实测值/).inputValue()).toBe('68');
  await sitting.look('1-visit');
});

test('and so at the desk', async () => {
  const staff = await openDesk(open, 'A06');
  await typeSlowly(staff.getByLabel(/^实测值/), '12', staff);
  await staff.getByText('2.00 / 2').last().waitFor();
  await saved(staff);
  await page.reload();
  await expect.poll(() => staff.getByLabel(/^实测值/).inputValue()).toBe('12');
  expect(await staff.getByLabel(/^评语/).isEnabled()).toBe(true);
  await expect.poll(() => page.getByText('草稿').count()).toBeGreaterThan(0);
});

test('a roadshow score changed after sealing asks for a reason there, and is saved with it', async () => {
  await openRoadshow(sealed);
  const item = page.locator(`article[data-slot^='${key('C03')}']`).first();
  await item.getByText('本表已封存').waitFor();
  expect(await item.getByRole('group', { name: /评分$/ }).getByRole('button').first().isDisabled()).toBe(true);
  await item.getByLabel('修改理由').fill('答辩后更正（虚构）');
  await item.getByRole('button', { name: '修改 C03' }).click();
  await item.getByRole('group', { name: /评分$/ }).getByRole('button', { name: /^2/ }).click();
  await item.getByText('2.00 / 4').waitFor();
  await saved(item);
  await item.getByRole('group', { name: /评分$/ }).getByRole('button', { name: /^1/ }).click();
  await item.getByText('1.00 / 4').waitFor();
  await saved(item);
  // Another item of the sheet has a reason of its own.
  await page
    .locator(`article[data-slot^='${key('C05')}']`)
    .first()
    .getByText('本表已封存')
    .waitFor();
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScrolling(page);
    await sitting.look(`2-roadshow-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await item.getByText('1.00 / 4').waitFor();
});

test('half of a pair is kept as typed and says that it is not finished', async () => {
  const pair = await openDesk(open, 'A26');
  await pair.getByLabel('合格数').fill('18');
  await pair.getByText(/^未完成/).waitFor();
  await saved(pair);
  await page.reload();
  await expect.poll(() => pair.getByLabel('合格数').inputValue()).toBe('18');
  await pair.getByText(/^未完成/).waitFor();
  await page.getByRole('button', { name: '完成本表' }).click();
  await page.getByRole('region', { name: '完成本表' }).getByRole('button', { name: /^A26/ }).first().waitFor();
  await pair.getByLabel('总数').fill('18');
  await pair.getByText('4.00 / 4').first().waitFor();
  await saved(pair);
  expect(await pair.getByText(/^未完成/).count()).toBe(0);
  await sitting.look('3-pair');
});

test('on a blank pair: one half, away, both, and back and back and back', async () => {
  const pairs = page.locator(`[data-slot^='${key('A26')}']`);
  await openDesk(open, 'A26');
  const pair = pairs.nth(1);
  await pair.getByRole('button').first().click();
  await pair.getByLabel('合格数').fill('9');
  await saved(pair);
  await deskItem('A07').getByRole('button').first().click();
  await pair.getByRole('button').first().click();
  await pair.getByLabel('合格数').fill('17');
  await pair.getByLabel('总数').fill('18');
  await saved(pair);
  const undo = page.locator('[data-undo]');
  for (let step = 0; step < 3; step += 1) {
    await expect.poll(() => undo.isEnabled()).toBe(true);
    const [answer] = await Promise.all([page.waitForResponse('**/api/sheets/undo'), undo.click()]);
    expect(answer.status()).toBe(200);
  }
});

test.each([
  ['6,5', '6.5', '6.5 ㎡ < 60 ㎡ → 0.00'],
  ['６２。４', '62.4', '62.4 ㎡ ≥ 60 ㎡ → 3.00'],
  ['62,4 平方米', '62.4', '62.4 ㎡ ≥ 60 ㎡ → 3.00'],
])('%s typed as an area is %s', async (typed, _number, words) => {
  await openVisit(open);
  const area = visitItem('B02');
  await area.getByLabel(/^实测值/).fill(typed);
  await area.getByText(words).waitFor();
  await saved(area);
});

test('a number that can be read in two ways is refused beside its field and nothing is recorded in its place', async () => {
  await openVisit(open);
  const area = visitItem('B02');
  await area.getByLabel(/^实测值/).fill('1,234');
  await area.getByText(/逗号/).waitFor();
  await area.getByText(/^未完成/).waitFor();
  await saved(area);
  await page.reload();
  await expect.poll(() => area.getByLabel(/^实测值/).inputValue()).toBe('1,234');
  await area.getByText(/逗号/).waitFor();
  await sitting.look('4-comma');
});

test('18 of 17 is refused, not cut to 17', async () => {
  await openVisit(open);
  const share = visitItem('B09');
  const first = share.locator('[data-measurement]').first();
  await first.getByLabel('合格数').fill('18');
  await first.getByLabel('总数').fill('17');
  await share.getByText('18 大于总数 17').waitFor();
  expect(await share.getByText(/→ 2\.00/).count()).toBe(0);
  await first.getByLabel('合格数').fill('17');
  await share.getByText(/→ 2\.00/).waitFor();
});

test('5 points typed are 5.00', async () => {
  await openDesk(open, 'A03');
  const judged = deskItem('A03');
  await judged.getByLabel(/^A03/).fill('3');
  await judged.getByText('3.00 / 4').first().waitFor();
  await judged.getByLabel(/^A03/).fill('3,5');
  await judged.getByText('3.50 / 4').first().waitFor();
});

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});

/** A practice round of two made-up applicants; the roadshow and one more sheet of the first are sealed, the second was not begun. */
async function partlySealed(core: Core): Promise<{ round: string; sealed: string; open: string }> {
  const client = clientOf(core);
  await client.workspace.create({ passphrase, name: '练习者（虚构）', organisation: '示例单位' });
  const started = await finished(await client.rounds.startPractice());
  const [first, second] = await client.applications.list({ round: started.round });
  const [sealedOne, openOne] = [first?.id ?? '', second?.id ?? ''];
  const answer = { value: null, verdict: null, comment: '', evidence: [] };
  for (const item of ['C03', 'C05']) {
    const slot = { item, occupation: null, levelGroup: null };
    const place = { round: started.round, application: sealedOne, stage: 'roadshow' as const };
    await client.sheets.record({ ...place, slot, answer: { ...answer, points: '3.00' }, reason: null });
  }
  await client.submission.seal({ round: started.round, partial: true });
  return { round: started.round, sealed: sealedOne, open: openOne };
}
