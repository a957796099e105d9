import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseKeyFile, unwrapKeys, type WorkspaceKeys } from '#db/keys/keys.ts';
import { openDatabases } from '#db/open-databases.ts';
import { Records } from '#db/database/records.ts';
import { openStores } from '#db/stores/index.ts';
import { createWorkspace } from '#db/workspace.ts';
import { workspacePaths } from '#db/folder/workspace-paths.ts';
import { temporaryFolder } from '../../temporary.ts';
import { valueOf } from './fixtures/records.ts';

const passphrase = 'kill me at any moment';
/** `npm run test:long` makes it 200. */
const kills = Number(process.env['LINPING_KILLS'] ?? 40);
/** Processes at a time, each with a workspace of its own. */
const workspaces = 4;
const now = () => new Date().toISOString();

test(
  `after SIGKILL at ${kills} random moments of scoring no acknowledged entry is missing and none is half there`,
  { timeout: 900_000 },
  async () => {
    const runs = await Promise.all(Array.from({ length: workspaces }, () => killAgainAndAgain(kills / workspaces)));
    const acknowledged = runs.flat();
    // Where nothing had been acknowledged, nothing could have been lost.
    for (const kind of ['answer', 'question', 'clock', 'undo']) {
      expect(acknowledged.filter((one) => one.startsWith(kind)).length).toBeGreaterThan(0);
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
  },
);

/** Everything that was acknowledged in one workspace, over all its lives. */
async function killAgainAndAgain(lives: number): Promise<string[]> {
  const folder = temporaryFolder();
  const workspace = valueOf(await createWorkspace({ folder, passphrase, now }));
  workspace.stores.rounds.saveDraft({ id: 'r', title: '', practice: false, document: null });
  await workspace.close();
  const keys = valueOf(await unwrapKeys(valueOf(parseKeyFile(readFileSync(workspacePaths(folder).keys, 'utf8'))), passphrase));
  const acknowledged: string[] = [];
  for (let life = 0; life < lives; life += 1) {
    acknowledged.push(...(await scoreUntilKilled({ folder, keys, from: life * 1000 })));
    await expectNothingLost({ folder, keys, acknowledged });
  }
  return acknowledged;
}

type Lives = { folder: string; keys: WorkspaceKeys; acknowledged: readonly string[] };

async function expectNothingLost({ folder, keys, acknowledged }: Lives): Promise<void> {
  const opened = valueOf(openDatabases(workspacePaths(folder), { keys, expecting: 'existing', now }));
  const { sheets, audit } = openStores(new Records(opened.records), now);
  const address = { round: 'r', application: 'a', stage: 'roadshow' as const };
  const sheet = sheets.read(address);
  const progress = sheets.progressOf(address);
  const events = audit.list({ limit: 1_000_000 });
  const chain = audit.verifyChain();
  await opened.evidence.close();
  opened.records.close();
  const answers = (sheet?.entries ?? []).flatMap((entry) => [entry, ...entry.history]);
  const questions = sheet?.questions ?? [];
  const kept = new Set([...answers.map(({ comment }) => comment), ...questions.map(({ question }) => question)]);
  const count = (kind: string) => acknowledged.filter((one) => one.startsWith(kind)).length;
  expect(acknowledged.filter((one) => /^(answer|question)/.test(one) && !kept.has(one))).toEqual([]);
  expect(sheet?.roadshow?.clock.length ?? 0).toBeGreaterThanOrEqual(count('clock'));
  // Every undo is a mark and an answer; neither is there without the other.
  expect(events.filter(({ kind }) => kind === 'sheet/undone').length).toBeGreaterThanOrEqual(count('undo'));
  expect(answers.length).toBe(events.filter(({ kind }) => kind === 'sheet/answered').length);
  expect(answers.filter(({ comment, points }) => points !== (comment === '' ? null : `${Number(comment.slice(7)) % 4}.00`))).toEqual([]);
  expect(questions.filter(({ question, answer }) => answer !== question.replace('question', 'said'))).toEqual([]);
  // Fixing the scores and the question that asked for it are one step.
  expect(events.filter(({ kind }) => kind === 'roadshow/fixed').length).toBe(questions.length);
  expect(progress?.filled ?? 0).toBe(sheet?.entries.filter(({ points }) => points !== null).length ?? 0);
  expect(chain.holds).toBe(true);
}

/** What the child said it had kept before it was killed: after some acts, a random moment later. */
function scoreUntilKilled({ folder, keys, from }: { folder: string; keys: WorkspaceKeys; from: number }): Promise<string[]> {
  const program = join(import.meta.dirname, 'fixtures/score-until-killed.ts');
  const child = spawn(process.execPath, [program, folder, keys.records.toString('hex'), keys.evidence.toString('hex'), String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Many starts: each but the first finds the programs compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'linping-compile-cache') },
  });
  const enough = Math.floor(Math.random() * 25);
  return new Promise((resolve, reject) => {
    let said = '';
    const kill = () => child.kill('SIGKILL');
    child.once('spawn', () => {
      if (enough === 0) {
        setTimeout(kill, Math.random() * 800);
      }
    });
    child.stdout.on('data', (bytes: Buffer) => {
      const before = said.split('\n').length;
      said += bytes.toString();
      if (before <= enough && said.split('\n').length > enough) {
        setTimeout(kill, Math.random() * 12);
      }
    });
    child.on('error', reject);
    // Without the last piece: what was cut in two was not acknowledged.
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}
