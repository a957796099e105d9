import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resultDocumentSchema } from '#shared/packages/documents.ts';
import { launchBrowser } from '../browser.ts';
import { runLinping } from '../fixtures/command-line/run-linping.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { scoreRoadshow, scoreSheet, type Findings } from './score-sheet.ts';
import { chooseFiles, createWorkspaceAs, sitDown, type Sitting } from './sitting.ts';

const run = promisify(execFile);
const pictures = join(process.cwd(), 'test-artifacts/three-workspaces');
const samples = join(process.cwd(), 'test/fixtures/samples');
const school = '01-示例职业培训学校';
const firm = '02-示例智造有限公司';
const title = '2022 新职业社会评价组织遴选（示例数据）';

const schoolName = '温州市瓯越示例职业培训学校';
const firmName = '温州瓯海示例智造有限公司';

let folder: string;
let browser: Browser;
let chair: Sitting;
let experts: Sitting[];
const files = { bundles: [] as string[], cards: [] as string[], round: '', scores: [] as string[], result: '' };

beforeAll(async () => {
  folder = makeFolder('three');
  browser = await launchBrowser();
  const sit = (name: string): Promise<Sitting> => sitDown(browser, { name, folder, pictures });
  chair = await sit('组长（虚构）');
  experts = [await sit('专家甲（虚构）'), await sit('专家乙（虚构）')];
});

afterAll(async () => {
  await Promise.all([chair, ...experts].map((sitting) => sitting.end()));
  await browser.close();
  await removeFolder(folder);
});

/** The steps build on one another: three people, three workspaces, and nothing between them but files. */

test('real folders become bundles on the command line', async () => {
  for (const sample of [school, firm]) {
    const bundle = join(folder, `${sample}.lpapp`);
    expect(await runLinping('pack', join(samples, sample), '--out', bundle)).toMatchObject({ exitCode: 0 });
    files.bundles.push(bundle);
  }
});

test('each makes a workspace, and the experts hand their cards to the chair', async () => {
  for (const sitting of [chair, ...experts]) {
    await createWorkspaceAs(sitting);
  }
  for (const { page, save } of experts) {
    files.cards.push(await save(() => page.getByRole('button', { name: '导出我的身份卡' }).click()));
  }
  await experts[0]?.look('01-expert-first-screen');
});

test('the chair sets up the round from cards and bundles, and issues it', async () => {
  const { page, look, save } = chair;
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill(title);
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.getByLabel('组织单位').fill('示例市人力资源和社会保障局');
  await look('02-chair-basics');
  await page.getByRole('button', { name: '下一步' }).click();
  await look('03-chair-rubric');
  await page.getByRole('button', { name: '下一步' }).click();
  await look('04-chair-rules');
  await page.getByRole('button', { name: '下一步' }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.cards);
  for (const { name } of experts) {
    await page.getByLabel(`已当面核对${name}的指纹`).click();
  }
  await look('05-chair-panel');
  await page.getByRole('button', { name: '下一步' }).click();
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.bundles);
  await page.getByText('已导入 2 家申报单位').waitFor();
  await look('06-chair-applications');
  await page.getByRole('button', { name: '下一步' }).click();
  await look('07-chair-assignments');
  await page.getByRole('button', { name: '下一步' }).click();
  await look('08-chair-issue');
  files.round = await save(() => page.getByRole('button', { name: /^签发批次（2 名专家，2 家申报单位）/ }).click());
  await look('09-chair-issued');
  expect(basename(files.round)).toMatch(/\.lpround$/);
});

test('each expert takes the round after comparing the chair’s fingerprint, signs in and declares themself', async () => {
  for (const { page, look } of experts) {
    await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.round);
    await page.getByRole('button', { name: /指纹一致/ }).waitFor();
    await look('10-expert-trust');
    await page.getByRole('button', { name: /指纹一致/ }).click();
    await page.getByRole('cell', { name: title }).waitFor();
    await page.getByRole('link', { name: '进入评审' }).click();
    await page.getByRole('heading', { name: '签到与承诺' }).waitFor();
    await look('11-expert-declarations');
    await page.getByLabel('评审地点').fill('示例会议室');
    await page.getByRole('button', { name: '签到', exact: true }).click();
    await page.getByRole('button', { name: '签署承诺书' }).click();
    await page.getByRole('button', { name: '其余 2 家均无回避情形' }).click();
    await page.getByRole('button', { name: '提交 2 家的回避申报' }).click();
    await page.getByText('已全部完成').waitFor();
    await look('11-expert-declared');
    await page.getByRole('link', { name: '进入评审' }).click();
    await page.getByRole('link', { name: `${firmName}：资料审核` }).waitFor();
    await look('11-expert-applications');
  }
});

const stages = ['资料审核', '现场察看', '集中路演'];
/** The experts measure the same and judge differently. */
const judged: Findings[] = [
  { A03: { anchor: 1 }, C01: { anchor: 1 }, C02: { anchor: 2 } },
  { A03: { anchor: 2 }, C01: { anchor: 2 } },
];

test('the experts score every item of every sheet, which saves by itself, and complete it', async () => {
  await Promise.all(experts.map((sitting, index) => scoreEverything(sitting, index)));
});

async function scoreEverything({ page, look }: Sitting, index: number): Promise<void> {
  for (const applicant of [schoolName, firmName]) {
    for (const stage of stages) {
      await page.getByRole('link', { name: `${applicant}：${stage}` }).click();
      await page.getByRole('heading', { name: applicant }).waitFor();
      await (stage === '集中路演' ? scoreRoadshow : scoreSheet)(page, judged[index]);
      if (index === 0 && applicant === schoolName) {
        await look(`12-desk-${stage}`);
      }
      await page.getByRole('button', { name: '完成本表' }).click();
      await page.getByRole('button', { name: '继续修改本表' }).waitFor();
      await page.getByRole('link', { name: stage === '集中路演' ? '申报单位' : '返回申报单位', exact: true }).click();
    }
  }
  await page.getByText('共 2 家，2 家已评完').waitFor();
  await look(`13-expert-${index + 1}-all-scored`);
}

test('both seal and export', async () => {
  for (const { page, look, save } of experts) {
    await page.getByRole('link', { name: '封存导出' }).first().click();
    await page.getByText('各项均已填完。').waitFor();
    await page.getByRole('button', { name: '封存 6 份评分表' }).click();
    await page.getByText(/^第 1 版已于/).waitFor();
    files.scores.push(await save(() => page.getByRole('button', { name: '导出评分结果包' }).click()));
    await look('14-expert-sealed');
  }
});

test('the chair merges the two files, the second time without any change, and sees the ranking', async () => {
  const { page, look, save } = chair;
  await page.getByRole('link', { name: '进入批次' }).click();
  await page.getByRole('table', { name: '评分结果一览' }).waitFor();
  await look('15-board-empty');
  for (const again of [false, true]) {
    await chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), files.scores);
    await page
      .getByText(again ? '已有相同内容' : '已导入')
      .nth(1)
      .waitFor();
  }
  await look('16-board-full');
  await page.getByRole('link', { name: '查看排名' }).click();
  await page.getByRole('row', { name: /推荐/ }).first().waitFor();
  await look('17-ranking');
  await page.getByRole('button', { name: new RegExp(`${firmName}.*的计分说明`) }).click();
  await page.getByText('计算过程').first().waitFor();
  await look('18-ranking-explained');
  files.result = await save(() => page.getByRole('button', { name: '导出评审结果包' }).click());
  expect(basename(files.result)).toMatch(/\.lpresult$/);
});

test('the totals on the chair’s screen are those of the signed result, which anyone can verify', async () => {
  expect(await runLinping('verify', files.result)).toMatchObject({ exitCode: 0 });
  const { stdout } = await run('unzip', ['-p', files.result, '*/data/document.json']);
  const { candidates } = resultDocumentSchema.parse(JSON.parse(stdout));
  expect(candidates).toHaveLength(3);
  for (const { occupation, total, rank } of candidates) {
    const row = chair.page
      .getByRole('row')
      .filter({ hasText: occupation })
      .filter({ hasText: total ?? 'no total' });
    expect(total).not.toBeNull();
    await expect.poll(() => row.first().getByRole('cell').first().textContent()).toContain(String(rank));
  }
});

test('nothing went wrong unseen', () => {
  expect([chair, ...experts].flatMap(({ unexpected }) => unexpected)).toEqual([]);
});
