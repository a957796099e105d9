import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, handIn, issueTo } from '../fixtures/issued-round.ts';
import { passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { chooseFiles, sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/reissue');

/** One item of each stage, as the round says it the second time. */
const corrected = [
  ['A03', '工作业绩、获奖情况（更正，虚构）'],
  ['B04', '课桌椅、讲台、黑板、照明通风（更正，虚构）'],
  ['C02', '契合产业布局和技能人才需求（更正，虚构）'],
] as const;

let folder: string;
let browser: Browser;
let chair: Sitting;
let expert: Sitting;
let file: string;

/** A round that is out, with an expert who has scored everything and handed it in. */
beforeAll(async () => {
  folder = makeFolder('reissued');
  const atChair = await workspaceOf('组长（虚构）', folder);
  const atExpert = await workspaceOf('专家甲（虚构）', folder);
  const round = await issueTo(atChair, [atExpert], folder);
  await answerAll(atExpert, round);
  await handIn(atExpert, round, atChair);
  await Promise.all([atChair.close(), atExpert.close()]);
  browser = await launchBrowser();
  const sit = (name: string) => sitDownAgain(browser, { name, folder, pictures, word: passphrase });
  chair = await sit('组长（虚构）');
  expert = await sit('专家甲（虚构）');
}, 240_000);

afterAll(async () => {
  await Promise.all([chair, expert].map((sitting) => sitting.end()));
  await browser.close();
  await removeFolder(folder);
});

/** The same page narrow, in English and dark, as pictures; back to where it was. */
async function lookEveryWay({ page, look }: Sitting, picture: string): Promise<void> {
  await look(picture);
  await page.setViewportSize({ width: 400, height: 800 });
  await look(`${picture}-400`);
  await expectNoSidewaysScrolling(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(`${picture}-dark`);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the chair corrects an item of the round that is out, sees what that asks of the experts, and issues it again', async () => {
  const { page, save } = chair;
  await page.getByRole('link', { name: '汇总' }).click();
  await page.getByText('批次当前为第 1 次签发。').waitFor();
  await page.getByRole('button', { name: '更改并再次签发' }).click();
  await page.getByText(/筹备第 2 次签发/).waitFor();
  await page.getByRole('tab', { name: /核对并签发/ }).click();
  await page.getByRole('row', { name: /没有可签发的更改/ }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^签发批次/ }).isDisabled()).toBe(true);
  await page.getByRole('tab', { name: '评审组' }).click();
  await page.getByLabel('组长也参加评分').click();
  await expect.poll(() => page.getByLabel('组长也参加评分').isChecked()).toBe(true);
  await page.getByRole('tab', { name: /回避与分配/ }).click();
  await page.getByRole('button', { name: '组长（虚构）：整行或整列分配' }).waitFor();
  const workbook = await save(() => page.getByRole('button', { name: '导出为 Excel' }).click());
  await page.getByRole('button', { name: '专家甲（虚构）：整行或整列分配' }).click();
  await page.getByRole('menuitem', { name: '全部不分配' }).click();
  await page.getByRole('button', { name: /^专家甲（虚构） 对 .*：不分配$/ }).waitFor();
  await chooseFiles(page, page.getByRole('button', { name: '从 Excel 导入' }), workbook);
  await page.getByText(/^分配：专家甲（虚构） →/).waitFor();
  await lookEveryWay(chair, '00-assignments');
  await page.getByRole('button', { name: '采用这份分配' }).click();
  await page.getByRole('button', { name: /^专家甲（虚构） 对 .*：分配$/ }).waitFor();
  await page.getByRole('tab', { name: /评分标准/ }).click();
  for (const [code, text] of corrected) {
    await page.getByRole('button', { name: `修改评分项 ${code}` }).click();
    await page.getByRole('dialog').getByLabel('内容').fill(text);
    await page.getByRole('button', { name: `保存评分项 ${code}` }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByText(/与第 1 版（已签发）相比改动 3 项/).waitFor();
  await page.getByRole('tab', { name: /核对并签发/ }).click();
  await page.getByText('评分项有更改：A03、B04、C02').waitFor();
  await page.getByText(/重新封存/).waitFor();
  await lookEveryWay(chair, '01-what-changes');
  file = await save(() => page.getByRole('button', { name: /^签发批次/ }).click());
  await page.getByText('批次已签发', { exact: false }).first().waitFor();
});

test('the chair’s board says why what was sealed before no longer counts', async () => {
  const { page } = chair;
  await page.getByRole('link', { name: '进入批次' }).click();
  await page.getByText('批次当前为第 2 次签发。').waitFor();
  await page.getByRole('heading', { name: '没有计入的数据包' }).waitFor();
  await page.getByRole('img', { name: /专家甲.*资料审核：已被取代，新版本未交（此前第 1 版/ }).waitFor();
  await lookEveryWay(chair, '02-board');
});

test('the chair, who scores too now, sees nothing of what others gave before the own sheets are sealed', async () => {
  const { page, look } = chair;
  await page.getByRole('note').filter({ hasText: '先封存本人的 3 份评分表' }).waitFor();
  await page.getByText(/封存以后才显示他人的评分/).waitFor();
  await page.getByRole('link', { name: '查看排名' }).click();
  await page.getByText(/本人还有 3 份评分表没有封存/).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await look('02-own-first');
});

test('the expert takes it in, sees the changed item beside the own answer, and seals only after looking', async () => {
  const { page } = expert;
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), file);
  await page.getByText('已导入').first().waitFor();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: '总览' }).click();
  await page
    .getByText(/^待复核 \d+ 项$/)
    .first()
    .waitFor();
  await page.getByText(/^共 3 张评分表，0 张已评完，还有 \d+ 处未完成$/).waitFor();
  await page.getByRole('link', { name: /^接着评：/ }).waitFor();
  expect(await page.getByText('没有空白或待补的项').count()).toBe(0);
  await lookEveryWay(expert, '03-overview');
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page
    .getByText(/个评分项在评分之后有更改，请复核/)
    .first()
    .waitFor();
  await page
    .getByText(/→ 契合产业布局和技能人才需求（更正，虚构）/)
    .first()
    .waitFor();
  await expect.poll(() => page.getByRole('button', { name: /封存 \d 份评分表/ }).isDisabled()).toBe(true);
  await lookEveryWay(expert, '03-look-again');
});

test('each changed item says so where it is scored, at the desk, on the visit and at the roadshow, and is answered there', async () => {
  const { page } = expert;
  const still = page.getByRole('button', { name: /仍然适用/ });
  const changed = page.getByRole('note').filter({ hasText: '评分之后本项有更改' });
  for (const [index, [code, text]] of corrected.entries()) {
    await page
      .getByRole('link', { name: new RegExp(`^${code}`) })
      .first()
      .click();
    await page.waitForURL([/\/desk\//, /\/visit\//, /\/roadshow/][index] ?? '');
    const item = page.locator(`[data-slot*="${code}"]`).filter({ has: changed }).first();
    await item.getByText(`→ ${text}`).waitFor();
    await item.getByText('原评分').waitFor();
    await item.scrollIntoViewIfNeeded();
    await lookEveryWay(expert, `03-${code}-changed`);
    const here = changed.filter({ hasText: text });
    // An item that is scored for each occupation is asked about for each.
    for (let left = await here.count(); left > 0; left -= 1) {
      await here
        .first()
        .getByRole('button', { name: /仍然适用/ })
        .click();
      await expect.poll(() => here.count()).toBe(left - 1);
    }
    await page.goBack();
    await page.getByRole('heading', { name: '封存导出' }).waitFor();
    await page.getByRole('link', { name: new RegExp(`^${code}`) }).waitFor({ state: 'detached' });
  }
  await expect.poll(() => still.count()).toBe(0);
});

test('what was looked at is sealed anew', async () => {
  const { page } = expert;
  await page.getByRole('button', { name: /封存 \d 份评分表/ }).click();
  await page.getByText(/^第 2 版已于/).waitFor();
  await lookEveryWay(expert, '04-sealed-anew');
});

test('once the new version is here the board asks nobody to score again, and its cells say received', async () => {
  const again = await expert.save(() => expert.page.getByRole('button', { name: '导出评分结果包' }).click());
  const { page } = chair;
  await page.getByRole('link', { name: '汇总' }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), again);
  await page.getByRole('img', { name: /专家甲.*资料审核：已收到（此前第 1 版已被取代）/ }).waitFor();
  await page.getByRole('heading', { name: '没有计入的数据包' }).waitFor({ state: 'detached' });
  await page.getByText('收到的数据包（2）').click();
  await page.getByRole('row', { name: /专家甲（虚构） 1 已有更新版本/ }).waitFor();
  await lookEveryWay(chair, '05-board-of-the-new');
});

test('nothing went wrong unseen', () => {
  expect([...chair.unexpected, ...expert.unexpected]).toEqual([]);
});
