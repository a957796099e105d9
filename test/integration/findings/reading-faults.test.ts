import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';
import type { StartReader } from '#electron/reading/reader-process.ts';
import { factsOf } from '#electron/findings/facts.ts';
import { withReadingProblems } from '#electron/findings/reading-problems.ts';
import { valueOf } from '#shared/result.ts';
import { applicationWith, packed } from '../../fixtures/packages/documents.ts';
import { passphrase } from '../../fixtures/workspaces.ts';
import { temporaryFolder } from '../../temporary.ts';

const hostile = join(import.meta.dirname, '../../fixtures/hostile');
const lease = Buffer.from('承租方：示例学校（虚构）\n租赁期限：自2022年1月1日至2025年12月31日止\n');

test('a file that ended its reader is remembered beside what the others say, also after a restart, and is not tried again', async () => {
  const folder = temporaryFolder();
  let started = 0;
  const start: StartReader = (onMessage) => {
    started += 1;
    return forkReader(onMessage);
  };
  const first = coreIn(folder, start);
  valueOf(await first.create({ passphrase, name: '组长（虚构）', organisation: '' }));
  const files = [packed(await readFile(join(hostile, 'kills-process-unhandled.pdf'))), packed(lease, 'txt')];
  const bundle = await keepBundle(first, { bundle: 'a', files });
  expect((await factsOf(first.opened(), bundle)).leases).toMatchObject([{ lessee: '示例学校（虚构）' }]);
  expect(problemsOf(first, bundle)).toEqual(['broke-off', null]);
  await first.close();

  const startedBefore = started;
  const second = coreIn(folder, start);
  valueOf(await second.unlock(passphrase));
  const other = await keepBundle(second, { bundle: 'b', files: files.slice(0, 1) });
  expect((await factsOf(second.opened(), other)).leases).toEqual([]);
  expect(problemsOf(second, other)).toEqual(['broke-off']);
  expect(started).toBe(startedBefore);
});

test('where no process starts, nothing is remembered: the facts are read the next time', async () => {
  const folder = temporaryFolder();
  let isThere = false;
  const broken: StartReader = () => ({
    send: () => Promise.resolve(),
    ended: Promise.resolve('died'),
    kill: () => undefined,
    atWork: () => undefined,
    atRest: () => undefined,
  });
  const core = coreIn(folder, (onMessage) => (isThere ? forkReader : broken)(onMessage));
  valueOf(await core.create({ passphrase, name: '组长（虚构）', organisation: '' }));
  const bundle = await keepBundle(core, { bundle: 'a', files: [packed(lease, 'txt')] });
  await expect(factsOf(core.opened(), bundle)).rejects.toMatchObject({ refusal: { code: 'reading/unavailable' } });
  isThere = true;
  expect((await factsOf(core.opened(), bundle)).leases).toHaveLength(1);
});

test('locking does not wait for a file that hangs: its process is ended, and whoever asked is told', async () => {
  const folder = temporaryFolder();
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<'memory'>();
  const hangs: StartReader = (onMessage) => {
    queueMicrotask(() => onMessage({ type: 'ready' }));
    return {
      send: ({ number }) => {
        onMessage({ type: 'started', number });
        begun.resolve();
        return Promise.resolve();
      },
      ended: ended.promise,
      kill: () => ended.resolve('memory'),
      atWork: () => undefined,
      atRest: () => undefined,
    };
  };
  const core = coreIn(folder, hangs);
  valueOf(await core.create({ passphrase, name: '组长（虚构）', organisation: '' }));
  const bundle = await keepBundle(core, { bundle: 'a', files: [packed(lease, 'txt')] });
  const open = core.opened();
  // As the list of problems asks: without a signal of its own.
  const reading = open.work.start(() => factsOf(open, bundle));
  const outcome = expect(reading).rejects.toMatchObject({ refusal: { code: 'workspace/locked' } });
  await begun.promise;
  await core.lock();
  await outcome;
  await ended.promise;
});

function coreIn(folder: string, startReader: StartReader): Core {
  const core = createCore({
    workspaceFolder: join(folder, 'w'),
    host: { kind: 'browser', dialogs: null, startReader },
    version: '0',
    now: () => new Date('2022-11-15T01:41:00Z'),
  });
  onTestFinished(() => core.close());
  return core;
}

/** Keeps files as leases of a bundle that says of none that it can't be read. */
async function keepBundle(core: Core, { bundle, files }: { bundle: string; files: ReturnType<typeof packed>[] }): Promise<string> {
  const { evidence, stores } = core.opened().workspace;
  for (const file of files) {
    const writer = evidence.createWriter();
    for await (const chunk of file.open()) {
      await writer.write(chunk);
    }
    await writer.finish();
  }
  const sha256 = bundle.repeat(64);
  const { kind: _kind, format: _format, ...application } = applicationWith(files);
  const attachments = application.attachments.map((attachment) => ({ ...attachment, class: 'lease' as const }));
  stores.applications.keep({ bundle: sha256, bytes: 1, signer: null, application: { ...application, attachments } });
  return sha256;
}

function problemsOf(core: Core, bundle: string): (string | null)[] {
  const { workspace } = core.opened();
  const kept = workspace.stores.applications.get(bundle);
  return kept === null ? [] : withReadingProblems(workspace, kept.application).attachments.map(({ problem }) => problem);
}
