import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, issueTo } from '../fixtures/issued-round.ts';
import { carry, clientOf, finished, passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { sitDown, type Sitting } from './sitting.ts';

// What the chair returned opens where it is scored, with the chair's reason, and nothing beside it does.

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;
let round: string;
let application: string;

const name = '专家甲（虚构）';
const returned = { document: 'A06', visit: 'B02', roadshow: 'C03' } as const;

beforeAll(async () => {
  folder = makeFolder('returned');
  browser = await launchBrowser();
  ({ round, application } = await returnedRound());
  sitting = await sitDown(browser, { name, folder, pictures: join(process.cwd(), 'test-artifacts/returned') });
  ({ page } = sitting);
  await page.getByLabel('口令').fill(passphrase);
  await page.getByRole('button', { name: '打开工作区' }).click();
  await page.getByRole('link', { name: '进入评审' }).first().click();
  await page.locator('[data-row]').first().waitFor();
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

const item = (code: string) => page.locator(`[data-slot^='["${code}"']`).first();

test('at the roadshow: the returned item opens with the chair’s reason and takes every tap; the others are held', async () => {
  await page.goto(`/#/rounds/${round}/roadshow?applicant=${encodeURIComponent(JSON.stringify(application))}`);
  const named = item('C03');
  await named.getByText('组长退回理由：“请复核 C03”').waitFor();
  const buttons = named.getByRole('group', { name: /评分$/ }).getByRole('button');
  await expect.poll(() => buttons.first().isDisabled()).toBe(true);
  await item('C05')
    .getByText(/^本表正在退回重评/)
    .waitFor();
  expect(await item('C05').getByRole('group', { name: /评分$/ }).getByRole('button').first().isDisabled()).toBe(true);
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScrolling(page);
    await sitting.look(`1-roadshow-${width}`);
  }
  expect(await seriousViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await named.getByRole('button', { name: '修改 C03' }).click();
  for (const points of ['2', '1']) {
    await buttons.filter({ hasText: new RegExp(`^${points}`) }).click();
    await named.getByText(`${points}.00 / 4`).waitFor();
    await named.getByText(/^已保存/).waitFor();
  }
  // By keyboard, too: a digit and Enter.
  await named.getByRole('textbox', { name: /^说明/ }).fill('已复核（虚构）');
  await named.getByText(/^已保存/).waitFor();
  await page.reload();
  await named.getByText('1.00 / 4').waitFor();
  await item('C05')
    .getByText(/^本表正在退回重评/)
    .waitFor();
});

test('on the visit: the returned item and its photos open, the others are held', async () => {
  await page.goto(`/#/rounds/${round}/visit/${application}`);
  await page.getByRole('button', { name: '修改 评分表' }).click();
  const area = item('B02');
  await area.getByText('组长退回理由：“请复核 B02”').waitFor();
  await area.getByLabel(/^实测值/).fill('58');
  await area.getByText('58 ㎡ < 60 ㎡ → 0.00').waitFor();
  await area.getByText(/^已保存/).waitFor();
  expect(await area.getByRole('button', { name: '拍照' }).isEnabled()).toBe(true);
  const other = item('B03');
  expect(await other.getByLabel(/^评语/).isDisabled()).toBe(true);
  expect(await other.getByRole('button', { name: '拍照' }).isDisabled()).toBe(true);
  await sitting.look('2-visit');
});

test('at the desk: the returned item opens, the others are held', async () => {
  await page.goto(`/#/rounds/${round}/desk/${application}/document`);
  const staff = item('A06');
  await staff.getByRole('button').first().click();
  await staff.getByRole('button', { name: '修改 A06' }).click();
  await staff.getByLabel(/^实测值/).fill('1');
  await staff.getByText(/^已保存/).waitFor();
  await item('A03').getByRole('button').first().click();
  await item('A03')
    .getByText(/^本表正在退回重评/)
    .waitFor();
  await sitting.look('3-desk');
});

test('sealed anew, the returned answers go out with the chair’s reasons', async () => {
  await page.goto(`/#/rounds/${round}/submission`);
  await page.getByRole('button', { name: /^重新封存 3 份评分表/ }).click();
  await page.getByText(/^第 2 版已于/).waitFor();
});

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});

/** An expert's workspace with everything scored, sealed and handed in, and an item of each stage returned by the chair. */
async function returnedRound(): Promise<{ round: string; application: string }> {
  const [chair, expert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf(name, folder)];
  const id = await issueTo(chair, [expert], folder);
  await answerAll(expert, id);
  const client = clientOf(expert);
  await client.submission.seal({ round: id, partial: false });
  const scores = await carry(expert, await finished(await client.submission.export({ round: id })), chair);
  await finished(await clientOf(chair).packages.import({ files: [scores], trust: [] }));
  const one = (await client.rounds.get({ round: id })).round.applications[0]?.id ?? '';
  const items = (['document', 'visit', 'roadshow'] as const).map((stage) => ({
    application: one,
    stage,
    item: returned[stage],
    occupation: null,
    levelGroup: null,
    reason: `请复核 ${returned[stage]}`,
  }));
  const me = expert.opened().me.keys.keyId;
  const made = await finished(await clientOf(chair).returns.make({ round: id, expert: me, reason: '请重评', items }));
  await finished(await client.packages.import({ files: [await carry(chair, made, expert)], trust: [] }));
  await Promise.all([chair, expert].map((core) => core.close()));
  return { round: id, application: one };
}
