import { open, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveExport } from '#electron/core/save-export.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

const whole = Buffer.from('评分结果包（虚构）'.repeat(1000));
let stick: string;
let target: string;

beforeEach(async () => {
  stick = makeFolder('stick');
  target = join(stick, 'score.lpscore');
});

afterEach(() => removeFolder(stick));

/** Gives out the export, and in the middle of it does to the file that is being written what a bad stick does. */
async function* chunks(damage: (written: string) => Promise<void>): AsyncGenerator<Uint8Array> {
  yield whole.subarray(0, 5000);
  yield whole.subarray(5000);
  const written = (await readdir(stick)).find((name) => name.startsWith('.linping-'));
  await damage(join(stick, written ?? ''));
}

test('a saved export is there whole, in place of the one before, with nothing beside it', async () => {
  await writeFile(target, 'an older one');
  expect(await saveExport({ chunks: chunks(async () => {}), bytes: whole.length, target })).toEqual({ ok: true, value: { path: target } });
  expect(await readFile(target)).toEqual(whole);
  expect(await readdir(stick)).toEqual(['score.lpscore']);
});

test.each([
  {
    stick: 'keeps a byte otherwise',
    damage: async (written: string) => {
      const handle = await open(written, 'r+');
      await handle.write(Buffer.from([0]), 0, 1, 4321);
      await handle.close();
    },
  },
  { stick: 'loses the end', damage: (written: string) => truncate(written, 6000) },
])('a stick that $stick is found out before the name is given: the older file stays', async ({ damage }) => {
  await writeFile(target, 'an older one');
  const saved = await saveExport({ chunks: chunks(damage), bytes: whole.length, target });
  expect(saved).toMatchObject({ ok: false, refusal: { code: 'package/write-not-verified', details: { file: 'score.lpscore' } } });
  expect(await readFile(target, 'utf8')).toBe('an older one');
  expect(await readdir(stick)).toEqual(['score.lpscore']);
});
