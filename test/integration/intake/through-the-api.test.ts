import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { packApplication } from '#electron/intake/pack.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';
import { readers } from '../../fixtures/readers.ts';

const samples = decodeURIComponent(new URL('../../fixtures/samples/', import.meta.url).pathname);
const names = ['01-示例职业培训学校', '02-示例智造有限公司'] as const;
const passphrase = '口令 2022 秋';
let home: string;
let core: Core;

const coreAt = (): Core =>
  createCore({
    workspaceFolder: join(home, 'workspace'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0.0.0-test',
    now: () => new Date('2022-11-15T01:41:00Z'),
  });
const client = () => createRouterClient(router, { context: { core } });

beforeEach(async () => {
  home = makeFolder('intake-api');
  core = coreAt();
  expect((await core.create({ passphrase, name: '组长甲', organisation: '示例单位（虚构）' })).ok).toBe(true);
});
afterEach(async () => {
  await core.close();
  await removeFolder(home);
});

async function finished<Value>(stream: AsyncIterable<{ kind: 'progress' } | { kind: 'done'; value: Value }>): Promise<Value> {
  for await (const event of stream) {
    if (event.kind === 'done') {
      return event.value;
    }
  }
  throw new Error('the work ended without a value');
}

/** Hands a folder over as a host does: by path (Electron) or as uploaded bytes (browser). */
async function hand(folder: string, how: 'path' | 'upload' = 'path', under = basename(folder)): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const ids: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const relativePath = `${under}${path.slice(folder.length)}`;
    const bytes = how === 'upload' ? await readFile(path) : null;
    const content = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes ?? new Uint8Array();
    };
    const ref = await core.registerFile(
      bytes === null
        ? { kind: 'path', path, name: entry.name, relativePath }
        : { kind: 'upload', content: content(), name: entry.name, relativePath },
    );
    ids.push(ref.id);
  }
  return ids;
}

async function newRound(): Promise<string> {
  return (await client().rounds.draft.create({ title: '新职业遴选（示例）', practice: false })).id;
}

async function take(round: string, files: string[]) {
  return finished(await client().intake.take({ round, files }));
}

test.each(['path', 'upload'] as const)(
  'both sample folders (%s) become applications in the round, and the round is issued',
  async (how) => {
    const round = await newRound();
    const { outcomes, readings, draft } = await take(round, await hand(samples, how, ''));
    expect(outcomes.map(({ file, outcome, refusal }) => [file, refusal?.code ?? outcome])).toEqual([
      [names[0], 'read'],
      [names[1], 'read'],
      // The figures that the samples are compared with are no applicant's files.
      ['expected', 'intake/form-missing'],
    ]);
    expect(draft.applications).toEqual([]);
    for (const { id } of readings) {
      expect((await finished(await client().intake.confirm({ reading: id }))).outcome).toBe('taken');
    }
    expect((await client().intake.list({ round })).map(({ state, doubts }) => [state, doubts])).toEqual([
      ['confirmed', 0],
      ['confirmed', 0],
    ]);
    for (const name of names) {
      // The very bundle that the command line packs.
      const read = await readApplicantFolder(join(samples, name), { readers });
      const packed = read.ok ? await packApplication({ read: read.value, target: join(home, 'packed.lpapp') }) : read;
      const { applications } = await client().rounds.draft.get({ round });
      expect(packed.ok && applications.map(({ bundle }) => bundle.sha256).includes(packed.value.sha256)).toBe(true);
    }
    await client().rounds.draft.setChairScores({ round, scores: true });
    const issued = await finished(await client().rounds.draft.issue({ round }));
    expect(issued.export.name).toMatch(/\.lpround$/u);
    expect(await client().rounds.list()).toMatchObject([{ state: 'issued', applications: 2 }]);
  },
);

test('an edit is on disk when it is answered, is recorded in the bundle, and outlives the lock', async () => {
  const round = await newRound();
  const { readings } = await take(round, await hand(join(samples, names[0])));
  const reading = readings[0]?.id ?? '';
  const before = await client().intake.get({ reading });
  const { application } = before.now;
  const edit = (change: Parameters<ReturnType<typeof client>['intake']['edit']>[0]['edit']) =>
    client().intake.edit({ reading, edit: change });
  await edit({ kind: 'set', field: 'applicant.postcode', text: '325099' });
  await edit({ kind: 'set', field: 'experts.6.title', text: '高级技师' });
  await edit({ kind: 'remove-row', list: 'experts', index: 2 });
  await edit({ kind: 'add-row', list: 'regulations' });
  await edit({ kind: 'set', field: `regulations.${application.regulations.length}`, text: '补充制度' });
  await edit({ kind: 'classify', attachment: '制度汇编.pdf', class: 'other' });
  await edit({ kind: 'travel', attachment: '培训台账.xlsx', travels: false });
  await expect(edit({ kind: 'set', field: 'staff.0.age', text: '四十多' })).rejects.toMatchObject({
    data: { code: 'intake/value-not-understood' },
  });
  // Another core: only what is on disk counts.
  await core.lock();
  core = coreAt();
  expect((await core.unlock(passphrase)).ok).toBe(true);
  const after = await client().intake.get({ reading });
  expect(after.summary).toMatchObject({ state: 'waiting', edits: 7 });
  expect(after.grid).toEqual(before.grid);
  const { value, sources } = {
    value: after.now.application,
    sources: new Map(after.now.application.reading.map((each) => [each.field, each])),
  };
  expect(value.applicant.postcode).toBe('325099');
  expect(sources.get('applicant.postcode')).toMatchObject({ editedFrom: application.applicant.postcode, source: '表1 第4行' });
  expect(value.experts).toHaveLength(application.experts.length - 1);
  expect(value.experts[5]?.title).toBe('高级技师');
  expect(sources.get('experts.5.title')).toMatchObject({ editedFrom: application.experts[6]?.title, source: '表3 第8行' });
  expect(sources.get('experts.5')?.source).toBe('表3 第8行');
  expect(sources.get('experts.removed')?.editedFrom).toContain(application.experts[2]?.name);
  expect(sources.get(`regulations.${application.regulations.length}`)).toMatchObject({ source: '', editedFrom: '' });
  await finished(await client().intake.confirm({ reading }));
  const [entry] = (await client().rounds.draft.get({ round })).applications;
  const kept = core.opened().workspace.stores.applications.get(entry?.bundle.sha256 ?? '');
  expect(kept?.application.attachments.map(({ name }) => name)).not.toContain('培训台账.xlsx');
  expect(kept?.application.attachments.find(({ name }) => name === '制度汇编.pdf')?.class).toBe('other');
  expect(kept?.application.reading.filter(({ editedFrom }) => editedFrom !== null)).toHaveLength(5);
  await expect(edit({ kind: 'set', field: 'applicant.postcode', text: '1' })).rejects.toMatchObject({
    data: { code: 'intake/already-confirmed' },
  });
  const { workspace } = core.opened();
  expect(workspace.stores.audit.verifyChain()).toMatchObject({ holds: true });
  expect(workspace.stores.audit.list().filter(({ kind }) => kind === 'intake/edited')).toHaveLength(7);
  const exported = await finished(await client().intake.exportBundle({ reading }));
  const path = join(home, exported.name);
  await writeFile(path, (await core.openExport(exported.id))?.content ?? []);
  const written = await verifyFile({ path });
  expect(written.ok && written.value.kind === 'application' && written.value.sha256).toBe(entry?.bundle.sha256);
});

test('the same folder again is nothing new; put aside or taken back it comes back with its edits', async () => {
  const round = await newRound();
  const folder = join(samples, names[1]);
  const [first] = (await take(round, await hand(folder))).readings;
  const reading = first?.id ?? '';
  await client().intake.edit({ reading, edit: { kind: 'set', field: 'applicant.head.name', text: '示例负责人' } });
  expect((await take(round, await hand(folder, 'upload'))).outcomes).toMatchObject([{ outcome: 'unchanged' }]);
  await client().intake.discard({ reading });
  expect(await client().intake.list({ round })).toEqual([]);
  expect((await take(round, await hand(folder))).outcomes).toMatchObject([{ outcome: 'read' }]);
  const again = await client().intake.get({ reading });
  expect(again.now.application.applicant.head.name).toBe('示例负责人');
  await finished(await client().intake.confirm({ reading }));
  expect((await take(round, await hand(folder))).outcomes).toMatchObject([{ outcome: 'unchanged' }]);
  expect((await client().intake.takeBack({ reading })).summary.state).toBe('waiting');
  expect((await client().rounds.draft.get({ round })).applications).toEqual([]);
  await client().intake.edit({ reading, edit: { kind: 'set', field: 'applicant.head.name', text: '另一人' } });
  expect((await finished(await client().intake.confirm({ reading }))).draft.applications).toHaveLength(1);
});

test('one bad folder does not keep the others out, and leaves nothing in the workspace', async () => {
  const round = await newRound();
  const all = join(home, '全部');
  await cp(join(samples, names[0]), join(all, names[0]), { recursive: true });
  await cp(join(samples, names[1]), join(all, '03-旧格式'), { recursive: true });
  await rm(join(all, '03-旧格式', '附件3 申报表.docx'));
  await writeFile(join(all, '03-旧格式', '附件3 申报表.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await writeFile(join(all, '03-旧格式', '只在这里.txt'), '只在这里的内容');
  await cp(join(samples, names[1]), join(all, '04-两份'), { recursive: true });
  await cp(join(all, '04-两份', '附件3 申报表.docx'), join(all, '04-两份', '附件3 申报表 新.docx'));
  await writeFile(join(all, '说明.txt'), '不属于谁');
  const { outcomes } = await take(round, await hand(all, 'upload'));
  expect(outcomes.map(({ file, outcome, refusal }) => [file, refusal?.code ?? outcome])).toEqual([
    [names[0], 'read'],
    ['03-旧格式', 'intake/legacy-doc'],
    ['04-两份', 'intake/form-ambiguous'],
    ['全部/说明.txt', 'intake/loose-file'],
  ]);
  const { evidence } = core.opened().workspace;
  const [kept] = await client().intake.list({ round });
  const files = (await client().intake.get({ reading: kept?.id ?? '' })).now.application.attachments;
  expect([...evidence.list()].map(({ sha256 }) => sha256).toSorted()).toEqual(files.map(({ sha256 }) => sha256).toSorted());
});

test('what cannot be read waits with its reason, travels unless refused, and is shown by hash', async () => {
  const round = await newRound();
  const folder = join(home, '申报');
  await cp(join(samples, names[1]), folder, { recursive: true });
  await writeFile(join(folder, '空.pdf'), '');
  await writeFile(join(folder, '视频.mp4'), 'moving');
  const [summary] = (await take(round, await hand(folder, 'upload'))).readings;
  const reading = summary?.id ?? '';
  expect(summary?.problems).toBe(2);
  const { photos, now } = await client().intake.get({ reading });
  const photo = now.application.attachments.find(({ class: kind }) => kind === 'photo');
  expect(photos.find(({ attachment }) => attachment === photo?.sha256)?.takenAt).toMatch(/^\d{4}-\d{2}-\d{2}T/u);
  expect(await core.openEvidence(photo?.sha256 ?? '')).toMatchObject({ mediaType: 'image/jpeg' });
  await client().intake.edit({ reading, edit: { kind: 'travel', attachment: '视频.mp4', travels: false } });
  await expect(
    client().intake.edit({ reading, edit: { kind: 'travel', attachment: '附件3 申报表.docx', travels: false } }),
  ).rejects.toMatchObject({ data: { code: 'intake/form-must-travel' } });
  await finished(await client().intake.confirm({ reading }));
  const [entry] = (await client().rounds.draft.get({ round })).applications;
  const kept = core.opened().workspace.stores.applications.get(entry?.bundle.sha256 ?? '')?.application.attachments;
  expect(kept?.filter(({ problem }) => problem !== null)).toMatchObject([{ name: '空.pdf', problem: 'empty', bytes: 0 }]);
});

test('cancelling leaves nothing of the folder that was being read', async () => {
  const round = await newRound();
  const files = await hand(join(samples, names[0]), 'upload');
  const stream = await client().intake.take({ round, files });
  for await (const event of stream) {
    if (event.kind === 'progress') {
      break;
    }
  }
  expect(await client().intake.list({ round })).toEqual([]);
  expect([...core.opened().workspace.evidence.list()]).toEqual([]);
});

test('the blank form is a workbook', async () => {
  const exported = await client().intake.blankForm();
  const open = await core.openExport(exported.id);
  const chunks: Uint8Array[] = [];
  for await (const chunk of open?.content ?? []) {
    chunks.push(chunk);
  }
  expect(exported.name).toBe('form-附件3 申报表（空白）.xlsx');
  expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe('PK');
});
