import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, openWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const passphrase = 'kill me at any moment';

test('a process killed while recording loses nothing that it acknowledged', async () => {
  const folder = temporaryFolder();
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now: tickingClock() }));
  workspace.stores.rounds.saveDraft({ id: 'r', title: '', practice: false, document: null });
  await workspace.close();
  const acknowledged: number[] = [];
  for (const enough of [3, 41, 90, 17]) {
    acknowledged.push(...(await recordUntil(folder, enough, (acknowledged.at(-1) ?? -1) + 2)));
    const again = valueOf(await openWorkspace({ folder, passphrase, now: tickingClock() }));
    const sheets = again.stores.sheets.readAll('r');
    const chain = again.stores.audit.verifyChain();
    await again.close();
    const comments = new Set(
      sheets.flatMap(({ entries }) => entries.flatMap((entry) => [entry, ...entry.history].map(({ comment }) => comment))),
    );
    expect(acknowledged.filter((number) => !comments.has(`answer ${number}`))).toEqual([]);
    expect(chain.holds).toBe(true);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(151);
});

/** The numbers that the child said it had recorded before it was killed. */
function recordUntil(folder: string, enough: number, from: number): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/record-until-killed.ts'), folder, passphrase, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.split('\n').length > enough) {
        child.kill('SIGKILL');
      }
    });
    child.on('error', reject);
    // Without the last piece: a number cut in two was not acknowledged.
    child.on('close', () => {
      resolve(said.split('\n').slice(0, -1).map(Number));
    });
  });
}
