import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { createWorkspaceAs, passphrase, sitDown, sitDownAgain, type Sitting } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/user-data');
const name = '组长（虚构）';

let folder: string;
let browser: Browser;
let sitting: Sitting;

beforeAll(async () => {
  folder = makeFolder('user-data');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name, folder, pictures });
  await createWorkspaceAs(sitting);
  await sitting.end();
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

test('a new workspace is not made where the data of one lies without its keys, and the page says what to do', async () => {
  const at = (file: string) => join(sitting.workspaceFolder, file);
  const away = (file: string) => join(folder, file);
  for (const file of ['keys.json', 'keys-copy.json']) {
    renameSync(at(file), away(file));
  }
  const before = ['records.db', 'evidence.db'].map((file) => readFileSync(at(file)));
  sitting = await sitDown(browser, { name, folder, pictures });
  const { page } = sitting;
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('口令').first().fill(passphrase);
  await page.getByLabel('再输入一次口令').fill(passphrase);
  await page.getByRole('button', { name: '新建工作区' }).click();
  await page.getByText(/没有 keys\.json 和 keys-copy\.json/).waitFor();
  await sitting.look('00-keys-missing');
  await sitting.end();
  expect(['records.db', 'evidence.db'].map((file) => readFileSync(at(file)))).toEqual(before);
  expect(readdirSync(sitting.workspaceFolder)).not.toContain('unfinished');
  for (const file of ['keys.json', 'keys-copy.json']) {
    renameSync(away(file), at(file));
  }
});

test('a damaged file of keys is mended from the other at opening, and the first screen says so until it is opened again', async () => {
  writeFileSync(join(sitting.workspaceFolder, 'keys.json'), '{"format":1');
  sitting = await sitDownAgain(browser, { name, folder, pictures, word: passphrase });
  await sitting.page.getByText(/keys\.json 已损坏或丢失，刚才已用它的副本修复/).waitFor();
  await sitting.look('01-keys-mended');
  await sitting.end();
  sitting = await sitDownAgain(browser, { name, folder, pictures, word: passphrase });
  expect(await sitting.page.getByText(/刚才已用它的副本修复/).count()).toBe(0);
});

test('exporting a result asks first, and says what is pending and what for', async () => {
  const { page, look } = sitting;
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page.getByRole('link', { name: '汇总' }).click();
  await page.getByRole('link', { name: '查看排名' }).click();
  await page.getByRole('button', { name: '导出评审结果包' }).click();
  const dialog = page.getByRole('dialog', { name: /件事项没有结论/ });
  await dialog
    .getByText(/待定。.*未收到/)
    .first()
    .waitFor();
  await look('04-export-asks');
  await dialog.getByRole('button', { name: '先去处理' }).click();
});

test('whoever is left out by issuing again after scores came in is so for a written reason', async () => {
  const { page, look } = sitting;
  await page.getByRole('link', { name: '汇总' }).click();
  await page.getByRole('button', { name: '更改并再次签发' }).click();
  await page.getByRole('tab', { name: '评审组' }).click();
  await page.getByRole('button', { name: /^移除/ }).last().click();
  await page.getByRole('tab', { name: /核对并签发/ }).click();
  await page.getByRole('row', { name: /已有专家交来评分.*请在下方写明理由/ }).waitFor();
  const issue = page.getByRole('button', { name: /^签发批次/ });
  await expect.poll(() => issue.isDisabled()).toBe(true);
  const reason = page.getByLabel(/^不再由 .* 评审的理由/);
  await look('02-left-out');
  await reason.fill('因病退出（虚构）');
  await reason.blur();
  await expect.poll(() => issue.isDisabled()).toBe(false);
  await look('03-reason-given');
  expect(sitting.unexpected).toEqual([]);
});
