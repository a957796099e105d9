import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import { deskKeys } from '../../renderer/screens/desk/desk-keys.ts';
import { evidenceKeys } from '../../renderer/screens/desk/evidence/evidence-keys.ts';
import { launchBrowser } from '../browser.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { seriousViolations } from './accessibility.ts';
import { createWorkspaceAs, passphrase, sitDown, type Sitting } from './sitting.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

let folder: string;
let browser: Browser;
let sitting: Sitting;
let page: Page;

beforeAll(async () => {
  folder = makeFolder('keyboard');
  browser = await launchBrowser();
  sitting = await sitDown(browser, { name: '键盘（虚构）', folder, pictures: join(process.cwd(), 'test-artifacts/desk-keyboard') });
  ({ page } = sitting);
  await createWorkspaceAs(sitting);
  await page.getByRole('button', { name: '打开练习批次' }).click();
  await page.locator('[data-row]').first().waitFor();
});

afterAll(async () => {
  await sitting.end();
  await browser.close();
  await removeFolder(folder);
});

/** From here on nothing is clicked: every step is a key. */

test('the list is searched, narrowed and walked by keys, and keeps its search on the way back', async () => {
  await page.getByText(/^自动检查 \d/).waitFor({ state: 'hidden' });
  await press('/');
  await page.keyboard.type('wzs');
  await page.getByText('显示 3/3 家').waitFor();
  await press('?');
  await expect.poll(() => page.getByLabel('搜索', { exact: true }).inputValue()).toBe('wzs?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('zyxx');
  await page.getByText('没有符合筛选条件的单位').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('wenzhou');
  await page.getByText('显示 3/3 家').waitFor();
  await press('Escape');
  await expect.poll(focused).toBe('2');
  await press('ArrowDown');
  await expect.poll(focused).toBe('3');
  await press('End');
  await expect.poll(focused).toBe('4');
  await press('ArrowDown');
  await expect.poll(focused).toBe('4');
  await press('Home');
  await expect.poll(focused).toBe('2');
  await press('Enter');
  await page.locator('[data-open]').waitFor();
  await page.goBack();
  await page.getByText('显示 3/3 家').waitFor();
  await expect.poll(() => page.getByLabel('搜索', { exact: true }).inputValue()).toBe('wenzhou');
  await sitting.look('1-list');
});

test.each(['light', 'dark'] as const)('axe finds nothing serious on the list, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  expect(await seriousViolations(page)).toEqual([]);
});

test('the help names exactly the keys that work, and keys stay out of text', async () => {
  await press('ArrowDown');
  await expect.poll(focused).not.toBeNull();
  await press('Enter');
  await page.locator('[data-open]').waitFor();
  await press('?');
  const help = page.getByRole('dialog');
  await help.getByText('跳到下一个未评项').waitFor();
  const listed = await help.locator('[data-action]').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-action')));
  expect(listed).toEqual([...deskKeys, ...evidenceKeys].map(({ action }) => action));
  await sitting.look('2-help');
  await press('Escape');
  await help.waitFor({ state: 'hidden' });
  const first = await openSlot();
  await press('m');
  await page.keyboard.type('jk1a?');
  await press('Escape');
  await expect.poll(() => page.locator('[data-open] textarea').inputValue()).toBe('jk1a?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await openSlot()).toBe(first);
  await press('m');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await press('Escape');
});

test('a key pressed at once after the one that leads to another item is heard by that item', async () => {
  const first = await openSlot();
  await page.evaluate(
    async (keys) => {
      for (const key of keys) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    ['j', '1'],
  );
  await expect.poll(openIsBlank).toBe(false);
  expect(await openSlot()).not.toBe(first);
  await page
    .locator('[data-open]')
    .getByText(/^已保存/)
    .waitFor();
  // Once more takes it back.
  await press('1');
  await expect.poll(openIsBlank).toBe(true);
  await pressToAnother('k');
  expect(await openSlot()).toBe(first);
  expect(await openIsBlank()).toBe(true);
});

test('all that is met is accepted in one step, and nothing else', async () => {
  await press('Shift+A');
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^接受 \d+ 项符合$/ });
  await confirm.waitFor();
  const count = Number(/\d+/.exec((await confirm.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(5);
  await sitting.look('3-accept');
  await confirm.and(page.locator(':focus')).waitFor();
  await press('Enter');
  await page.getByText(`已接受 ${count} 项`).waitFor();
  await page.getByText(new RegExp(`^${count}/\\d+ 已评$`)).waitFor();
});

test('a change against the proposal is listed until it says why', async () => {
  while ((await openSlot())?.includes('"G01"') !== true) {
    await pressToAnother('k');
  }
  await press('3');
  await page.locator('[data-open]').getByText('与建议不同', { exact: false }).first().waitFor();
  await press('Control+Enter');
  const missing = page.locator('[data-missing]');
  await missing.getByText('请写明改变的理由', { exact: false }).first().waitFor();
  await sitting.look('4-missing');
  // The first that is missing has the focus; Enter goes to it.
  await missing.locator('li button:focus').waitFor();
  await press('Enter');
  await press('m');
  await page.keyboard.type('登记证照地址与现场不一致（虚构）');
  await press('Escape');
  await missing.getByText('请写明改变的理由', { exact: false }).first().waitFor({ state: 'hidden' });
});

test('a proof is opened and cited without the pointer', async () => {
  await page.locator('[data-open] button[aria-label^="打开依据"]').first().focus();
  await press('Enter');
  await press('Escape');
  await press('c');
  await page.locator('[data-open] button[aria-label^="移除引用"]').first().waitFor();
});

test('the evidence is reached, searched and compared by keys, and what it shows is cited', async () => {
  const inEvidence = () =>
    page.evaluate(() => document.activeElement?.closest('[data-evidence-pane]')?.getAttribute('data-evidence-pane') ?? null);
  await pressToAnother('j');
  await press('e');
  await expect.poll(inEvidence).toBe('first');
  await page.getByRole('tab', { selected: true }).focus();
  await press('Home');
  await press('ArrowRight');
  await page.locator('[data-drawn] canvas').first().waitFor();
  await press('e');
  await press('/');
  await page.getByRole('search').waitFor();
  await page.keyboard.type('制度');
  await page.getByText(/^第 1 处，/).waitFor();
  await press('Escape');
  await expect.poll(inEvidence).toBe('first');
  await press('b');
  await page.locator('[data-evidence-pane="second"]').waitFor();
  await press('F6');
  await expect.poll(inEvidence).toBe('second');
  await press('F6');
  await expect.poll(inEvidence).toBeNull();
  await press('e');
  await press('b');
  await page.locator('[data-evidence-pane="second"]').waitFor({ state: 'detached' });
  const before = await page.locator('[data-open] button[aria-label^="移除引用"]').count();
  await press('c');
  await page.locator('[data-open] button[aria-label^="移除引用"]').nth(before).waitFor();
  await sitting.look('5-evidence');
});

test('where the evidence is a drawer, c cites from it and no other key of the sheet is heard', async () => {
  await page.setViewportSize({ width: 400, height: 860 });
  await press('Escape');
  await pressToAnother('n');
  const slot = await openSlot();
  await press('e');
  const drawer = page.getByRole('dialog', { name: '佐证材料' });
  await drawer.locator(':focus').first().waitFor();
  await press('j');
  await press('1');
  await press('c');
  await drawer.getByText(/已引用/).waitFor();
  await sitting.look('6-drawer');
  expect(await seriousViolations(page)).toEqual([]);
  await press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(await openSlot()).toBe(slot);
  await page.locator('[data-open] button[aria-label^="移除引用"]').first().waitFor();
  await page
    .locator('[data-open]')
    .getByText(/^已保存/)
    .waitFor();
  await expect.poll(() => page.locator('[data-open] [data-testid="blank"]').count()).toBe(1);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('what is blank is filled in by keys until the sheet can be completed', async () => {
  for (let guard = 0; guard < 100 && (await blanks()) > 0; guard += 1) {
    if (!(await openIsBlank())) {
      await pressToAnother('n');
    }
    await answerByKeys();
  }
  await expect.poll(blanks).toBe(0);
  await sitting.look('7-full');
  await press('Control+Enter');
  await page.getByText('已完成', { exact: true }).first().waitFor();
  await sitting.look('8-complete');
});

test.each(['light', 'dark'] as const)('axe finds nothing serious on the desk, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  expect(await seriousViolations(page)).toEqual([]);
  await press('Shift+J');
  await page.getByText(/^0\/\d+ 已评$/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await press('Shift+K');
  await page.getByText('已完成', { exact: true }).first().waitFor();
});

test('the way back leads to the list one came from, and the workspace holds a complete sheet with proposals and decisions', async () => {
  await press('l');
  await page.locator('[data-row]').first().waitFor();
  expect(page.url()).toContain('wenzhou');
  expect(sitting.unexpected).toEqual([]);
  // The workspace is one process's at a time.
  const { workspaceFolder } = sitting;
  await sitting.end();
  const core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  try {
    await core.unlock(passphrase);
    const client = createRouterClient(router, { context: { core } });
    const [round] = await client.rounds.list();
    const rows = await client.applications.list({ round: round?.id ?? '' });
    const complete = rows.filter(({ stages }) => stages.document.state === 'complete');
    expect(complete).toHaveLength(1);
    const view = await client.sheets.get({ round: round?.id ?? '', application: complete[0]?.id ?? '', stage: 'document' });
    const entries = view.sheet?.entries ?? [];
    expect(entries).toHaveLength(view.slots.length);
    expect(entries.find(({ item }) => item === 'G01')).toMatchObject({
      verdict: 'doubtful',
      comment: '登记证照地址与现场不一致（虚构）',
      proposal: { verdict: 'met', decision: 'changed' },
    });
    expect(entries.find(({ item }) => item === 'G01')?.evidence).toHaveLength(1);
    expect(entries.filter(({ proposal }) => proposal?.decision === 'accepted').length).toBeGreaterThan(5);
  } finally {
    await core.close();
  }
});

/** One key; what it did is waited for by whoever asked for it. */
async function press(key: string): Promise<void> {
  await page.keyboard.press(key);
}

/** One key that leads to another item, once that is open: the way there is by the page's address. */
async function pressToAnother(key: string): Promise<void> {
  const before = await openSlot();
  await press(key);
  await expect.poll(openSlot).not.toBe(before);
}

/** The row on which the keyboard is. */
function focused(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? null);
}

async function openSlot(): Promise<string | null> {
  return page.locator('[data-open]').getAttribute('data-slot');
}

async function openIsBlank(): Promise<boolean> {
  return (await page.locator('[data-open] [data-testid="blank"]').count()) > 0;
}

function blanks(): Promise<number> {
  return page.locator('[data-slot]:has([data-testid="blank"])').count();
}

/** Answers the open item as its fields ask: what is proposed where something is, else the first that can be chosen or a number. */
async function answerByKeys(): Promise<void> {
  const open = page.locator('[data-open]');
  if ((await open.getByRole('button', { name: /^接受建议/ }).count()) > 0) {
    await press('a');
  } else {
    await press('v');
    const groups = await open.locator('fieldset [role="group"] > p').count();
    for (let field = 0; field < Math.max(1, groups) + 1; field += 1) {
      const kind = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement instanceof HTMLInputElement ? activeElement.type : activeElement?.tagName;
      });
      if (kind === 'text') {
        await page.keyboard.type('10');
      } else if (kind !== 'TEXTAREA') {
        await press('Space');
      }
      if (!(await openIsBlank())) {
        break;
      }
      await press('Tab');
    }
  }
  await press('Escape');
  await open.getByText(/^已保存/).waitFor();
  const reason = open.getByRole('textbox', { name: /须写明理由/ });
  if ((await reason.count()) > 0) {
    await press('m');
    await page.keyboard.type('核对原件（虚构）');
    await press('Escape');
    await open.getByText(/^已保存/).waitFor();
  }
}
