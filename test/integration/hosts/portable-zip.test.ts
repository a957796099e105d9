import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeZip } from '../../../electron/hosts/portable/pack/write-zip.ts';
import { temporaryFolder } from '../../temporary.ts';
import { runTool } from '../../tools.ts';

test('the same files give the same ZIP, byte for byte, whenever and in whatever time zone it is made', async () => {
  const folder = temporaryFolder('portable-zip');
  const file = join(folder, 'program.js');
  await writeFile(file, 'a'.repeat(100_000), { mode: 0o600 });
  const files = [
    { path: 'program/说明.js', content: { file }, executable: false },
    { path: '遴评.sh', content: { text: '#!/bin/sh\n' }, executable: true },
  ];
  const zone = process.env['TZ'];
  onTestFinished(() => {
    process.env['TZ'] = zone ?? '';
  });
  const made: Buffer[] = [];
  for (const [index, otherZone] of ['Asia/Shanghai', 'America/New_York'].entries()) {
    process.env['TZ'] = otherZone;
    await utimes(file, 1e9 * (index + 1), 1e9 * (index + 1));
    const zip = join(folder, `${index}.zip`);
    const { bytes, sha256 } = await writeZip({ files, folder: '遴评', zip });
    made.push(await readFile(zip));
    expect({ bytes, sha256 }).toEqual({
      bytes: made[index]?.length,
      sha256: createHash('sha256')
        .update(made[index] ?? '')
        .digest('hex'),
    });
  }
  expect(made[0]?.equals(made[1] ?? Buffer.alloc(0))).toBe(true);
  const listed = await runTool('unzip', ['-Z', join(folder, '0.zip')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  expect(listed).toMatch(/^-rw-r--r-- .* 遴评\/program\/说明\.js$/m);
  expect(listed).toMatch(/^-rwxr-xr-x .* 遴评\/遴评\.sh$/m);
});

test('a ZIP that could not be finished has no ZIP’s name', async () => {
  const folder = temporaryFolder('portable-zip');
  const files = [{ path: 'missing.js', content: { file: join(folder, 'missing.js') }, executable: false }];
  await expect(writeZip({ files, folder: '遴评', zip: join(folder, 'all.zip') })).rejects.toThrow(/ENOENT/);
  await expect(readFile(join(folder, 'all.zip'))).rejects.toThrow(/ENOENT/);
});
