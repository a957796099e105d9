import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, draftFor, issueDraftTo } from '../fixtures/issued-round.ts';
import { clientOf, passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling, saveSettings } from './layout.ts';
import { chooseFiles, sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/panel-election');
const names = ['专家甲', '专家乙', '专家丙', '专家丁'];

let folder: string;
let browser: Browser;
let chair: Sitting;
let experts: Sitting[] = [];

/** A round with an election; four experts have scored everything, and nobody has voted or sealed. */
beforeAll(async () => {
  folder = makeFolder('election-screens');
  const cores = await Promise.all(['组长', ...names].map((name) => workspaceOf(name, folder)));
  const [atChair, ...atExperts] = cores;
  if (atChair === undefined) {
    throw new Error('nobody sat down');
  }
  const round = await draftFor(atChair, atExperts, folder);
  await clientOf(atChair).rounds.draft.setElection({ round, asks: true });
  await issueDraftTo(atChair, atExperts, round);
  for (const expert of atExperts) {
    await answerAll(expert, round);
  }
  await Promise.all(cores.map((core) => core.close()));
  browser = await launchBrowser();
  const sit = (name: string) => sitDownAgain(browser, { name, folder, pictures, word: passphrase });
  chair = await sit('组长');
  experts = [];
  for (const name of names) {
    experts.push(await sit(name));
  }
}, 300_000);

afterAll(async () => {
  await Promise.all([chair, ...experts].map((sitting) => sitting.end()));
  await browser.close();
  await removeFolder(folder);
});

const take = (page: Page, paths: string | string[]) => chooseFiles(page, page.getByRole('button', { name: '选择文件' }).first(), paths);
const section = () => chair.page.getByRole('region', { name: '推选组长（无记名投票）' });

/** Votes, seals and exports; `choice` is a member, or 弃权, or null for who lets it be. */
async function voteAndSeal({ page, save }: Sitting, choice: string | null): Promise<string> {
  if (choice !== null) {
    await page.getByRole('link', { name: '签到与承诺' }).click();
    await page.getByRole('radio', { name: new RegExp(`^${choice}`) }).check();
    await page.getByRole('button', { name: choice === '弃权' ? '投弃权票' : `投票给${choice}` }).click();
    await page.getByText(/已投票。所选没有保留。/).waitFor();
  }
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('button', { name: /封存 3 份评分表$/ }).click();
  return save(() => page.getByRole('button', { name: '导出评分结果包' }).click());
}

/** The same page wide and narrow, as pictures. */
async function lookEveryWay({ page, look }: Sitting, picture: string): Promise<void> {
  await look(picture);
  await page.setViewportSize({ width: 400, height: 800 });
  await look(`${picture}-400`);
  await expectNoSidewaysScrolling(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await seriousViolations(page)).toEqual([]);
}

/** The page in English, wide and narrow; back to Chinese as it was. */
async function lookInEnglish({ page, look }: Sitting, { picture, at }: { picture: string; at: RegExp }): Promise<void> {
  const read = async (language: 'zh' | 'en') => {
    await saveSettings(page, { language, colours: 'light', textSize: 'standard' });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  };
  await read('en');
  await page.getByText(at).first().scrollIntoViewIfNeeded();
  await look(`${picture}-en`);
  await page.setViewportSize({ width: 400, height: 800 });
  await look(`${picture}-en-400`);
  await expectNoSidewaysScrolling(page);
  const section = page.getByText(at).first().locator('xpath=ancestor::section[1]');
  await expect
    .poll(() =>
      section.evaluate((shown) =>
        [...shown.querySelectorAll('*')].flatMap((part) => (part.getBoundingClientRect().right > innerWidth ? [part.textContent] : [])),
      ),
    )
    .toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await read('zh');
}

test('who has not voted is reminded before sealing; an abstention is a ballot like any other', async () => {
  const [first] = experts;
  if (first === undefined) {
    throw new Error('nobody sat down');
  }
  const { page } = first;
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('status').filter({ hasText: '还没有投票推选组长' }).waitFor();
  await lookEveryWay(first, '00-reminder');
  await page.getByRole('link', { name: '前往投票' }).click();
  await page.getByRole('radio', { name: /^弃权/ }).scrollIntoViewIfNeeded();
  await lookEveryWay(first, '01-ballot');
  await lookInEnglish(first, { picture: '01-ballot', at: /^Abstain/ });
  for (const expert of experts.slice(1)) {
    await expert.page.getByRole('link', { name: '进入评审' }).click();
  }
  const files = [];
  for (const [index, choice] of ['弃权', '专家甲', '专家乙', null].entries()) {
    const expert = experts[index];
    if (expert !== undefined) {
      files.push(await voteAndSeal(expert, choice));
    }
  }
  await page.getByRole('status').filter({ hasText: '还没有投票推选组长' }).waitFor({ state: 'detached' });
  await chair.page.getByRole('link', { name: '汇总' }).click();
  await take(chair.page, files);
  await section().getByText('全部选票到齐后得出票数；还缺：专家丁').waitFor();
});

test('a result is not exported with the election open without asking, and saying so', async () => {
  const { page } = chair;
  await page.getByRole('link', { name: '查看排名' }).click();
  await page.getByRole('button', { name: '导出评审结果包' }).click();
  const dialog = page.getByRole('dialog', { name: '还有 1 件事项没有结论' });
  await dialog.getByText('推选组长：选票没有到齐').waitFor();
  await lookEveryWay(chair, '02-export-asks');
  await dialog.getByRole('button', { name: '先去处理' }).click();
  await page.getByRole('link', { name: '汇总' }).click();
});

test('the chair opens a further ballot of those who take part; it travels in the next issue', async () => {
  const { page, save } = chair;
  await section().getByRole('button', { name: '再投一次…' }).click();
  const dialog = page.getByRole('dialog', { name: '第 2 次无记名投票' });
  await expect.poll(() => dialog.getByRole('checkbox', { name: '专家丁（上次没有投票）' }).isChecked()).toBe(false);
  await expect.poll(() => dialog.getByLabel('再投一次的理由').inputValue()).toBe('专家丁 没有投票，由其余人员重新投票。');
  await lookEveryWay(chair, '03-next-ballot');
  await dialog.getByRole('button', { name: '准备第 2 次投票' }).click();
  await page.getByText('推选组长的再次投票有更改').waitFor();
  await page.getByText(/推选组长将再投一次/).waitFor();
  await lookEveryWay(chair, '04-next-issue');
  const issued = await save(() => page.getByRole('button', { name: /^签发批次/ }).click());
  await page.getByRole('link', { name: '进入批次' }).click();
  await section().getByText('没有计票，已另行投票；没有投票的：专家丁').waitFor();
  const files = [];
  for (const [index, choice] of ['专家甲', '专家甲', '专家乙', null].entries()) {
    const expert = experts[index];
    if (expert === undefined) {
      throw new Error('nobody sat down');
    }
    await expert.page.getByRole('link', { name: '遴评' }).click();
    await take(expert.page, issued);
    await expert.page.getByText('已导入').waitFor();
    await expert.page.getByRole('link', { name: '进入评审' }).click();
    if (choice === null) {
      await expert.page.getByRole('link', { name: '签到与承诺' }).click();
      await expert.page.getByText('本人不参加这一次投票。').waitFor();
      await expert.page.getByText(/第 2 次投票。理由：专家丁 没有投票/).waitFor();
      continue;
    }
    files.push(await voteAndSeal(expert, choice));
  }
  await take(page, files);
  await section().getByText('专家甲 得票最多，当选组长').waitFor();
  await section().getByText('专家甲 2 票；专家乙 1 票').waitFor();
  await section().scrollIntoViewIfNeeded();
  await lookEveryWay(chair, '05-elected');
  await lookInEnglish(chair, { picture: '05-elected', at: /^Ballot 2$/ });
});

test('the chair may record what the panel decided in the room, with the reason; the result’s page has the tally and who did not vote', async () => {
  const { page, save } = chair;
  await section().getByRole('button', { name: '记录当场表决并结束推选…' }).click();
  const dialog = page.getByRole('dialog', { name: '记录当场表决并结束推选' });
  await dialog.getByRole('radio', { name: '专家乙' }).check();
  await dialog.getByLabel('专家乙 得票').fill('1');
  await dialog.getByLabel('专家丙 得票').fill('3');
  await dialog.getByText('所选的组长得票不是最多').waitFor();
  await dialog.getByLabel('专家丙 得票').fill('0');
  await dialog.getByLabel('专家乙 得票').fill('4');
  await dialog.getByLabel('理由').fill('当选人请辞，当场另行推选（虚构）');
  await lookEveryWay(chair, '06-close');
  await dialog.getByRole('button', { name: '记录并结束推选' }).click();
  await section().getByText('专家乙 任组长，由评审组当场表决产生').waitFor();
  await page.getByRole('link', { name: '查看排名' }).click();
  const result = await save(() => page.getByRole('button', { name: '导出评审结果包' }).click());
  const [first] = experts;
  if (first === undefined) {
    throw new Error('nobody sat down');
  }
  await first.page.getByRole('link', { name: '核对评审结果' }).click();
  await take(first.page, result);
  const stated = first.page.getByRole('region', { name: '推选组长（无记名投票）' });
  await stated.getByText('专家乙 任组长，由评审组当场表决产生').waitFor();
  await stated.getByText(/^组长（组长）于 .* 结束推选。理由：当选人请辞/).waitFor();
  await stated.getByText('专家甲 2 票；专家乙 1 票').waitFor();
  await stated.getByText('没有计票，已另行投票；没有投票的：专家丁').waitFor();
  await first.page.getByText('核对一致').waitFor();
  await stated.scrollIntoViewIfNeeded();
  await lookEveryWay(first, '07-result');
  await lookInEnglish(first, { picture: '07-result', at: /^Ballot 2$/ });
});

test('nothing went wrong unseen', () => {
  expect([chair, ...experts].flatMap(({ unexpected }) => unexpected)).toEqual([]);
});
