import type { Locator, Page } from 'playwright-core';
import * as z from 'zod';

/** What everybody signs below: the shown statement has it. */
export const objection = '考位数应计入备用教室（虚构）';

/** The first card of an item on the visit that is open. */
export function item(page: Page, code: string): Locator {
  return page.locator(`[data-slot*='"${code}"']`).first();
}

/** Its card for each occupation and level group. */
export async function items(page: Page, code: string): Promise<Locator[]> {
  return page.locator(`[data-slot*='"${code}"']`).all();
}

/** Fills the number (of a ratio no more than its whole, and the whole where it is blank) of one measurement, and waits until it is on disk. */
export async function measure(card: Locator, { row, number, label }: { row: number; number: string; label?: string }): Promise<void> {
  const measurement = card.locator('[data-measurement]').nth(row);
  if (label !== undefined) {
    await measurement.getByLabel('名称').fill(label);
  }
  const of = measurement.getByLabel('总数', { exact: true });
  const declared = (await of.count()) > 0 ? await of.inputValue() : null;
  // More than the whole is refused: of what was declared, all of it is fit.
  const isAbove = declared !== null && declared !== '' && Number(number) > Number(declared);
  await measurement.getByLabel(/^(实测值|合格数)/).fill(isAbove ? declared : number);
  if (declared === '') {
    await of.fill(number);
  }
  await card.getByText(/^已保存/).waitFor();
}

/** Ticks every box that earns something. */
export async function tickAll(card: Locator): Promise<void> {
  for (const box of await card.getByRole('checkbox', { name: /\+\d/ }).all()) {
    await box.setChecked(true);
  }
  await card.getByText(/^已保存/).waitFor();
}

const addedSchema = z.object({ json: z.object({ sha256: z.string() }) });

/** One photo more, with Chromium's own made-up camera. */
export async function shoot(card: Locator): Promise<void> {
  const page = card.page();
  const album = await page.locator('figure [data-photo]').evaluateAll((photos) => photos.map((photo) => photo.getAttribute('data-photo')));
  await card.getByRole('button', { name: '拍照' }).click();
  const dialog = page.getByRole('dialog');
  const shutter = dialog.getByRole('button', { name: '拍下' }).and(page.locator(':enabled'));
  await shutter.waitFor();
  // The made-up camera begins each time with the same frames: until it shows another moment, its picture is one that is here already.
  let sha256 = album[0] ?? null;
  for (let taken = 1; sha256 === null || album.includes(sha256); taken += 1) {
    await dialog.locator('video').evaluate(untilAnotherMoment);
    // Read on the way: the page takes the body as a stream, and Chromium may have forgotten it by the time it is asked for.
    const added = Promise.withResolvers<string>();
    await page.route(
      '**/api/visit/addCapture',
      async (route) => {
        const response = await route.fetch();
        added.resolve(addedSchema.parse(await response.json()).json.sha256);
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await shutter.click();
    sha256 = await added.promise;
    await dialog.getByText(`已拍 ${taken} 张`).waitFor();
  }
  await dialog.getByRole('button', { name: '完成', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await card.locator(`[data-photo="${sha256}"]`).waitFor();
}

/** Runs in the page: a few pictures of the film later. */
async function untilAnotherMoment(video: HTMLElement | SVGElement): Promise<void> {
  if (!(video instanceof HTMLVideoElement)) {
    throw new TypeError('no film');
  }
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  }
}

/** An expert signs with the pointer, having the objection on the screen. */
export async function signByHand(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '核对并签名' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(objection).waitFor();
  await dialog.getByLabel('姓名').fill(name);
  const pad = dialog.getByRole('img', { name: /手写区/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) {
    throw new Error('no pad');
  }
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 120, { steps: 8 });
  await page.mouse.move(box.x + 180, box.y + 40, { steps: 8 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: `以 ${name} 签名` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The applicant’s own people sign on paper, which is noted. */
export async function signOnPaper(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '核对并签名' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('申报单位代表').click();
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByText('已在纸上签名').click();
  await dialog.getByRole('button', { name: `以 ${name} 签名` }).click();
  await dialog.waitFor({ state: 'hidden' });
}
