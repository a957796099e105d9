import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, issueTo } from '../fixtures/issued-round.ts';
import { passphrase, workspaceOf } from '../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { writeFilm } from './fake-camera.ts';
import { type Sitting, sitDownAgain } from './sitting.ts';

const pictures = join(process.cwd(), 'test-artifacts/qr-hand-over');
const film = { path: '', shots: 0 };

let folder: string;
const browsers: Browser[] = [];
let chair: Sitting;
let expert: Sitting;

/** A round that is scored already: what comes before is `three-workspaces.test.ts`. */
beforeAll(async () => {
  folder = makeFolder('qr-e2e');
  const [atChair, atExpert] = [await workspaceOf('组长', folder), await workspaceOf('专家甲', folder)];
  const round = await issueTo(atChair, [atExpert], folder);
  await answerAll(atExpert, round);
  await atChair.close();
  await atExpert.close();
  film.path = join(folder, 'screen.y4m');
  expert = await enter('专家甲', []);
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, expert].map((sitting) => sitting.end()));
  await Promise.all(browsers.map((browser) => browser.close()));
  await removeFolder(folder);
});

async function enter(name: string, args: readonly string[]): Promise<Sitting> {
  const browser = await launchBrowser(args);
  browsers.push(browser);
  return sitDownAgain(browser, { name, folder, pictures, word: passphrase });
}

test('the expert seals and plays the sheets as QR codes; the keyboard pauses them', async () => {
  const { page, look } = expert;
  await page.getByRole('link', { name: '进入评审' }).click();
  await page.getByRole('link', { name: '封存导出' }).first().click();
  await page.getByRole('button', { name: /^封存 \d+ 份评分表/ }).click();
  await page.getByText(/^第 1 版已于/).waitFor();
  await page.getByRole('button', { name: '用二维码交给组长' }).click();
  const code = page.getByRole('img', { name: /^二维码，第 \d+ 帧/ });
  await code.waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('p');
  await page.getByRole('button', { name: '继续播放' }).waitFor();
  const paused = await code.getAttribute('aria-label');
  await look('01-paused');
  expect(await code.getAttribute('aria-label')).toBe(paused);
  await page.keyboard.press('p');
  await page.getByRole('button', { name: '暂停' }).waitFor();
  await expect.poll(() => code.getAttribute('aria-label')).not.toBe(paused);
  await look('01-sender');
});

test('the screen is filmed as it plays: some frames are missed, some are seen twice', async () => {
  const { page } = expert;
  const facts = (await page.getByText(/至少 \d+ 帧/).textContent()) ?? '';
  const fragments = Number(/至少 (\d+) 帧/.exec(facts)?.[1]);
  const shots: Buffer[] = [];
  const seen = new Set<string>();
  while (seen.size < fragments * 1.8) {
    seen.add((await page.getByRole('img', { name: /^二维码/ }).getAttribute('aria-label')) ?? '');
    shots.push(await page.screenshot({ type: 'jpeg', quality: 70 }));
  }
  film.shots = shots.length;
  await writeFilm(film.path, shots, 6);
  console.log(`qr: ${facts.trim()}; filmed ${shots.length} pictures of ${seen.size} frames`);
});

test('the chair’s camera reads them, and the package is taken in with the checks of any file', async () => {
  chair = await enter('组长', [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film.path}`,
  ]);
  const { page, look } = chair;
  await page.getByRole('link', { name: /汇总|进入批次/ }).click();
  await page.getByRole('button', { name: '用摄像头接收' }).click();
  await page.getByText(/^已还原 \d+\/\d+ 块/).waitFor();
  await look('02-receiver');
  expect(await seriousViolations(page)).toEqual([]);
  const from = Date.now();
  await page.getByText('已导入').waitFor({ timeout: 180_000 });
  console.log(`qr: received in ${((Date.now() - from) / 1000).toFixed(0)} s from a film of ${film.shots} pictures, 6 a second`);
  await page.getByRole('img', { name: /专家甲.*现场察看：已收到/ }).waitFor();
  await page
    .getByText(/第 1 版/)
    .first()
    .waitFor();
  await look('03-board');
});

test('nothing went wrong unseen', () => {
  expect([chair, expert].flatMap(({ unexpected }) => unexpected)).toEqual([]);
});
