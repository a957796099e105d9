import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { launchBrowser } from '../browser.ts';
import { draftFor } from '../fixtures/issued-round.ts';
import { clientOf, finished, passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { chooseFiles, sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/panel-way-out');

let folder: string;
let browser: Browser;
let expert: Sitting;
let issues: [string, string];

/** A round that was issued twice; the expert has taken in neither. */
beforeAll(async () => {
  folder = makeFolder('way-out');
  const [chair, atExpert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf('专家甲（虚构）', folder)];
  const round = await draftFor(chair, [atExpert], folder);
  const first = await issue(chair, round, 'issue-1.lpround');
  const { draft } = clientOf(chair).rounds;
  await draft.reissue({ round });
  await draft.update({ round, notice: '通知有更正（虚构）' });
  issues = [first, await issue(chair, round, 'issue-2.lpround')];
  await Promise.all([chair.close(), atExpert.close()]);
  browser = await launchBrowser();
  expert = await sitDownAgain(browser, { name: '专家甲（虚构）', folder, pictures, word: passphrase });
}, 240_000);

afterAll(async () => {
  await expert.end();
  await browser.close();
  await removeFolder(folder);
});

/** Issues the draft and puts the package on a stick; its path. */
async function issue(chair: Core, round: string, name: string): Promise<string> {
  const { export: ref } = await finished(await clientOf(chair).rounds.draft.issue({ round }));
  const opened = await chair.openExport(ref.id);
  if (opened === null) {
    throw new Error('no such export');
  }
  await writeFile(join(folder, name), await buffer(Readable.from(opened.content)));
  return join(folder, name);
}

const take = (path: string) => chooseFiles(expert.page, expert.page.getByRole('button', { name: '选择文件' }).first(), path);

test('from the open declarations the home link leads home, and a newer issue of the round is taken in there', async () => {
  const { page } = expert;
  await take(issues[0]);
  await page.getByRole('button', { name: /指纹一致/ }).click();
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('heading', { name: '签到与承诺' }).waitFor();
  await page.getByRole('link', { name: '遴评' }).click();
  await page.getByRole('heading', { name: '评审批次' }).waitFor();
  await take(issues[1]);
  await page.getByText('已导入').waitFor();
});

test('Back leads out of the open declarations, too; within the round they stay what comes first', async () => {
  const { page } = expert;
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('heading', { name: '签到与承诺' }).waitFor();
  await page.getByRole('link', { name: '总览' }).click();
  await page.getByRole('heading', { name: '签到与承诺' }).waitFor();
  await page.getByRole('link', { name: '核对评审结果' }).click();
  await page.getByRole('heading', { name: '核对评审结果' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '签到与承诺' }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { name: '评审批次' }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/');
});

test('nothing went wrong unseen', () => {
  expect(expert.unexpected).toEqual([]);
});
