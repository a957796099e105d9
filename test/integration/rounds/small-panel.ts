import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import { packFolder } from '#electron/intake/pack.ts';
import { declareAll } from '../../fixtures/workspaces.ts';
import { valueOf } from '#shared/result.ts';

export const passphrase = '口令 2022 秋';
const samples = new URL('../../fixtures/samples/', import.meta.url).pathname;

/** The API as a host's page calls it. */
export const clientOf = (core: Core) => createRouterClient(router, { context: { core } });

/** A folder that goes away when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linping-panel-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A core that is closed when the test ends; nothing is opened in it yet. */
export function coreAt(workspaceFolder: string): Core {
  const core = bareCore(workspaceFolder);
  onTestFinished(() => core.close());
  return core;
}

function bareCore(workspaceFolder: string): Core {
  return createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null },
    version: '0.0.0-test',
    now: () => new Date('2022-11-15T01:41:00Z'),
  });
}

/** A chair's and an expert's workspace for several tests; `end` closes them and takes their folder away. */
export async function workspaceFolders(): Promise<{ folder: string; chair: Core; expert: Core; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'linping-panel-'));
  const [chair, expert] = [bareCore(join(folder, 'chair')), bareCore(join(folder, 'expert'))];
  valueOf(await chair.create({ passphrase, name: '组长（虚构）', organisation: '示例单位（虚构）' }));
  valueOf(await expert.create({ passphrase, name: '专家甲（虚构）', organisation: '示例单位（虚构）' }));
  const end = async (): Promise<void> => {
    await chair.close();
    await expert.close();
    await rm(folder, { recursive: true });
  };
  return { folder, chair, expert, end };
}

/** A new workspace of somebody made up, open. */
export async function workspaceOf(name: string, folder: string): Promise<Core> {
  const core = coreAt(join(folder, name));
  valueOf(await core.create({ passphrase, name, organisation: '示例单位（虚构）' }));
  return core;
}

/** What long work came to. */
export async function finished<Value>(stream: AsyncIterable<{ kind: 'progress' } | { kind: 'done'; value: Value }>): Promise<Value> {
  for await (const event of stream) {
    if (event.kind === 'done') {
      return event.value;
    }
  }
  throw new Error('the work ended without a value');
}

/** Carries an export of one workspace to another, as a stick would; the id by which the other knows it. */
export async function carry(from: Core, exported: { id: string; name: string }, to: Core): Promise<string> {
  const open = await from.openExport(exported.id);
  if (open === null) {
    throw new Error('no such export');
  }
  return (await to.registerFile({ kind: 'upload', content: open.content, name: exported.name, relativePath: exported.name })).id;
}

/** A file on disk made known to a workspace by its path. */
export async function handed(core: Core, path: string): Promise<string> {
  const name = path.split('/').at(-1) ?? '';
  return (await core.registerFile({ kind: 'path', path, name, relativePath: name })).id;
}

/** The bundles of the two sample applicants. */
export async function sampleBundles(folder: string): Promise<string[]> {
  const names = ['01-示例职业培训学校', '02-示例智造有限公司'];
  return Promise.all(
    names.map(async (name) => {
      const target = join(folder, `${name}.lpapp`);
      valueOf(await packFolder({ folder: join(samples, name), target }));
      return target;
    }),
  );
}

/** A draft of the chair's with the expert on its panel, compared, and both samples in it. */
export async function draftWithSamples(chair: Core, expert: Core, folder: string) {
  const client = clientOf(chair);
  const { id: round } = await client.rounds.draft.create({ title: '示例批次（虚构）', practice: false });
  const card = await carry(expert, await clientOf(expert).workspace.exportCard(), chair);
  await client.rounds.draft.addCards({ round, files: [card] });
  const state = await expert.state();
  const member = state.state === 'open' ? state.person.keyId : '';
  await client.rounds.draft.confirmFingerprint({ round, member, compared: true });
  const files = await Promise.all((await sampleBundles(folder)).map((path) => handed(chair, path)));
  const { draft } = await finished(await client.rounds.draft.addApplications({ round, files }));
  return { round, member, draft };
}

/** Issues a draft and has the expert accept it; the round's package. */
export async function issueTo(chair: Core, expert: Core, round: string): Promise<{ id: string; name: string }> {
  const issued = await finished(await clientOf(chair).rounds.draft.issue({ round }));
  const state = await chair.state();
  const trust = state.state === 'open' ? [state.person.keyId] : [];
  const file = await carry(chair, issued.export, expert);
  await finished(await clientOf(expert).packages.import({ files: [file], trust }));
  await declareAll(expert, round);
  return issued.export;
}
