import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startLoopbackProgram } from './loopback-program.ts';
import { takePicture } from './picture.ts';

/** One person at one laptop: a workspace of their own, the browser host on it, a page, and a stick to carry files on. */
export type Sitting = {
  readonly name: string;
  readonly page: Page;
  /** What went wrong in the page without being caught; must stay empty. */
  readonly unexpected: readonly string[];
  readonly workspaceFolder: string;
  /** The host's process, for measuring it. */
  readonly pid: number;
  /** Keeps a picture of the page as a build artefact, where pictures are asked for. */
  readonly look: (picture: string) => Promise<void>;
  /** Does something that hands over a file, and puts it into the stick's folder; gives its path. */
  readonly save: (act: () => Promise<void>) => Promise<string>;
  /** Closes the page, then the host; once is enough, twice does no harm. */
  readonly end: () => Promise<void>;
};

export const passphrase = '口令 2022 秋天 示例';

/** Starts the built browser host on a new workspace folder and opens its page. */
export async function sitDown(
  browser: Browser,
  { name, folder, pictures }: { name: string; folder: string; pictures: string },
): Promise<Sitting> {
  const stick = join(folder, 'stick');
  await mkdir(stick, { recursive: true });
  const workspaceFolder = join(folder, name);
  const program = await startLoopbackProgram({ workspaceFolder });
  const context = await browser.newContext({
    baseURL: new URL(program.entryUrl).origin,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const unexpected: string[] = [];
  let ended = false;
  page.on('pageerror', (error) => unexpected.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports an answer that is a refusal as an error of the console.
    if (message.type() === 'error' && !message.text().includes('409')) {
      unexpected.push(message.text());
    }
  });
  await page.goto(program.entryUrl);
  return {
    name,
    page,
    unexpected,
    workspaceFolder,
    pid: program.pid,
    look: (picture) => takePicture(page, join(pictures, `${picture}.png`)),
    save: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const path = join(stick, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    end: async () => {
      if (!ended) {
        ended = true;
        await context.close();
        await program.stop();
      }
    },
  };
}

/** Makes the workspace with the person's identity. */
export async function createWorkspaceAs({ page, name }: Pick<Sitting, 'page' | 'name'>): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('单位').fill('示例单位');
  await page.getByLabel('口令').first().fill(passphrase);
  await page.getByLabel('再输入一次口令').fill(passphrase);
  await page.getByRole('button', { name: '新建工作区' }).click();
  await page.getByRole('button', { name: '打开练习批次' }).waitFor();
}

/** Opens the page on a workspace that is there already, and unlocks it. */
export async function sitDownAgain(
  browser: Browser,
  { word, ...where }: { name: string; folder: string; pictures: string; word: string },
): Promise<Sitting> {
  const sitting = await sitDown(browser, where);
  await sitting.page.getByLabel('口令').fill(word);
  await sitting.page.keyboard.press('Enter');
  await sitting.page.getByRole('button', { name: '打开练习批次' }).waitFor();
  return sitting;
}

/** Hands files to the page the way the file dialog does. */
export async function chooseFiles(page: Page, button: Locator, files: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(files);
}
