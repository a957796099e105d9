import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingLimits } from '#electron/reading/limits.ts';
import { fileRefSchema } from '#shared/api/base.ts';
import { launchBrowser } from '../browser.ts';
import { hostileFiles } from '../fixtures/hostile/made-up.ts';
import { finished } from '../fixtures/workspaces.ts';
import { type Peak, watchMemory } from '../memory.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { coreOf } from './core-over-http.ts';
import { createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';

const hostile = join(import.meta.dirname, '../fixtures/hostile');
const sample = join(import.meta.dirname, '../fixtures/samples/01-示例职业培训学校');
const hostBytes = 600 * 2 ** 20;

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;
let memory: { stop: () => Map<number, Peak> };
/** The round that the hostile files go into, beside the practice round that is being scored. */
let round: string;

beforeAll(async () => {
  folder = makeFolder('hostile');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '组长（虚构）', folder, pictures: join(process.cwd(), 'test-artifacts/hostile') });
  ({ page } = sitting);
  await createWorkspaceAs(sitting);
  memory = watchMemory(sitting.pid);
  ({ id: round } = await (await coreOf(page)).rounds.draft.create({ title: '示例批次（虚构）', practice: false }));
  await openSheet();
});

afterAll(async () => {
  memory.stop();
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

/**
 * Scores a sheet of the practice round, each answer saved, until the work is over; how often. At a person's pace, one every half second: a
 * hand that never rests would only take the processor from what is read meanwhile.
 */
async function scoreUntil(work: Promise<unknown>): Promise<number> {
  const over = new AbortController();
  const end = (): void => over.abort();
  work.then(end, end);
  let answers = 0;
  do {
    await Promise.all([choose(answers % 2), pause(500)]);
    answers += 1;
  } while (!over.signal.aborted);
  return answers;
}

const item = (): Locator => page.locator(`article[data-slot^='["B04"']`).first();
const anchors = (): Locator => item().getByRole('group', { name: '得分', exact: true }).getByRole('button');

async function choose(at: number): Promise<void> {
  await anchors().nth(at).click();
  await expect.poll(() => anchors().nth(at).getAttribute('aria-pressed')).toBe('true');
  await item()
    .getByText(/^已保存/)
    .waitFor();
}

async function openSheet(): Promise<void> {
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page
    .getByRole('link', { name: /：现场察看$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: '办公用房' }).waitFor();
}

type File = { readonly name: string; readonly bytes: Uint8Array };

/** Hands files over as the page does. */
async function upload(files: readonly File[]): Promise<string[]> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ids: string[] = [];
  for (const { name, bytes } of files) {
    const query = new URLSearchParams({ name: name.split('/').at(-1) ?? '', path: name });
    const answer = await fetch(new URL(`/files?${query}`, page.url()), {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { cookie },
    });
    ids.push(fileRefSchema.parse(await answer.json()).id);
  }
  return ids;
}

/** An applicant's folder: the sample's form and these files. */
async function folderWith(name: string, files: readonly File[]): Promise<File[]> {
  const form = { name: '附件3 申报表.docx', bytes: await readFile(join(sample, '附件3 申报表.docx')) };
  return [form, ...files].map((file) => ({ ...file, name: `${name}/${file.name}` }));
}

async function hostileOnDisk(extensions: readonly string[]): Promise<File[]> {
  const names = (await readdir(hostile)).filter((name) => extensions.some((extension) => name.endsWith(extension)));
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(hostile, name)) })));
}

test('a folder of hostile files is taken in while a sheet is scored: each has its problem or none, all travel', async () => {
  const files = [...(await hostileOnDisk(['.pdf', '.docx', '.xlsx'])), ...hostileFiles.map((make) => make())];
  const core = await coreOf(page);
  const taking = finished(await core.intake.take({ round, files: await upload(await folderWith('敌意材料（虚构）', files)) }));
  expect(await scoreUntil(taking)).toBeGreaterThan(1);
  const { outcomes, readings } = await taking;
  expect(outcomes).toMatchObject([{ outcome: 'read', refusal: null }]);
  const { now } = await core.intake.get({ reading: readings[0]?.id ?? '' });
  expect(now.application.attachments.map(({ name }) => name).toSorted()).toEqual(
    ['附件3 申报表.docx', ...files.map(({ name }) => name)].toSorted(),
  );
  const problems = new Map(now.application.attachments.map(({ name, problem }) => [name, problem]));
  // Forms within forms fill memory or time, whichever the machine has less of.
  expect(['too-long', 'too-much-memory']).toContain(problems.get('form-xobject-exponential.pdf'));
  expect(problems.get('kills-process-unhandled.pdf')).toBe('broke-off');
  expect(problems.get('endless stream.pdf')).toBe('too-much-memory');
});

test('bundles of others with hostile files are taken in while a sheet is scored, and checked', async () => {
  const bundles = await hostileOnDisk(['.lpapp']);
  const core = await coreOf(page);
  const adding = finished(await core.rounds.draft.addApplications({ round, files: await upload(bundles) }));
  await scoreUntil(adding);
  const { outcomes } = await adding;
  expect(outcomes.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toContain('taken');
});

test('the page that a person confirms from says what happened to each file', async () => {
  await page.goto(`/#/setup/${encodeURIComponent(round)}`);
  await page.getByRole('tab', { name: '申报单位' }).click();
  await page.getByRole('link', { name: /^核对/ }).click();
  const files = page.getByRole('table', { name: '附件' });
  for (const [name, words] of [
    ['form-xobject-exponential.pdf', /读取超时|占用的内存过多/],
    ['kills-process-unhandled.pdf', '读取时出错'],
    ['endless stream.pdf', '占用的内存过多'],
    ['30000x30000.png', '像素多得超出任何相机'],
  ] as const) {
    await files.getByRole('row', { name }).getByText(words).waitFor();
  }
  await files.getByRole('row', { name: 'form-xobject-exponential.pdf' }).scrollIntoViewIfNeeded();
  await sitting.look('confirm');
});

test('locking does not wait for a file that hangs; what was saved is there after unlocking, and what hangs is let go', async () => {
  await page.goto('/#/');
  await openSheet();
  await choose(1);
  const core = await coreOf(page);
  const endless = await readFile(join(hostile, 'form-xobject-exponential.pdf'));
  // Other bytes, so that it is not known yet.
  const files = await upload(
    await folderWith('又一家（虚构）', [{ name: '证明.pdf', bytes: Buffer.concat([endless, Buffer.from('\n%')]) }]),
  );
  const taking = finished(await core.intake.take({ round, files }));
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByLabel('口令').first().waitFor();
  // Had locking waited for it, the file would have been given up as one that takes too long, and the folder taken in.
  expect((await taking).outcomes.map(({ refusal }) => refusal?.code)).toEqual(['workspace/locked']);
  await page.getByLabel('口令').first().fill(passphrase);
  await page.getByRole('button', { name: '打开工作区' }).click();
  await page.getByRole('button', { name: '打开练习批次' }).waitFor();
  await openSheet();
  await expect.poll(() => anchors().nth(1).getAttribute('aria-pressed')).toBe('true');
  expect(sitting.unexpected).toEqual([]);
});

test('meanwhile the host was never seen with 600 MB, nor a reading process with its limit and a tenth', () => {
  const peaks = [...memory.stop()];
  const others = peaks.filter(([pid]) => pid !== sitting.pid);
  expect(others.filter(([, { bytes }]) => bytes > readingLimits.memoryBytes * 1.1)).toEqual([]);
  expect(peaks.find(([pid]) => pid === sitting.pid)?.[1].bytes ?? 0).toBeLessThan(hostBytes);
  // Where the system tells: all of it was seen.
  expect(others.length > 2 || process.platform !== 'linux').toBe(true);
});
