import type { Locator, Page } from 'playwright-core';
import * as z from 'zod';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };

/** Items that ask for photos take a written reason in their place. */
const asksForPhotos = new Set(rubricJson.items.filter((item) => 'photos' in item).map(({ code }) => code));

/** What an expert found at an item, where it isn't the most that the item asks for. */
export type Findings = Readonly<Record<string, { readonly value?: string; readonly anchor?: number; readonly comment?: string }>>;

/**
 * Answers every blank item of the sheet that is open, through its own fields, and waits until each is on disk: 符合 for a gate, every box
 * ticked, the best choice and the best anchor, and enough of whatever is counted; `found` says where it was otherwise. What departs from
 * a proposal of the checks needs a reason, so wherever one stands a comment is written.
 */
export async function scoreSheet(page: Page, found: Findings = {}): Promise<void> {
  const items = page.locator('[data-slot]');
  await items.first().waitFor();
  const count = await items.count();
  for (let index = 0; index < count; index += 1) {
    const item = items.nth(index);
    if ((await item.getAttribute('data-open')) === null) {
      await item.getByRole('button').first().click();
    }
    const [code] = z.tuple([z.string(), z.json(), z.json()]).parse(JSON.parse((await item.getAttribute('data-slot')) ?? '[]'));
    const proposed = (await item.getByText(/^自动检查建议/).count()) > 0;
    await answer(item.locator('fieldset').first(), {
      ...(proposed || asksForPhotos.has(code) ? { comment: '查阅材料后认定（示例）' } : {}),
      ...found[code],
    });
    await item.getByText(/^已保存/).waitFor();
  }
}

async function answer(editor: Locator, { value, anchor = 0, comment }: Findings[string]): Promise<void> {
  const verdict = editor.getByRole('group', { name: '结论', exact: true });
  if ((await verdict.count()) > 0) {
    await verdict.getByRole('button', { name: '符合', exact: true }).click();
  }
  const anchors = editor.getByRole('group', { name: '得分', exact: true }).getByRole('button');
  if ((await anchors.count()) > 0) {
    await anchors.nth(anchor).click();
  }
  // Named by what they earn; the box for 'none of these' goes away with the first tick.
  for (const box of await editor.getByRole('checkbox', { name: /\+\d/ }).all()) {
    await box.setChecked(true);
  }
  for (const choice of await editor.getByRole('radiogroup').all()) {
    await choice.getByRole('radio').first().check();
  }
  for (const field of await editor.getByRole('textbox', { name: /^实测值/ }).all()) {
    await field.fill(value ?? '64');
  }
  for (const field of await editor.getByRole('textbox', { name: /^(合格数|总数)$/ }).all()) {
    await field.fill(value ?? '10');
  }
  const reasonAsked = (await editor.getByRole('textbox', { name: /须写明理由/ }).count()) > 0;
  if (comment !== undefined || reasonAsked) {
    await editor.getByRole('textbox', { name: /^评语/ }).fill(comment ?? '与原件核对后改（虚构）');
  }
}

/** Gives every item of the roadshow that is open points by tapping, the best unless `found` says otherwise, and waits until each is on disk. */
export async function scoreRoadshow(page: Page, found: Findings = {}): Promise<void> {
  const items = page.locator('article[data-slot]');
  await items.first().waitFor();
  for (const item of await items.all()) {
    const [code] = z.tuple([z.string(), z.json(), z.json()]).parse(JSON.parse((await item.getAttribute('data-slot')) ?? '[]'));
    const { anchor = 0, comment } = found[code] ?? {};
    await item.getByRole('group').getByRole('button').nth(anchor).click();
    if (comment !== undefined) {
      await item.getByRole('textbox').fill(comment);
    }
    await item.getByText(/^已保存/).waitFor();
  }
}
