import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { runLinping } from '../fixtures/command-line/run-linping.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { chooseFiles, createWorkspaceAs, sitDown, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/stages');
const samples = join(process.cwd(), 'test/fixtures/samples');
const school = '温州市瓯越示例职业培训学校';
const firm = '温州瓯海示例智造有限公司';

let folder: string;
let browser: Browser;
let chair: Sitting;
let visitor: Sitting;
let issued = '';

beforeAll(async () => {
  folder = makeFolder('stages');
  browser = await launchBrowser();
  chair = await sitDown(browser, { name: '组长（虚构）', folder, pictures });
  visitor = await sitDown(browser, { name: '察看专家（虚构）', folder, pictures });
  await createWorkspaceAs(chair);
  await createWorkspaceAs(visitor);
});

afterAll(async () => {
  await Promise.all([chair, visitor].map((sitting) => sitting.end()));
  await browser.close();
  await removeFolder(folder);
});

/** The steps build on one another. */

test('the chair keeps documents and roadshow, and gives the site visits to another', async () => {
  const { page, look } = chair;
  const card = await visitor.save(() => visitor.page.getByRole('button', { name: '导出我的身份卡' }).click());
  const bundles = ['01-示例职业培训学校', '02-示例智造有限公司'].map((sample) => [join(samples, sample), join(folder, `${sample}.lpapp`)]);
  for (const [sample = '', bundle = ''] of bundles) {
    expect(await runLinping('pack', sample, '--out', bundle)).toMatchObject({ exitCode: 0 });
  }
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('分环节的批次（虚构）');
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.getByRole('tab', { name: /评审组/ }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), card);
  await page.getByLabel('已当面核对察看专家（虚构）的指纹').click();
  await page.getByLabel('组长也参加评分').click();
  await page.getByRole('tab', { name: /申报单位/ }).click();
  await chooseFiles(
    page,
    page.getByRole('button', { name: '选择文件' }).first(),
    bundles.map(([, bundle = '']) => bundle),
  );
  await page.getByText('已导入 2 家申报单位').waitFor();
  await page.getByRole('tab', { name: /回避与分配/ }).click();
  await page.getByRole('button', { name: '察看专家（虚构）：整行或整列分配' }).click();
  await look('assign-all-menu');
  await page.getByRole('menuitem', { name: '只分配现场察看' }).click();
  for (const applicant of [school, firm]) {
    await page.getByRole('button', { name: `察看专家（虚构） 对 ${applicant}：察看` }).waitFor();
    await page.getByRole('button', { name: `组长（虚构） 对 ${applicant}：分配` }).click();
    await page.getByRole('menuitemcheckbox', { name: '现场察看' }).click();
    await page.getByRole('button', { name: `组长（虚构） 对 ${applicant}：资料、路演` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await page.getByText('没有总分，而计分规则要比较各专家的总分').waitFor();
  await look('assignments-under-totals');
  expect(await seriousViolations(page)).toEqual([]);
});

test('the rule has to go by stage before the round can be issued, and its example shows what that means', async () => {
  const { page, look, save } = chair;
  await page.getByRole('button', { name: '前往计分规则' }).click();
  await page.getByRole('combobox', { name: '汇总口径' }).click();
  await page.getByRole('option', { name: '按环节' }).click();
  await page.getByText('(43.00 + 46.00 + 44.00) ÷ 3 + (25.80 + 27.60 + 26.40) ÷ 3').waitFor();
  await look('rules-by-stage');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('tab', { name: /签发/ }).click();
  issued = await save(() => page.getByRole('button', { name: /^签发批次（2 名专家，2 家申报单位）/ }).click());
});

test('whoever visits is asked for the visits, and told where nothing is to be scored', async () => {
  const { page, look } = visitor;
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), issued);
  await page.getByRole('button', { name: /指纹一致/ }).click();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByLabel('评审地点').fill('示例会议室');
  await page.getByRole('button', { name: '签到', exact: true }).click();
  await page.getByRole('button', { name: '签署承诺书' }).click();
  await page.getByRole('button', { name: '其余 2 家均无回避情形' }).click();
  await page.getByRole('button', { name: '提交 2 家的回避申报' }).click();
  await page.getByText('已全部完成').waitFor();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: `${school}：资料审核` }).waitFor();
  await expect.poll(() => page.getByText('非本人环节').count()).toBe(4);
  await look('visitor-applications');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('link', { name: `${school}：资料审核` }).click();
  await page.getByText('这个环节不是您负责的').waitFor();
  await look('visitor-desk');
  expect(await seriousViolations(page)).toEqual([]);
  // The switch between stages leads to what is theirs.
  await page.getByText('现场察看', { exact: true }).first().click();
  await page.getByRole('heading', { name: '办公用房' }).waitFor();
  await page.setViewportSize({ width: 400, height: 860 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goBack();
  await page.getByText('这个环节不是您负责的').waitFor();
  await look('visitor-desk-400-dark');
});

test('nothing went wrong unseen', () => {
  expect([...chair.unexpected, ...visitor.unexpected]).toEqual([]);
});
