import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import type { Answer, Slot } from '#shared/domain/sheet.ts';
import { blankRecord, type Measurement } from '#shared/domain/visit.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

const samples = join(import.meta.dirname, '../../fixtures/samples');
/** Its camera wrote 2022-09-18 10:05:12, with a place and without an offset. */
const photoFile = join(samples, '01-示例职业培训学校/照片/理论考场.jpg');
const me = { passphrase: '口令 2022 秋', name: '察看专家（虚构）', organisation: '示例单位' };
const dayOfPhoto = { from: '2022-09-18T09:00:00+08:00', to: '2022-09-18T11:30:00+08:00' };

let folder: string;
let core: Core;
let round: string;
let applications: string[];
let photo: string;

beforeAll(async () => {
  folder = makeFolder('visit');
  core = openCore();
  await client().workspace.create(me);
  for await (const event of await client().rounds.startPractice()) {
    round = event.kind === 'done' ? event.value.round : round;
  }
  applications = (await client().applications.list({ round })).map(({ id }) => id);
  photo = createHash('sha256')
    .update(await readFile(photoFile))
    .digest('hex');
});

afterAll(async () => {
  await core.close();
  await removeFolder(folder);
});

const openCore = () =>
  createCore({
    workspaceFolder: join(folder, 'w'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
const client = () => createRouterClient(router, { context: { core } });
const at = (index: number) => ({ round, application: applications[index] ?? '' });
const visitOf = (index: number) => client().visit.get(at(index));
const slotOf = (item: string): Slot => ({ item, occupation: null, levelGroup: null });

function room(id: string, number: string | null): Measurement {
  return { id, part: null, label: `教室${id}（示例）`, number, of: null, unit: '㎡', tool: 'laser', photo: null };
}

async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const refusal: unknown = await act.then(
    () => null,
    (error: unknown) => error,
  );
  return typeof refusal === 'object' && refusal !== null && 'data' in refusal ? refusal.data : refusal;
}

async function register(path: string, name: string): Promise<string> {
  return (await core.registerFile({ kind: 'path', path, name, relativePath: name })).id;
}

async function addPhotos(index: number, files: string[]) {
  let outcome: { added: string[]; refused: unknown[] } | null = null;
  for await (const event of await client().visit.addPhotos({ ...at(index), reason: null, files })) {
    outcome = event.kind === 'done' ? event.value : outcome;
  }
  return outcome;
}

async function measureTheory(number: string, comment = ''): Promise<void> {
  const answer: Answer = {
    value: { kind: 'number', number },
    points: '3.00',
    verdict: null,
    comment,
    evidence: [],
    measurements: [room('1', number)],
  };
  await client().sheets.record({ ...at(0), stage: 'visit', slot: slotOf('B02'), answer, reason: null });
}

async function signAs(role: 'expert' | 'applicant', shown: string) {
  return client().visit.sign({ ...at(0), role, name: '签名人（虚构）', way: 'paper', note: '', shown, png: null });
}

test('measurements stay with their item, each with its label, unit and tool, those not measured yet as well', async () => {
  const measurements = [room('1', '40.2'), room('2', '22.2'), room('3', null)];
  const answer: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [], measurements };
  await client().sheets.record({ ...at(0), stage: 'visit', slot: slotOf('B02'), answer, reason: null });
  const { sheet } = await client().sheets.get({ ...at(0), stage: 'visit' });
  expect(sheet?.entries.find(({ item }) => item === 'B02')).toMatchObject({ value: null, points: null, measurements });
});

test('a photo keeps its own bytes, and what its camera wrote; what is no photo is told and left out; twice is once', async () => {
  const files = [await register(photoFile, '理论考场.jpg'), await register(join(samples, '../../../README.md'), '说明.jpg')];
  expect(await addPhotos(0, files)).toMatchObject({
    added: [photo],
    refused: [{ code: 'visit/not-a-photo', details: { file: '说明.jpg' } }],
  });
  expect(await addPhotos(0, [await register(photoFile, '又一次.jpg')])).toMatchObject({ added: [photo], refused: [] });
  const { visit } = await visitOf(0);
  expect(visit.photos).toMatchObject([
    { sha256: photo, name: '理论考场.jpg', source: 'file', takenAt: '2022-09-18T10:05:12', latitude: 28, longitude: 120.7, marks: [] },
  ]);
  expect(
    core
      .opened()
      .workspace.evidence.readRange(photo)
      .equals(await readFile(photoFile)),
  ).toBe(true);
});

test('a photo from outside the visit’s time is flagged, and no longer once the time is put right', async () => {
  const keep = (record: Partial<typeof blankRecord>) =>
    client().visit.saveRecord({ ...at(0), reason: null, record: { ...blankRecord, ...record } });
  const wrong = await keep({ from: '2022-11-15T09:00:00+08:00', to: '2022-11-15T11:30:00+08:00' });
  expect(wrong.flags[photo]).toContainEqual({ kind: 'outside-window', takenAt: '2022-09-18T10:05:12' });
  const right = await keep(dayOfPhoto);
  expect((right.flags[photo] ?? []).filter(({ kind }) => kind === 'outside-window')).toEqual([]);
  expect(await refusalOf(keep({ from: dayOfPhoto.to, to: dayOfPhoto.from }))).toMatchObject({ code: 'visit/window-reversed' });
  expect((await visitOf(0)).visit.record).toMatchObject(dayOfPhoto);
});

test('of a record only what is given changes: two windows write two parts of it', async () => {
  const keep = (record: Partial<typeof blankRecord>) => client().visit.saveRecord({ ...at(2), reason: null, record });
  await Promise.all([keep({ place: '示例路 1 号（虚构）' }), keep({ objections: '没有异议（虚构）' })]);
  expect((await visitOf(2)).visit.record).toEqual({ ...blankRecord, place: '示例路 1 号（虚构）', objections: '没有异议（虚构）' });
  await keep({ to: dayOfPhoto.from });
  expect(await refusalOf(keep({ from: dayOfPhoto.to }))).toMatchObject({ code: 'visit/window-reversed' });
});

test('a photo that serves another applicant too is flagged at both', async () => {
  const before = (await visitOf(0)).flags[photo] ?? [];
  expect(before.filter(({ kind }) => kind === 'same-as')).toEqual([]);
  await addPhotos(1, [await register(photoFile, '理论考场.jpg')]);
  const flags = await Promise.all([0, 1].map(async (index) => ((await visitOf(index)).flags[photo] ?? []).map(({ kind }) => kind)));
  expect(flags).toEqual([expect.arrayContaining(['same-as']), expect.arrayContaining(['same-as'])]);
});

test('marks and captions lie beside the photo; it is taken out with a reason and stays on file', async () => {
  const arrow = { kind: 'arrow' as const, id: 'm1', x: '0.1', y: '0.1', toX: '0.5', toY: '0.4' };
  const layer = { ...at(1), reason: null, photo, caption: '考位（示例）', marks: [arrow] };
  expect((await client().visit.setLayer({ ...layer, removed: null })).visit.photos).toMatchObject([
    { caption: '考位（示例）', marks: [arrow] },
  ]);
  const { visit } = await client().visit.setLayer({ ...layer, removed: '不是这一家的（示例）' });
  expect(visit.photos).toMatchObject([{ sha256: photo, removed: '不是这一家的（示例）' }]);
  expect(
    core
      .opened()
      .workspace.evidence.readRange(photo)
      .equals(await readFile(photoFile)),
  ).toBe(true);
  expect(await refusalOf(client().visit.setLayer({ ...layer, photo: '0'.repeat(64), removed: null }))).toMatchObject({
    code: 'visit/photo-unknown',
  });
});

test('a signature is bound to what was shown, is void after any later change, says which, and holds again when that is undone', async () => {
  await measureTheory('62.4');
  const { statement, visit } = await visitOf(0);
  expect(createHash('sha256').update(statement).digest('hex')).toBe(visit.statement);
  const signed = await signAs('applicant', visit.statement);
  const [signature] = signed.visit.signatures;
  expect([signature?.role, signature?.shown, signed.changed[signature?.id ?? '']]).toEqual(['applicant', visit.statement, []]);
  expect(core.opened().workspace.evidence.readRange(visit.statement).toString('utf8')).toBe(statement);

  await measureTheory('62.4', '其中一间为备用（虚构）');
  const changed = async () => (await visitOf(0)).changed[signature?.id ?? ''];
  expect(await changed()).toEqual(['scores']);
  await client().visit.saveRecord({ ...at(0), reason: null, record: { ...blankRecord, ...dayOfPhoto, objections: '无（虚构）' } });
  await client().sheets.setMethods({ ...at(0), stage: 'visit', methods: ['inspection'], reason: null });
  await client().visit.setLayer({ ...at(0), reason: null, photo, caption: '讲台（示例）', marks: [], removed: null });
  expect(await changed()).toEqual(['record', 'methods', 'scores', 'photos']);
  expect(await refusalOf(signAs('expert', visit.statement))).toMatchObject({ code: 'visit/changed-meanwhile' });

  await measureTheory('62.4');
  await client().visit.saveRecord({ ...at(0), reason: null, record: { ...blankRecord, ...dayOfPhoto } });
  await client().sheets.setMethods({ ...at(0), stage: 'visit', methods: [], reason: null });
  await client().visit.setLayer({ ...at(0), reason: null, photo, caption: '', marks: [], removed: null });
  expect(await changed()).toEqual([]);
});

test('a name or a hand is needed to sign', async () => {
  const { visit } = await visitOf(0);
  const given = { ...at(0), role: 'expert' as const, note: '', shown: visit.statement, png: null };
  expect(await refusalOf(client().visit.sign({ ...given, name: ' ', way: 'paper' }))).toMatchObject({ code: 'visit/signature-empty' });
  expect(await refusalOf(client().visit.sign({ ...given, name: '签名人（虚构）', way: 'drawn' }))).toMatchObject({
    code: 'visit/signature-empty',
  });
  expect((await visitOf(0)).visit.signatures).toHaveLength(1);
});

test('everything is there again when the workspace is opened anew', async () => {
  const before = await visitOf(0);
  await core.close();
  core = openCore();
  await client().workspace.unlock({ passphrase: me.passphrase });
  expect(await visitOf(0)).toEqual(before);
  expect(core.opened().workspace.stores.audit.verifyChain().holds).toBe(true);
});
