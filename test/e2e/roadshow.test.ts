import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import { createKeys } from '#electron/packages/identity.ts';
import { changeDraft } from '#electron/rounds/draft.ts';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { expectNoSidewaysScrolling, expectTouchable } from './layout.ts';
import { takePicture } from './picture.ts';
import { passphrase, sitDown, type Sitting } from './sitting.ts';
import { unseal } from './unseal.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

/** One applicant at each width, the last again at the widest. */
const widths = [1280, 768, 400, 1280] as const;

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;
let round: string;
let ageIdentity: string;

beforeAll(async () => {
  folder = makeFolder('roadshow');
  browser = await launchBrowser();
  ({ round, ageIdentity } = await makeRound(join(folder, '路演')));
  sitting = await sitDown(browser, { name: '路演', folder, pictures: join(process.cwd(), 'test-artifacts/roadshow') });
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

const log = () => page.getByRole('region', { name: '问答记录' });
const item = (code: string): Locator => page.locator(`article[data-slot^='["${code}"']`);
const timer = (phase: string, on: Page = page) => on.getByRole('timer', { name: `${phase}剩余时间` });

test('the cell 集中路演 of the list leads to that applicant’s roadshow; the order is drawn by a seed that is shown', async () => {
  const cell = page.getByRole('link', { name: /：集中路演$/ }).nth(2);
  const name = ((await cell.getAttribute('aria-label')) ?? '').replace('：集中路演', '');
  await cell.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByLabel('用已有的抽签号').fill('2022-1115');
  await page.getByRole('button', { name: '按此号排序' }).click();
  await page.getByText('抽签号 2022-1115。').waitFor();
  await page.getByRole('list').getByRole('link').first().click();
  await page.getByText('第 1/4 家').waitFor();
  await sitting.look('1-drawn');
});

test.each([...widths.entries()])('applicant %i at %i px: talk, scores before, questions, scores after', async (index, width) => {
  await page.setViewportSize({ width, height: 900 });
  if (index === 0) {
    await page.clock.install({ time: new Date() });
  }
  await page.getByText(`第 ${index + 1}/4 家`).waitFor();
  await expect.poll(() => timer('汇报').textContent()).toBe('10:00');
  await page.getByRole('button', { name: '开始汇报' }).click();
  await page.getByRole('button', { name: '暂停' }).waitFor();
  await page.clock.fastForward('09:05');
  await page.getByText('即将到时').waitFor();
  await sitting.look(`2-${width}-warning-${index}`);
  for (const one of await page.locator('article[data-slot]').all()) {
    await one.getByRole('group').getByRole('button').nth(1).click();
    await one.getByText(/^已保存/).waitFor();
  }
  await page.clock.fastForward('01:30');
  await page.getByText('已超时').waitFor();
  if (index === 0) {
    const pressed = await timer('汇报').textContent();
    await page.reload();
    await page.getByText('已超时').waitFor();
    // How long the scoring took on top of what was put forward is the machine's affair.
    expect(pressed).toMatch(/^\+\d\d:\d\d$/);
    await expect.poll(() => timer('汇报').textContent()).toMatch(/^\+\d\d:\d\d$/);
  }
  await page.getByRole('button', { name: '开始提问' }).click();
  await page.getByText(/提问前评分已于/).waitFor();
  await log().getByLabel('提问人').fill('练习专家一（虚构）');
  await log()
    .getByLabel('问题')
    .fill(`第 ${index + 1} 家：怎样防作弊？`);
  await log().getByLabel('回答要点').fill('双机位监考，试题双人保管（虚构）');
  await log().locator('label', { hasText: 'C03' }).click();
  await log().getByRole('button', { name: '记录这个问题' }).click();
  await log().getByText('双机位监考').waitFor();
  // By keyboard: a digit and Enter.
  await item('C03').getByText('C03', { exact: true }).click();
  await item('C03').getByRole('group').getByRole('button', { name: /^3/ }).focus();
  await page.keyboard.press('2');
  await page.getByText('按 Enter 给 2 分').waitFor();
  await page.keyboard.press('Enter');
  await item('C03').getByText('提问前 3.00 → 现在 2.00').waitFor();
  await page.getByRole('button', { name: '结束' }).click();
  if (index > 0) {
    await expect
      .poll(() =>
        item('C03')
          .getByRole('button', { name: /：\d\.00 分，可调整$/ })
          .count(),
      )
      .toBe(index);
  }
  await expectNoSidewaysScrolling(page);
  await expectTouchable(page, { selector: 'main :is([data-slot], section, header) button', sides: ['width', 'height'] });
  await sitting.look(`3-${width}-after-${index}`);
  await page.getByRole('button', { name: '完成本表' }).click();
  await page.getByRole('button', { name: '继续修改本表' }).waitFor();
  if (index < 3) {
    await page.getByRole('button', { name: '下一家', exact: true }).last().click();
  }
});

test('an earlier score is adjusted with a reason', async () => {
  await item('C03')
    .getByRole('button', { name: /：2\.00 分，可调整$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group').getByRole('button', { name: /^4/ }).click();
  await dialog.getByLabel('调整理由').fill('与后几家比较，统一尺度');
  await sitting.look('4-adjust');
  await dialog.getByRole('button', { name: '改为 4.00 分' }).click();
  await item('C03')
    .getByRole('button', { name: /：4\.00 分，可调整$/ })
    .waitFor();
});

test('the clock for the second screen follows from an address of its own', async () => {
  const second = await page.context().newPage();
  await second.goto(`/#/clock/${round}`);
  await second.getByText('第 4/4 家').waitFor();
  await takePicture(second, join(process.cwd(), 'test-artifacts/roadshow/5-clock.png'));
  await second.close();
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 400],
] as const)('axe finds nothing serious, %s at %i px', async (colorScheme, width) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  expect(await seriousViolations(page)).toEqual([]);
  await sitting.look(`6-${width}-${colorScheme}`);
  await page.emulateMedia({ colorScheme: 'light' });
});

test('the overview says what is blank and leads there; a complete sheet is reopened on record', async () => {
  for (const width of [1280, 768, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/#/rounds/${round}/overview`);
    await page.getByText(/12 张评分表，4 张已评完/).waitFor();
    await sitting.look(`7-overview-${width}`);
    await expectNoSidewaysScrolling(page);
  }
  expect(await seriousViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  const reopen = page.getByRole('button', { name: /^继续修改 .*集中路演$/ });
  await expect.poll(() => reopen.count()).toBe(4);
  await page.getByRole('button', { name: '另 36 项' }).first().click();
  await page
    .getByRole('link', { name: /资料审核 A03$/ })
    .first()
    .click();
  await page.locator(`[data-open][data-slot^='["A03"']`).waitFor();
});

test('the exported package holds every question and both scores', async () => {
  await page.goto(`/#/rounds/${round}/submission`);
  await page.getByRole('button', { name: /^只封存已评完的部分/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^封存/ }).click();
  await page.getByText(/^第 1 版已于/).waitFor();
  const file = await sitting.save(() => page.getByRole('button', { name: '导出评分结果包' }).click());
  const { sheets } = (await unseal(file, { identity: ageIdentity, folder })).document;
  const roadshows = sheets.filter(({ stage }) => stage === 'roadshow').toSorted((one, other) => placeOf(one) - placeOf(other));
  expect(roadshows.map(placeOf)).toEqual([1, 2, 3, 4]);
  for (const [index, sheet] of roadshows.entries()) {
    expect(sheet.questions).toMatchObject([
      {
        askedBy: '练习专家一（虚构）',
        question: `第 ${index + 1} 家：怎样防作弊？`,
        answer: '双机位监考，试题双人保管（虚构）',
        items: ['C03'],
      },
    ]);
    expect(sheet.roadshow).toMatchObject({ order: { place: index + 1, of: 4, draw: { seed: '2022-1115' } } });
    expect(sheet.roadshow?.clock.map(({ phase, action }) => `${phase} ${action}`)).toEqual([
      'talk start',
      'questions start',
      'questions end',
    ]);
    expect(sheet.entries.filter(({ before }) => before === undefined)).toEqual([]);
    const third = sheet.entries.find((entry) => entry.item === 'C03');
    expect([third?.before?.points, third?.points]).toEqual(['3.00', index === 0 ? '4.00' : '2.00']);
  }
});

test('nothing went wrong unseen', () => {
  expect(sitting.unexpected).toEqual([]);
});

const placeOf = (sheet: ScoreDocument['sheets'][number]): number => sheet.roadshow?.order?.place ?? 0;

/** A practice round of four made-up applicants, ready to be scored by its chair. */
async function makeRound(workspaceFolder: string): Promise<{ round: string; ageIdentity: string }> {
  const core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  const client = createRouterClient(router, { context: { core } });
  await client.workspace.create({ passphrase, name: '练习者（虚构）', organisation: '示例单位' });
  const { id } = await client.rounds.draft.create({ title: '练习：路演（虚构）', practice: true });
  const making = await client.rounds.draft.addMadeUpApplications({ round: id, count: 4 });
  while ((await making.next()).done !== true) {
    // Only its end matters.
  }
  const { keyId, public: known } = await createKeys();
  changeDraft(core.opened(), id, (draft) => ({
    ...draft,
    panel: [...draft.panel, { id: keyId, name: '练习专家（虚构）', organisation: '示例单位', role: 'expert', ...known }],
  }));
  core.opened().workspace.stores.cards.setCompared({ keyId, compared: true });
  const issuing = await client.rounds.draft.issue({ round: id });
  while ((await issuing.next()).done !== true) {
    // Only its end matters.
  }
  const identity = core.opened().me.keys.ageIdentity;
  await core.close();
  return { round: id, ageIdentity: identity };
}
