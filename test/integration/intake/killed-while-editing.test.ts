import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { applyEdit } from '#shared/intake/apply-edit.ts';
import { type EditedReading, intakeEditSchema } from '#shared/intake/edit.ts';
import { valueOf } from '#shared/result.ts';
import { clientOf, coreAt, finished, passphrase, workspaceOf } from '../../fixtures/workspaces.ts';
import { temporaryFolder } from '../../temporary.ts';

const sample = decodeURIComponent(new URL('../../fixtures/samples/01-示例职业培训学校/', import.meta.url).pathname);
const kills = 8;

test(
  `after SIGKILL at ${kills} moments of editing what was read, every acknowledged edit is there and none is half there`,
  { timeout: 300_000 },
  async () => {
    const home = temporaryFolder('killed-editing');
    const folder = join(home, '组长（虚构）');
    const reading = await readForm(home);
    const acknowledged: number[] = [];
    for (let life = 0; life < kills; life += 1) {
      acknowledged.push(...(await editUntilKilled({ folder, reading, from: life * 1000 })));
      const { edits, texts } = await whatIsThere(folder, reading);
      // At most one in each life was kept and not yet acknowledged.
      expect(edits).toBeGreaterThanOrEqual(acknowledged.length);
      expect(edits).toBeLessThanOrEqual(acknowledged.length + life + 1);
      const typed = acknowledged.filter((number) => number % 8 < 4).map((number) => `改为 ${number}`);
      expect(typed.filter((text) => !texts.has(text))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(kills * 3);
  },
);

/** A sample applicant's folder as read into a round; the reading's id. The workspace is closed again. */
async function readForm(home: string): Promise<string> {
  const core = await workspaceOf('组长（虚构）', home);
  const client = clientOf(core);
  const { id: round } = await client.rounds.draft.create({ title: '示例批次（虚构）', practice: false });
  const names = ['附件3 申报表.docx', '培训台账.xlsx'];
  const files = await Promise.all(
    names.map((name) => core.registerFile({ kind: 'path', path: join(sample, name), name, relativePath: `示例/${name}` })),
  );
  const { readings } = await finished(await client.intake.take({ round, files: files.map(({ id }) => id) }));
  await core.close();
  return readings[0]?.id ?? '';
}

/** What a workspace holds of a reading once it is opened again: it fits together, down to the chain of events. */
async function whatIsThere(folder: string, reading: string): Promise<{ edits: number; texts: Set<string> }> {
  const core = coreAt(folder);
  valueOf(await core.unlock(passphrase));
  const { intake, audit } = core.opened().workspace.stores;
  const edits = intake.edits(reading).map(({ edit }) => intakeEditSchema.parse(edit));
  const read = intake.reading(reading);
  const current = intake.current(reading);
  const events = audit.list({ limit: 1_000_000 }).filter(({ kind }) => kind === 'intake/edited').length;
  const chain = audit.verifyChain();
  const counted = intake.heading(reading)?.edits;
  await core.close();
  if (read === null) {
    throw new Error('the reading is gone');
  }
  const asRead: EditedReading = { application: read.application, refused: [], accepted: [] };
  expect(current).toEqual(edits.reduce((before, edit) => valueOf(applyEdit(before, edit)), asRead));
  expect([counted, events]).toEqual([edits.length, edits.length]);
  expect(chain.holds).toBe(true);
  return { edits: edits.length, texts: new Set(edits.flatMap((edit) => (edit.kind === 'set' ? [edit.text] : []))) };
}

/** The numbers that the child said were kept before it was killed: after some edits, a random moment later. */
function editUntilKilled({ folder, reading, from }: { folder: string; reading: string; from: number }): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/edit-until-killed.ts'), folder, reading, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Each start but the first finds the programs compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'linping-compile-cache') },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const enough = 3 + Math.floor(Math.random() * 25);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      const before = said.split('\n').length;
      said += bytes.toString();
      if (before <= enough && said.split('\n').length > enough) {
        setTimeout(() => child.kill('SIGKILL'), Math.random() * 12);
      }
    });
    child.on('error', reject);
    // Without the last piece: a number cut in two was not acknowledged.
    child.on('close', () => resolve(said.split('\n').slice(0, -1).map(Number)));
  });
}
