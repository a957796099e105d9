import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '#shared/domain/sheet.ts';
import { launchBrowser } from '../browser.ts';
import { answerAllThrough, draftFor } from '../fixtures/issued-round.ts';
import { passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { coreOf } from './core-over-http.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { chooseFiles, sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/four-workspaces');
const school = '温州市瓯越示例职业培训学校';
const firm = '温州瓯海示例智造有限公司';

let folder: string;
let browser: Browser;
let chair: Sitting;
let experts: [Sitting, Sitting, Sitting];
let round: string;
const files = { round: '', scores: [] as string[], returned: '', result: '' };

/**
 * A chair and three experts, each at a laptop of their own, and nothing between them but files. Only the draft (`three-workspaces.test.ts`
 * clicks through it) and what is written into the sheets (that of the desk, the visit and the roadshow do) go through the API.
 */
beforeAll(async () => {
  folder = makeFolder('four');
  const names = ['专家甲', '专家乙', '专家丙'];
  const cores = await Promise.all(['组长', ...names].map((name) => workspaceOf(name, folder)));
  const [atChair, ...atExperts] = cores;
  if (atChair === undefined) {
    throw new Error('nobody sat down');
  }
  round = await draftFor(atChair, atExperts, folder, ['01-示例职业培训学校', '02-示例智造有限公司']);
  await Promise.all(cores.map((core) => core.close()));
  browser = await launchBrowser();
  const sit = (name: string) => sitDownAgain(browser, { name, folder, pictures, word: passphrase });
  chair = await sit('组长');
  experts = [await sit('专家甲'), await sit('专家乙'), await sit('专家丙')];
}, 240_000);

afterAll(async () => {
  await Promise.all([chair, ...experts].map((sitting) => sitting.end()));
  await browser.close();
  await removeFolder(folder);
});

const take = (page: Page, paths: string | string[]) => chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), paths);
const codeOn = async ({ page }: Sitting): Promise<string> => {
  const line = page.getByText(/^\d{5} \d{5} \d{5} \d{5}$/).first();
  await line.waitFor();
  return (await line.textContent()) ?? '';
};

test('the chair signs the round, and each expert takes it in', async () => {
  const { page, save, look } = chair;
  await page.getByRole('link', { name: '继续筹备' }).click();
  await page.getByRole('tab', { name: '评审组' }).click();
  await page.getByLabel('由评审组无记名推选组长').click();
  await look('00-panel');
  await page.getByRole('tab', { name: '计分规则' }).click();
  await page.getByLabel('工业机器人系统运维员（1 家申报）').fill('2');
  await page.getByText('已保存').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('工业机器人系统运维员（1 家申报）').inputValue()).toBe('2');
  expect(await page.getByLabel('无人机驾驶员（1 家申报）').inputValue()).toBe('');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('tab', { name: '核对并签发' }).click();
  files.round = await save(() => page.getByRole('button', { name: /^签发批次（3 名专家，2 家申报单位）/ }).click());
  for (const expert of experts) {
    await take(expert.page, files.round);
    await expert.page.getByRole('button', { name: /指纹一致/ }).click();
    await expert.page.getByRole('link', { name: '进入评审' }).click();
    await expert.page.getByRole('heading', { name: '签到与承诺' }).waitFor();
  }
});

test('each declares themself before anything opens, and votes in secret; one is kin to an applicant and sees nothing of it', async () => {
  for (const [index, { page, look }] of experts.entries()) {
    await page.getByLabel('评审地点').fill('示例会议室');
    await page.getByRole('button', { name: '签到', exact: true }).click();
    await page.getByRole('button', { name: '签署承诺书' }).click();
    if (index === 2) {
      await page.getByLabel(`与${firm}的情形`, { exact: true }).selectOption('kin');
      await page.getByLabel(`与${firm}的情形说明`).fill('近亲属在该单位任职（虚构）');
    }
    await page.getByRole('button', { name: /^其余 \d 家均无回避情形/ }).click();
    await page.getByRole('button', { name: '提交 2 家的回避申报' }).click();
    await page.getByText('已全部完成').waitFor();
    await page.getByRole('radio', { name: index === 0 ? '专家丙' : '专家乙' }).check();
    expect(await seriousViolations(page)).toEqual([]);
    await look(`01-ballot-${index + 1}`);
    await page.getByRole('button', { name: /^投票给专家/ }).click();
    await page.getByText(/已投票。所选没有保留。/).waitFor();
    await page.getByRole('link', { name: '进入评审' }).click();
    await page.getByRole('link', { name: `${school}：资料审核` }).waitFor();
    await page.getByRole('link', { name: `${firm}：资料审核` }).waitFor({ state: index === 2 ? 'detached' : 'visible' });
  }
});

test('each seals and reads a code out; the chair notes it before the packages arrive', async () => {
  const smaller = { value: { kind: 'number' as const, number: '45' }, comment: '只量了一处，卷尺复测（虚构）' };
  const otherwise: Readonly<Record<string, Partial<Answer>>>[] = [
    {},
    { B02: smaller, C02: { points: '2.00' } },
    { G01: { verdict: 'not-met', comment: '登记证照已过期（虚构）' } },
  ];
  const { page, look } = chair;
  await page.getByRole('link', { name: '进入批次' }).click();
  await page.getByText('封存码（已记 0/3）').click();
  for (const [index, expert] of experts.entries()) {
    const core = await coreOf(expert.page);
    const kin =
      index === 2 ? (await core.rounds.get({ round })).round.applications.find(({ applicant }) => applicant.name === firm) : undefined;
    await answerAllThrough(core, round, { otherwise: otherwise[index] ?? {}, without: kin === undefined ? [] : [kin.applicant.id] });
    await expert.page.reload();
    await expert.page.getByRole('link', { name: '封存导出' }).first().click();
    await expert.page.getByText('各项均已填完。').waitFor();
    await expert.page.getByRole('button', { name: /^封存 \d 份评分表/ }).click();
    await expert.page.getByText(/^第 1 版已于/).waitFor();
    const code = await codeOn(expert);
    files.scores.push(await expert.save(() => expert.page.getByRole('button', { name: '导出评分结果包' }).click()));
    await page.getByLabel(`${expert.name}的封存码`, { exact: true }).fill(code);
    await page.getByRole('button', { name: `记下${expert.name}的封存码` }).click();
    await page.getByText(code, { exact: true }).waitFor();
  }
  await page.getByText('封存码（已记 3/3）').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('02-codes-noted');
  const [first] = experts;
  await first.page.getByRole('button', { name: /^封存码（二维码）/ }).click();
  await first.page
    .getByRole('dialog')
    .getByRole('img', { name: /^封存码（二维码）/ })
    .waitFor();
  expect(await seriousViolations(first.page)).toEqual([]);
  await first.look('03-seal-code');
  await first.page.keyboard.press('Escape');
});

test('all packages at once; the board shows who is recused, and every code matches', async () => {
  const { page, look } = chair;
  await take(page, files.scores);
  await page.getByText('已导入').nth(2).waitFor();
  await page
    .getByRole('img', { name: /专家丙.*智造.*回避/ })
    .first()
    .waitFor();
  await page.getByText('与计入的第 1 版一致').nth(2).waitFor();
  await page.getByText('专家乙 2 票；专家丙 1 票').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('04-board');
  await page.getByText('封存码（已记 3/3）').click();
});

test('the queue is gone through by keyboard; each matter shows what everyone wrote, the clause and the papers', async () => {
  const { page, look } = chair;
  await page
    .getByRole('button', { name: /^处理：实测数值不一致.*B02/ })
    .first()
    .waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('只量了一处，卷尺复测（虚构）').waitFor();
  await dialog.getByText(/^依据：/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('05-measurement');
  await dialog.getByLabel('理由').fill('组长与两名专家现场复测，两处合计 60 ㎡。');
  await dialog.getByRole('button', { name: '采用 60' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => settledCount(page)).toBeGreaterThan(0);
  await settleAll(page);
  await page.getByText(/^已处理 \d+ 件/).click();
  await page
    .getByRole('button', { name: /^查看或改判：门槛项待定.*G01/ })
    .first()
    .click();
  await dialog.getByText('登记证照已过期（虚构）').waitFor();
  await dialog.getByText(/现有处理：认定为符合/).waitFor();
  await look('06-settled');
  await page.keyboard.press('Escape');
});

/** Settles whatever is open in the way the panel would. */
async function settleAll(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^处理：/ }).first();
  const done = page.getByText('没有待处理的事项。');
  while (!(await done.isVisible())) {
    const settled = await settledCount(page);
    await next.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('评审组合议（虚构）。');
    await dialog
      .getByRole('button', { name: /^(认定为符合|采用 |记录|按此)/ })
      .first()
      .click();
    await dialog.waitFor({ state: 'hidden' });
    // The list is read anew: until then the matter that was settled still stands in it.
    await expect.poll(() => settledCount(page)).toBeGreaterThan(settled);
  }
}

async function settledCount(page: Page): Promise<number> {
  const [said = ''] = await page.getByText(/^已处理 \d+ 件/).allTextContents();
  return Number(/\d+/.exec(said)?.[0] ?? 0);
}

test('the chair returns one item from a cell of the board, with the reason', async () => {
  const { page, look, save } = chair;
  await page.getByRole('button', { name: new RegExp(`^退回专家甲重评：.*${school}.*资料审核`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^A07 · / }).check();
  await dialog.getByLabel('退回理由').fill('名单上有 2 名档案管理人员，请复核。');
  expect(await seriousViolations(page)).toEqual([]);
  await look('07-return-dialog');
  files.returned = await save(() => dialog.getByRole('button', { name: '退回 1 项' }).click());
  expect(files.returned).toMatch(/\.lpreturn$/);
  await page.getByText('待重评').waitFor();
  await page.getByRole('img', { name: /专家甲.*资料审核：已退回重评/ }).waitFor();
  await look('08-board-returned');
});

test('the expert takes it in, reads why, and can change that item only', async () => {
  const [{ page, look }] = experts;
  await page.getByRole('link', { name: '遴评' }).click();
  await take(page, files.returned);
  await page.getByText('已导入').waitFor();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: `${school}：资料审核` }).click();
  await page.getByRole('button', { name: /^A08/ }).click();
  await page.getByText('只开放组长退回的评分项').waitFor();
  await page.getByRole('button', { name: /^A07/ }).click();
  await page.getByText('组长退回理由：“名单上有 2 名档案管理人员，请复核。”').waitFor();
  await look('09-desk-returned');
  await page.getByRole('button', { name: '修改 A07' }).click();
  await page.getByLabel(/实测/).first().fill('2');
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('link', { name: '返回申报单位' }).click();
});

test('sealed anew it comes back under the next number, old and new side by side, and the code read out is that of the old', async () => {
  const [expert] = experts;
  await expert.page.getByRole('link', { name: '封存导出' }).first().click();
  await expert.page.getByRole('button', { name: /^重新封存/ }).click();
  await expert.page.getByText(/^第 2 版已于/).waitFor();
  await expert.page.getByText('此前各版的封存码（1）').click();
  await expert.page.getByRole('button', { name: '第 1 版与第 2 版的不同' }).click();
  await expert.page.getByRole('dialog').getByRole('row', { name: /A07/ }).waitFor();
  expect(await seriousViolations(expert.page)).toEqual([]);
  await expert.look('10-changes');
  await expert.page.keyboard.press('Escape');
  const again = await expert.save(() => expert.page.getByRole('button', { name: '导出评分结果包' }).click());

  const { page, look } = chair;
  await take(page, again);
  await page.getByText('已收到新版本').waitFor();
  await page.getByRole('heading', { name: '没有计入的数据包' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^对比新旧/ }).click();
  const row = page.getByRole('dialog').getByRole('row', { name: /A07/ });
  await expect.poll(() => row.textContent()).toMatch(/1 人 · 1\.00 \/ 1\.00.*2 人 · 1\.00 \/ 1\.00.*请复核/);
  await look('11-old-and-new');
  await page.keyboard.press('Escape');
  await page.getByText('1 名需核对').click();
  await page.getByText('是第 1 版的封存码，后来又交了第 2 版').waitFor();
  await page.getByRole('button', { name: '读码以后改了什么' }).click();
  await page.getByRole('dialog').getByRole('row', { name: /A07/ }).waitFor();
  await page.keyboard.press('Escape');
  await look('12-code-of-the-old');
  await page.getByText(/^收到的数据包/).click();
  await page.getByRole('cell', { name: '已有更新版本' }).waitFor();
});

test('a count that comes to the same points is no matter to decide but stands in the explanation, and the ranking sorts, explains itself and lets a gate be decided', async () => {
  const { page, look } = chair;
  await settleAll(page);
  await page.getByRole('link', { name: '查看排名' }).click();
  await page.getByRole('table', { name: '排名' }).waitFor();
  await page.getByRole('button', { name: '总分' }).click();
  await page.getByRole('button', { name: '总分' }).click();
  await expect.poll(() => page.getByRole('columnheader', { name: '总分' }).getAttribute('aria-sort')).toBe('ascending');
  await page
    .getByRole('button', { name: /学校.*的计分说明/ })
    .first()
    .click();
  await page.getByText('计算过程').waitFor();
  await page.getByText(/^A07 的实测数不同（.*2.*），得分和门槛结论相同/).waitFor();
  await page
    .getByText(/组长认定：评审组合议/)
    .first()
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('13-ranking-open');
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
  expect(await seriousViolations(page)).toEqual([]);
  await look('14-sensitivity');
  await page.getByRole('tab', { name: '评审组' }).click();
  await page.getByText(/不足 3 名专家或 5 个申报职业/).waitFor();
  await look('15-panel');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await seriousViolations(page)).toEqual([]);
  await look('16-panel-narrow-dark');
  await expectNoSidewaysScrolling(page);
  await page.getByRole('tab', { name: '排名' }).click();
  await look('17-ranking-narrow-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  files.result = await chair.save(() => page.getByRole('button', { name: '导出评审结果包' }).click());
});

test('an expert finds the result right on the own workspace, down to the code that was read out', async () => {
  const [expert] = experts;
  const { page, look } = expert;
  const code = await codeOn(expert);
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await page.getByText('还没有收到评审结果').waitFor();
  await take(page, files.result);
  await page.getByText('核对一致').waitFor();
  await page.getByText('本人封存的第 2 版评分已计入，逐字节未改动').waitFor();
  await page.getByText('按所附评分在本机重新计算，结果与文件所写一致').waitFor();
  await page
    .getByRole('row', { name: /^专家甲/ })
    .getByText(code, { exact: true })
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('18-result-green');
  await page.setViewportSize({ width: 400, height: 800 });
  await look('19-result-narrow');
  await expectNoSidewaysScrolling(page);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('it turns red when a newer version of mine was handed over', async () => {
  const [{ page, look, save }] = experts;
  await page.getByRole('link', { name: '申报单位' }).first().click();
  await page.getByRole('link', { name: `${school}：资料审核` }).click();
  await page.getByRole('button', { name: /^A07/ }).click();
  await page.getByLabel('修改理由').fill('再次复核');
  await page.getByRole('button', { name: '修改 A07' }).click();
  await page.getByLabel(/实测/).first().fill('1');
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: '返回申报单位' }).click();
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('button', { name: /^重新封存/ }).click();
  await page.getByText(/^第 3 版已于/).waitFor();
  await save(() => page.getByRole('button', { name: '导出评分结果包' }).click());
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await page.getByText('核对不一致').waitFor();
  await page.getByText(/计入的是本人第 2 版评分，本人后来又导出了第 3 版/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await look('20-result-red');
});

test('nothing went wrong unseen', () => {
  expect([chair, ...experts].flatMap(({ unexpected }) => unexpected)).toEqual([]);
});
