import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { launchBrowser } from '../browser.ts';
import { answerAll, handIn, issueTo } from '../fixtures/issued-round.ts';
import { clientOf, finished, handOver, workspaceOf } from '../fixtures/workspaces.ts';
import { chooseFiles, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/merge-and-ranking');

let folder: string;
let browser: Browser;
let chair: Sitting;
let first: Core;
let round: string;
let result: string;

/**
 * A chair and three experts, each in a workspace of their own. One is kin to an applicant, one measured 62 ㎡ where the others have 60, and
 * one says 不符合 where the others say 符合. What experts do by clicking is proved elsewhere; here they go through the API.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linping-merge-e2e-'));
  const atChair = await workspaceOf('组长', folder);
  first = await workspaceOf('专家甲', folder);
  const [second, third] = [await workspaceOf('专家乙', folder), await workspaceOf('专家丙', folder)];
  round = await issueTo(atChair, [first, second, third], folder, ['01-示例职业培训学校', '02-示例智造有限公司']);
  const applications = (await clientOf(third).rounds.get({ round })).round.applications;
  const kin = applications[1]?.applicant.id ?? '';
  await clientOf(third).declarations.declareConflicts({
    round,
    conflicts: applications.map(({ applicant }) =>
      applicant.id === kin
        ? { applicant: applicant.id, conflict: 'kin', reason: '近亲属在该单位任职（虚构）' }
        : { applicant: applicant.id, conflict: 'none', reason: '' },
    ),
  });
  const wider = { value: { kind: 'number' as const, number: '62' }, comment: '两处合计，卷尺复测（虚构）' };
  await answerAll(first, round);
  await answerAll(second, round, { otherwise: { B02: wider, C02: { points: '2.00' } } });
  await answerAll(third, round, { otherwise: { G01: { verdict: 'not-met', comment: '登记证照已过期（虚构）' } }, without: [kin] });
  for (const expert of [first, second, third]) {
    await handIn(expert, round, atChair);
  }
  await Promise.all([atChair, second, third].map((core) => core.close()));
  browser = await launchBrowser();
  chair = await sitAt('组长');
}, 240_000);

afterAll(async () => {
  await chair.end();
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function sitAt(name: string): Promise<Sitting> {
  const sitting = await sitDown(browser, { name, folder, pictures });
  await sitting.page.getByLabel('口令').fill('口令 2022 秋');
  await sitting.page.keyboard.press('Enter');
  await sitting.page.getByRole('button', { name: '打开练习批次' }).waitFor();
  return sitting;
}

/** No violation of WCAG 2 A and AA on what is on the screen. */
async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('the board shows who is recused, and the queue is gone through by keyboard', async () => {
  const { page, look } = chair;
  await page.getByRole('link', { name: /汇总|进入批次/ }).click();
  await page
    .getByRole('img', { name: /专家丙.*智造.*回避/ })
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^处理：实测数值不一致.*B02/ })
    .first()
    .waitFor();
  await isAccessible(page);
  await look('01-board');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('两处合计，卷尺复测（虚构）').waitFor();
  await dialog.getByText(/^依据：/).waitFor();
  await isAccessible(page);
  await look('02-measurement');
  await dialog.getByLabel('理由').fill('组长与两名专家现场复测为 62 ㎡。');
  await dialog.getByRole('button', { name: '采用 62' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('every other matter is settled with a reason, and what each expert wrote stays to be seen', async () => {
  const { page, look } = chair;
  const next = page.getByRole('button', { name: /^处理：/ });
  for (let left = await next.count(); left > 0; left = await next.count()) {
    await next.first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('评审组合议（虚构）。');
    await dialog
      .getByRole('button', { name: /^(认定为符合|采用 62|记录|按此)/ })
      .first()
      .click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByText('没有待处理的事项。').waitFor();
  await page.getByText(/^已处理 \d+ 件/).click();
  await page
    .getByRole('button', { name: /^查看或改判：门槛项待定.*G01/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('登记证照已过期（虚构）').waitFor();
  await dialog.getByText(/现有处理：认定为符合/).waitFor();
  await look('03-settled');
  await page.keyboard.press('Escape');
});

test('one item goes back to an expert; the new version takes the place of the old, which needs nothing done', async () => {
  const { page, save, look } = chair;
  await page
    .getByRole('button', { name: /^退回专家甲重评：.*集中路演/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('checkbox', { name: /^C02 · / })
    .first()
    .check();
  await dialog.getByLabel('退回理由').fill('请补写评分依据。');
  const returned = await save(() => dialog.getByRole('button', { name: '退回 1 项' }).click());
  await finished(await clientOf(first).packages.import({ files: [await handOver(returned, 'x.lpreturn', first)], trust: [] }));
  await clientOf(first).submission.seal({ round, partial: false });
  const exported = await finished(await clientOf(first).submission.export({ round }));
  const score = join(folder, '专家甲-2.lpscore');
  const open = await first.openExport(exported.id);
  if (open === null) {
    throw new Error('no such export');
  }
  await pipeline(open.content, createWriteStream(score));
  await first.close();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), score);
  await page.getByText('已收到新版本').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('heading', { name: '没有计入的数据包' }).count()).toBe(0);
  await page.getByText(/^收到的数据包/).click();
  await page.getByRole('cell', { name: '已有更新版本' }).waitFor();
  await look('04-superseded');
});

test('the ranking sorts, shows one occupation, explains itself, and its gates can be decided from it', async () => {
  const { page, look } = chair;
  await page.getByRole('link', { name: '查看排名' }).click();
  const table = page.getByRole('table', { name: '排名' });
  await table.waitFor();
  await page.getByRole('button', { name: '总分' }).click();
  await page.getByRole('button', { name: '总分' }).click();
  expect(await page.getByRole('columnheader', { name: '总分' }).getAttribute('aria-sort')).toBe('ascending');
  await page
    .getByRole('button', { name: /学校.*的计分说明/ })
    .first()
    .click();
  await page.getByText('计算过程').waitFor();
  await page
    .getByText(/组长认定：评审组合议/)
    .first()
    .waitFor();
  await isAccessible(page);
  await look('05-ranking-open');
  await page.getByRole('button', { name: '认定 G01' }).first().click();
  await page
    .getByRole('dialog')
    .getByText(/现有处理：认定为符合/)
    .waitFor();
  await page.keyboard.press('Escape');
});

test('how it hangs on the method and on each expert, and how the panel scored', async () => {
  const { page, look } = chair;
  await page.getByRole('tab', { name: '敏感性' }).click();
  await page.getByRole('button', { name: '比较各种计分方法' }).click();
  await page.getByRole('columnheader', { name: '去掉专家乙' }).waitFor();
  await isAccessible(page);
  await look('06-sensitivity');
  await page.getByRole('tab', { name: '评审组' }).click();
  await page.getByText(/不足 3 名专家或 5 个申报职业/).waitFor();
  await isAccessible(page);
  await look('07-panel');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  await look('08-panel-narrow-dark');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await page.getByRole('tab', { name: '排名' }).click();
  await look('09-ranking-narrow-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  result = await chair.save(() => page.getByRole('button', { name: '导出评审结果包' }).click());
});

test('an expert finds it right on the own workspace', async () => {
  const expert = await sitAt('专家甲');
  const { page } = expert;
  await page.getByRole('link', { name: /进入评审/ }).click();
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), result);
  await page.getByText('核对一致').waitFor({ timeout: 60_000 });
  await page.getByText('本人封存的第 2 版评分已计入，逐字节未改动').waitFor();
  expect([...chair.unexpected, ...expert.unexpected]).toEqual([]);
  await expert.end();
});
