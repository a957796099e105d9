import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { packFolder } from '#electron/intake/pack.ts';
import { valueOf } from '#shared/result.ts';
import { carry, clientOf, declareAll, finished, handOver, workspaceOf as openWorkspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { readers } from '../../fixtures/readers.ts';

export { carry, clientOf, finished, passphrase } from '../../fixtures/workspaces.ts';

const samples = new URL('../../fixtures/samples/', import.meta.url).pathname;

/** A chair's and an expert's workspace for several tests; `end` closes them and takes their folder away. */
export async function workspaceFolders(): Promise<{ folder: string; chair: Core; expert: Core; end: () => Promise<void> }> {
  const folder = makeFolder('panel');
  const [chair, expert] = [await openWorkspaceOf('组长（虚构）', folder), await openWorkspaceOf('专家甲（虚构）', folder)];
  const end = async (): Promise<void> => {
    await chair.close();
    await expert.close();
    await removeFolder(folder);
  };
  return { folder, chair, expert, end };
}

/** A new workspace of somebody made up, open, and closed when the test ends. */
export async function workspaceOf(name: string, folder: string): Promise<Core> {
  const core = await openWorkspaceOf(name, folder);
  onTestFinished(() => core.close());
  return core;
}

/** A file on disk made known to a workspace under its own name. */
export function handed(core: Core, path: string): Promise<string> {
  return handOver(path, basename(path), core);
}

/** The bundles of the two sample applicants. */
export async function sampleBundles(folder: string): Promise<string[]> {
  const names = ['01-示例职业培训学校', '02-示例智造有限公司'];
  return Promise.all(
    names.map(async (name) => {
      const target = join(folder, `${name}.lpapp`);
      valueOf(await packFolder({ folder: join(samples, name), target, readers }));
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

/** Issues a draft and has the expert accept it and declare themself everywhere; the round's package. */
export async function issueTo(chair: Core, expert: Core, round: string): Promise<{ id: string; name: string }> {
  const exported = await issueWithoutDeclarations(chair, expert, round);
  await declareAll(expert, round);
  return exported;
}

/** The same for an expert who has not said anything yet. */
export async function issueWithoutDeclarations(chair: Core, expert: Core, round: string): Promise<{ id: string; name: string }> {
  const issued = await finished(await clientOf(chair).rounds.draft.issue({ round }));
  const state = await chair.state();
  const trust = state.state === 'open' ? [state.person.keyId] : [];
  const file = await carry(chair, issued.export, expert);
  await finished(await clientOf(expert).packages.import({ files: [file], trust }));
  return issued.export;
}
