import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const passphrase = '江城 2022 correct';

async function closedWorkspace(): Promise<{ folder: string; keys: string; copy: string }> {
  const folder = join(temporaryFolder(), 'workspace');
  await valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() })).close();
  return { folder, keys: join(folder, 'keys.json'), copy: join(folder, 'keys-copy.json') };
}

/** Opens and closes it: which file of keys was mended on the way, or why it was refused. */
async function open(folder: string, phrase = passphrase): Promise<{ mended: string | null; kinds: string[] } | { refusal: unknown }> {
  const opened = await openWorkspace({ folder, passphrase: phrase, now: tickingClock() });
  if (!opened.ok) {
    return { refusal: opened.refusal };
  }
  const { mended } = opened.value;
  const kinds = opened.value.stores.audit.list().map(({ kind }) => kind);
  await opened.value.close();
  return { mended, kinds };
}

const damages: [string, (path: string) => void][] = [
  ['missing', (path) => rmSync(path)],
  ['empty', (path) => writeFileSync(path, '')],
  ['cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 100))],
  ['full of zeros', (path) => writeFileSync(path, Buffer.alloc(500))],
  ['of another program', (path) => writeFileSync(path, '{"a":1}')],
  ['altered in one character of the salt', (path) => writeFileSync(path, altered(readFileSync(path, 'utf8'), 'salt'))],
  ['altered in one character of the wrapped keys', (path) => writeFileSync(path, altered(readFileSync(path, 'utf8'), 'text'))],
  ['altered in the cost', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('131072', '262144'))],
];

/** The same file with another letter in the middle of one of its values: still JSON, still of the right shape. */
function altered(json: string, field: string): string {
  return json.replace(new RegExp(`("${field}": ")(.)`), (_whole, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A'));
}

test('a workspace has its keys twice, byte for byte the same', async () => {
  const { keys, copy } = await closedWorkspace();
  expect(readFileSync(copy)).toEqual(readFileSync(keys));
});

test.each(damages)('a keys file that is %s is mended from the other, and it is said', async (_what, damage) => {
  for (const which of ['keys', 'copy'] as const) {
    const workspace = await closedWorkspace();
    const whole = readFileSync(workspace.keys);
    damage(workspace[which]);
    const name = which === 'keys' ? 'keys.json' : 'keys-copy.json';
    const opened = await open(workspace.folder);
    expect(opened).toMatchObject({ mended: name });
    expect(opened).toHaveProperty('kinds', expect.arrayContaining(['workspace/keys-mended']));
    expect(readFileSync(workspace.keys)).toEqual(whole);
    expect(readFileSync(workspace.copy)).toEqual(whole);
    expect(await open(workspace.folder)).toMatchObject({ mended: null });
  }
});

test.each(damages)('when both are %s it is refused as that, and neither is touched', async (what, damage) => {
  const { folder, keys, copy } = await closedWorkspace();
  damage(keys);
  damage(copy);
  const code = what === 'missing' ? 'workspace/keys-missing' : 'workspace/keys-damaged';
  expect(await open(folder)).toMatchObject({ refusal: { code, details: { folder } } });
  if (what !== 'missing') {
    const before = [readFileSync(keys), readFileSync(copy)];
    await open(folder, 'any other passphrase');
    expect([readFileSync(keys), readFileSync(copy)]).toEqual(before);
  }
});

test('a wrong passphrase mends nothing', async () => {
  const { folder, keys } = await closedWorkspace();
  writeFileSync(keys, '');
  expect(await open(folder, 'not the passphrase')).toMatchObject({ refusal: { code: 'workspace/passphrase-wrong' } });
  expect(readFileSync(keys, 'utf8')).toBe('');
});

test('a change of passphrase changes both; one that broke off between them opens with either, and then both are one again', async () => {
  const { folder, keys, copy } = await closedWorkspace();
  const before = readFileSync(keys);
  const workspace = valueOf(await openWorkspace({ folder, passphrase, now: tickingClock() }));
  valueOf(await workspace.changePassphrase({ from: passphrase, to: 'the new one' }));
  await workspace.close();
  const after = readFileSync(keys);
  expect(readFileSync(copy)).toEqual(after);
  for (const [phrase, stands] of [
    ['the new one', after],
    [passphrase, before],
  ] as const) {
    writeFileSync(keys, after);
    writeFileSync(copy, before);
    expect(await open(folder, phrase)).toMatchObject({ mended: null });
    expect(readFileSync(keys)).toEqual(stands);
    expect(readFileSync(copy)).toEqual(stands);
  }
});

test('a workspace from before there was a copy gets one, and nothing is said to be damaged', async () => {
  const { folder, keys, copy } = await closedWorkspace();
  const { sha256: _sha256, ...before } = JSON.parse(readFileSync(keys, 'utf8'));
  writeFileSync(keys, JSON.stringify(before));
  rmSync(copy);
  expect(await open(folder)).toMatchObject({ mended: null });
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toHaveProperty('sha256');
  expect(readFileSync(copy)).toEqual(readFileSync(keys));
});

test('keys of a newer version are refused as that, whichever of the two files has them', async () => {
  const { folder, keys, copy } = await closedWorkspace();
  writeFileSync(copy, '{"format":2,"kdf":"something new"}');
  writeFileSync(keys, '{"format":2,"kdf":"something new"}');
  expect(await open(folder)).toMatchObject({ refusal: { code: 'workspace/newer-schema', details: { found: 2 } } });
  writeFileSync(keys, '');
  expect(await open(folder)).toMatchObject({ refusal: { code: 'workspace/newer-schema' } });
});
