import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readForm } from '#electron/forms/read-form.ts';
import { writeWord } from '#electron/forms/write-word.ts';
import { layOutForm } from '#shared/forms/form-layout.ts';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations, settled } from './accessibility.ts';
import { expectNoSidewaysScrolling } from './layout.ts';
import { chooseFiles, createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';

const samples = decodeURIComponent(new URL('../fixtures/samples/', import.meta.url).pathname);
const school = '01-示例职业培训学校';
const firm = '02-示例智造有限公司';
let home: string;
let browser: Browser;
let chair: Sitting;
let page: Page;

beforeAll(async () => {
  home = makeFolder('e2e-intake');
  await cp(join(samples, school), join(home, '全部', school), { recursive: true });
  await cp(join(samples, firm), join(home, '全部', firm), { recursive: true });
  await spoil(join(home, '全部', firm));
  browser = await launchBrowser();
  chair = await sitDown(browser, { name: '组长（虚构）', folder: home, pictures: join(process.cwd(), 'test-artifacts/intake') });
  page = chair.page;
});
afterAll(async () => {
  await chair.end();
  await browser.close();
  await removeFolder(home);
});

/** The form as a hasty person leaves it: an ID number too short, no type marked; and a file that can't be read. */
async function spoil(folder: string): Promise<void> {
  const name = '附件3 申报表.docx';
  const read = await readForm({ name, bytes: await readFile(join(folder, name)) });
  if (!read.ok) {
    throw new Error(read.refusal.code);
  }
  const { reading: _, ...form } = read.value.form;
  const experts = form.experts.map((expert, index) => (index === 3 ? { ...expert, idNumber: expert.idNumber.slice(0, 16) } : expert));
  await writeFile(join(folder, name), await writeWord(layOutForm({ ...form, experts, applicant: { ...form.applicant, type: null } })));
  await writeFile(join(folder, '封面扫描.pdf'), '');
}

/** Drops a folder from the desktop, as the browser's own drag and drop gives it. */
async function drop(folder: string): Promise<void> {
  await page.getByLabel('导入申报材料').waitFor();
  await settled(page);
  const box = await page.getByLabel('导入申报材料').boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

const waiting = () => page.getByRole('region', { name: '待核对的申报材料' }).getByRole('row');

test('a dropped folder of applicants’ folders is read, each applicant to be checked', async () => {
  await createWorkspaceAs(chair);
  await page.getByRole('button', { name: '新建评审批次' }).click();
  await page.getByLabel('批次名称').fill('新职业遴选（示例）');
  await page.getByRole('button', { name: '建立批次' }).click();
  await page.getByRole('tab', { name: '申报单位' }).click();
  await drop(join(home, '全部'));
  await page.getByRole('link', { name: '核对温州市瓯越示例职业培训学校' }).waitFor();
  await expect.poll(() => waiting().count()).toBeGreaterThan(0);
  const firmRow = page.getByRole('table', { name: '待核对的申报材料' }).getByRole('row', { name: /示例智造/ });
  await firmRow.getByText('2 处没有把握').waitFor();
  await firmRow.getByText('1 个文件读不出').waitFor();
  await chair.look('1-read');
  expect(await seriousViolations(page)).toEqual([]);
});

test('the same folder chosen by its dialog is nothing new', async () => {
  await chooseFiles(page, page.getByRole('button', { name: '选择材料文件夹' }), join(home, '全部'));
  await page.getByText('已有相同内容，没有变化').first().waitFor();
  await expect.poll(() => page.getByText('已有相同内容，没有变化').count()).toBe(2);
});

test('doubts stand first, beside their place in the form; what is corrected is saved and outlives the lock', async () => {
  await page.getByRole('link', { name: '核对温州瓯海示例智造有限公司' }).click();
  await page.getByRole('heading', { name: /先核对这些（2 处/ }).waitFor();
  await page.getByRole('button', { name: '看专家第 4 行 · 身份证号的原文' }).click();
  await expect.poll(() => page.locator('[data-marked]').count()).toBe(1);
  await expect.poll(() => page.locator('[data-cell-marked]').count()).toBe(1);
  await chair.look('2-doubts');
  expect(await seriousViolations(page)).toEqual([]);
  const doubts = page.getByRole('region', { name: '需要核对' });
  await doubts.getByRole('combobox', { name: '机构类型' }).selectOption('企业');
  await doubts.getByRole('textbox', { name: '专家第 4 行 · 身份证号' }).fill('330302198001011237');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '没有需要先核对的内容' }).waitFor();
  await page.getByText(/^已保存/).waitFor();
  await page.getByRole('button', { name: /考评人员/ }).click();
  await page.getByRole('textbox', { name: '考评人员第 1 行 职称或职业资格' }).fill('高级技师（已核）');
  await page.getByRole('textbox', { name: '邮编' }).click();
  await page.getByText(/已改 3 处/).waitFor();
  await reopen();
  await expect.poll(() => page.getByRole('textbox', { name: '考评人员第 1 行 职称或职业资格' }).inputValue()).toBe('高级技师（已核）');
});

/** Locks, unlocks, and comes back to the page. */
async function reopen(): Promise<void> {
  const address = page.url();
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByLabel('口令').first().fill(passphrase);
  await page.getByRole('button', { name: '打开工作区' }).click();
  await page.getByRole('button', { name: '打开练习批次' }).waitFor();
  await page.goto(address);
  await page.getByText(/已改 3 处/).waitFor();
  await page.getByRole('button', { name: /考评人员/ }).click();
}

test('files show why they can’t be read and whether they travel; a photo shows when and where it was taken', async () => {
  const files = page.getByRole('table', { name: '附件' });
  await page.getByRole('row', { name: /封面扫描/ }).scrollIntoViewIfNeeded();
  await files.getByRole('row').nth(1).getByText('空文件').waitFor();
  await expect.poll(() => files.getByRole('row', { name: /理论考场/ }).textContent()).toMatch(/20\d{2}-\d{2}-\d{2} \d{2}:\d{2}/);
  await files.getByRole('switch', { name: '封面扫描.pdf随申报带走' }).press('Space');
  await files.getByText('不带走').waitFor();
  await chair.look('3-files');
  const written = await chair.save(() => page.getByRole('button', { name: '导出申报数据包（.lpapp）' }).click());
  expect(written).toMatch(/\.lpapp$/);
});

test('confirmed, both stand in the round', async () => {
  await page.getByRole('button', { name: '确认并收入批次' }).click();
  await page.getByText('已导入 1 家申报单位').waitFor();
  await page.getByRole('link', { name: '核对温州市瓯越示例职业培训学校' }).click();
  await page.getByRole('button', { name: '确认并收入批次' }).click();
  await page.getByText('已导入 2 家申报单位').waitFor();
  // The round is read anew, then the list of those still waiting.
  await expect.poll(() => waiting().count()).toBe(0);
  await chair.look('4-in-the-round');
  await page.getByRole('link', { name: '查看温州瓯海示例智造有限公司' }).click();
  await page.getByText('这份申报已收入批次，内容不能直接改。').waitFor();
  await expect.poll(() => page.getByRole('textbox', { name: '邮编' }).isEditable()).toBe(false);
  await chair.look('5-confirmed');
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByRole('button', { name: '查看申报表原文' }).waitFor();
  await chair.look('6-narrow');
  await expectNoSidewaysScrolling(page);
  expect(await seriousViolations(page)).toEqual([]);
  expect(chair.unexpected).toEqual([]);
});

test('the blank form is downloaded as a workbook', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: '返回批次' }).click();
  const written = await chair.save(() => page.getByRole('button', { name: '下载空白申报表（.xlsx）' }).click());
  const read = await readForm({ name: written, bytes: await readFile(written) });
  expect(read.ok && read.value.form.applicant.name).toBe('');
});
