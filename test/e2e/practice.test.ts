import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { startLoopbackProgram, type LoopbackProgram } from './loopback-program.ts';
import { takePicture } from './picture.ts';

const artefacts = join(process.cwd(), 'test-artifacts/practice');
let folder: string;
let program: LoopbackProgram;
let browser: Browser;
let page: Page;
const unexpected: string[] = [];

beforeAll(async () => {
  folder = makeFolder('e2e');
  program = await startLoopbackProgram({ workspaceFolder: join(folder, 'workspace') });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page.on('pageerror', (error) => unexpected.push(String(error)));
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await removeFolder(folder);
});

const look = (name: string) => takePicture(page, join(artefacts, `${name}.png`));

it('creates a workspace and makes the practice round from the first screen in one click', async () => {
  await page.goto(program.entryUrl);
  await page.getByLabel('姓名').fill('练习者（虚构）');
  await page.getByLabel('单位').fill('示例单位');
  await page.getByLabel('口令', { exact: false }).first().fill('口令 2022 秋天 示例');
  await page.getByLabel('再输入一次口令').first().fill('口令 2022 秋天 示例');
  await look('1-create');
  await page.getByRole('button', { name: '新建工作区' }).click();
  await page.getByRole('button', { name: /练习/ }).first().waitFor();
  await look('2-rounds');
  await page.getByRole('button', { name: /练习/ }).first().click();
  await page.getByText('练习批次：新职业社会评价组织遴选').first().waitFor();
  await look('3-practice');
  expect(unexpected).toEqual([]);
});
