import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

let folder: string;
let core: Core;
let round: string;
let applications: string[];

const clientOf = (context: Core) => createRouterClient(router, { context: { core: context } });
const me = { passphrase: '口令 2022 秋', name: '练习者（虚构）', organisation: '示例单位' };

beforeAll(async () => {
  folder = makeFolder('roadshow');
  core = createCore({
    workspaceFolder: join(folder, 'w'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  const client = clientOf(core);
  await client.workspace.create(me);
  for await (const event of await client.rounds.startPractice()) {
    round = event.kind === 'done' ? event.value.round : round;
  }
  applications = (await client.roadshow.draw({ round, seed: '2022-1115' })).applications.map(({ id }) => id);
});

afterAll(async () => {
  await core.close();
  await removeFolder(folder);
});

const sheetOf = (at: number) => ({ round, application: applications[at] ?? '', stage: 'roadshow' as const });
const applicantScope = (item: string): Slot => ({ item, occupation: null, levelGroup: null });
const points = (given: string, comment = '') => ({ value: null, points: given, verdict: null, comment, evidence: [] });

async function code(act: Promise<unknown>): Promise<unknown> {
  const refusal: unknown = await act.then(
    () => null,
    (error: unknown) => error,
  );
  return typeof refusal === 'object' && refusal !== null && 'data' in refusal ? refusal.data : refusal;
}

test('the same seed gives the same order on any machine, another seed another, and by hand takes every applicant once', async () => {
  const client = clientOf(core);
  const again = await client.roadshow.draw({ round, seed: '2022-1115' });
  expect(again.applications.map(({ id }) => id)).toEqual(applications);
  expect(again.draw).toEqual({ method: 'sha256-fisher-yates', seed: '2022-1115' });
  const turned = await client.roadshow.arrange({ round, order: applications.toReversed() });
  expect([turned.draw, turned.applications.map(({ id }) => id)]).toEqual([null, applications.toReversed()]);
  expect(await code(client.roadshow.arrange({ round, order: applications.slice(1) }))).toMatchObject({ code: 'roadshow/order-incomplete' });
  await client.roadshow.draw({ round, seed: '2022-1115' });
});

test('both scores are kept: what stood when the questions began, and what stands now', async () => {
  const client = clientOf(core);
  const [round_, application] = [round, applications[0] ?? ''];
  const slot = applicantScope('C03');
  await client.sheets.record({ ...sheetOf(0), slot, answer: points('3.00'), reason: null });
  const at = new Date().toISOString();
  await client.roadshow.pressClock({ round: round_, application, event: { phase: 'talk', action: 'start', at } });
  await client.roadshow.pressClock({ round: round_, application, event: { phase: 'questions', action: 'start', at } });
  await client.sheets.record({ ...sheetOf(0), slot, answer: points('1.00', '答辩不清'), reason: null });
  await client.sheets.record({ ...sheetOf(0), slot: applicantScope('C05'), answer: points('2.00'), reason: null });
  const { sheet } = await client.sheets.get(sheetOf(0));
  expect(sheet?.roadshow).toMatchObject({ order: { place: 1, of: 3, draw: { seed: '2022-1115' } }, connected: '' });
  expect(sheet?.roadshow?.clock.map(({ phase, action }) => `${phase} ${action}`)).toEqual(['talk start', 'questions start']);
  expect(sheet?.roadshow?.fixedAt).not.toBeNull();
  const [first, second] = ['C03', 'C05'].map((item) => sheet?.entries.find((entry) => entry.item === item));
  expect([first?.before?.points, first?.points]).toEqual(['3.00', '1.00']);
  expect([second?.before, second?.points]).toEqual([undefined, '2.00']);
});

test('a press of the clock before the last one counts as made at that one', async () => {
  const client = clientOf(core);
  const application = applications[0] ?? '';
  const { applications: view } = await client.roadshow.pressClock({
    round,
    application,
    event: { phase: 'questions', action: 'pause', at: '2020-01-01T00:00:00Z' },
  });
  const [, before, last] = view[0]?.clock ?? [];
  expect(last?.at).toBe(before?.at);
});

test('a question stays with everything it said before, and is struck out, never gone', async () => {
  const client = clientOf(core);
  const place = { round, application: applications[0] ?? '' };
  const text = { askedBy: '练习者（虚构）', question: '怎样防作弊？', answer: '', items: ['C03'], withdrawn: false };
  const { sheet } = await client.roadshow.keepQuestion({ ...place, id: null, text, reason: null });
  const id = sheet?.questions?.[0]?.id ?? '';
  await client.roadshow.keepQuestion({ ...place, id, text: { ...text, answer: '双机位监考' }, reason: null });
  const kept = await client.roadshow.keepQuestion({ ...place, id, text: { ...text, answer: '双机位监考', withdrawn: true }, reason: null });
  expect(kept.sheet?.questions).toHaveLength(1);
  expect(kept.sheet?.questions?.[0]).toMatchObject({
    withdrawn: true,
    history: [{ answer: '' }, { answer: '双机位监考', withdrawn: false }],
  });
  expect(await code(client.roadshow.keepQuestion({ ...place, id: null, text: { ...text, items: ['A01'] }, reason: null }))).toMatchObject({
    code: 'roadshow/question-items',
  });
  expect(await code(client.roadshow.liftFixed(place))).toMatchObject({ code: 'roadshow/questions-logged' });
});

test('saying who was connected makes 视频连线 one of the methods', async () => {
  const client = clientOf(core);
  const view = await client.roadshow.noteConnected({ round, application: applications[0] ?? '', note: '示例分校，两名教师（虚构）' });
  expect(view.sheet).toMatchObject({ methods: ['video'], roadshow: { connected: '示例分校，两名教师（虚构）' } });
});

test('an earlier score stands beside the next, and is adjusted with a reason, even on a complete sheet, which is complete again', async () => {
  const client = clientOf(core);
  await client.sheets.record({ ...sheetOf(1), slot: applicantScope('C03'), answer: points('4.00'), reason: null });
  const seen = await client.roadshow.earlier({ round, application: applications[2] ?? '' });
  expect(seen.map(({ application, slot, points: given }) => [application, slot.item, given])).toEqual([
    [applications[0], 'C03', '1.00'],
    [applications[0], 'C05', '2.00'],
    [applications[1], 'C03', '4.00'],
  ]);
  const { slots } = await client.sheets.get(sheetOf(1));
  for (const { item, occupation, levelGroup } of slots) {
    await client.sheets.record({ ...sheetOf(1), slot: { item, occupation, levelGroup }, answer: points('2.00'), reason: null });
  }
  await client.sheets.complete(sheetOf(1));
  const adjustment = { round, application: applications[1] ?? '', slot: applicantScope('C03'), points: '3.00' };
  expect(await code(client.roadshow.adjust({ ...adjustment, reason: ' ' }))).toMatchObject({ code: 'roadshow/reason-needed' });
  await client.roadshow.adjust({ ...adjustment, reason: '与第一家比较后统一尺度' });
  const { sheet, state } = await client.sheets.get(sheetOf(1));
  const entry = sheet?.entries.find(({ item }) => item === 'C03');
  expect([state, entry?.points, entry?.history.at(-1)]).toMatchObject([
    'complete',
    '3.00',
    { points: '2.00', reason: '与第一家比较后统一尺度' },
  ]);
  const kinds = core
    .opened()
    .workspace.stores.audit.list({ limit: 10_000 })
    .map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'sheet/reopened')).toHaveLength(1);
});

test('undo is a new answer with the old ones behind it; redo makes it again; a new answer ends that', async () => {
  const client = clientOf(core);
  const address = sheetOf(2);
  const slot = applicantScope('C05');
  expect(await client.sheets.steps(address)).toEqual({ undo: null, redo: null });
  expect(await code(client.sheets.undo(address))).toMatchObject({ code: 'review/nothing-to-undo' });
  await client.sheets.record({ ...address, slot, answer: points('3.00'), reason: null });
  await client.sheets.record({ ...address, slot, answer: points('1.00', '说不清政策'), reason: null });
  const entry = (view: Awaited<ReturnType<typeof client.sheets.get>>) => view.sheet?.entries.find(({ item }) => item === 'C05');
  const undone = entry(await client.sheets.undo(address));
  expect([undone?.points, undone?.comment, undone?.history.length]).toEqual(['3.00', '', 2]);
  expect((await client.sheets.steps(address)).redo).toMatchObject({ slot, from: { points: '3.00' }, to: { points: '1.00' } });
  const blank = await client.sheets.undo(address);
  expect([entry(blank)?.points, blank.fill.filled]).toEqual([null, 0]);
  await client.sheets.redo(address);
  const redone = entry(await client.sheets.redo(address));
  expect([redone?.points, redone?.comment, redone?.history.map((old) => old.points)]).toEqual([
    '1.00',
    '说不清政策',
    ['3.00', '1.00', '3.00', null, '3.00'],
  ]);
  await client.sheets.undo(address);
  await client.sheets.record({ ...address, slot, answer: points('0.00'), reason: null });
  expect((await client.sheets.steps(address)).redo).toBeNull();
  expect(core.opened().workspace.stores.audit.verifyChain().holds).toBe(true);
});

test('an answer begun before another window answered is refused and leaves that one; the same one sent twice is not', async () => {
  const client = clientOf(core);
  const address = sheetOf(2);
  const slot = applicantScope('C03');
  const first = await client.sheets.record({ ...address, slot, answer: points('4.00'), reason: null, basedOn: 0 });
  expect(await code(client.sheets.record({ ...address, slot, answer: points('2.00'), reason: null, basedOn: 0 }))).toMatchObject({
    code: 'review/changed-elsewhere',
  });
  const again = await client.sheets.record({ ...address, slot, answer: points('4.00'), reason: null, basedOn: 0 });
  expect(again.entry).toEqual(first.entry);
  const next = await client.sheets.record({ ...address, slot, answer: points('2.00'), reason: null, basedOn: 1 });
  expect(next.entry.history.map((old) => old.points)).toEqual(['4.00']);
});

test('every window hears of what another keeps and that one was closed; locking ends the listening', async () => {
  const client = clientOf(core);
  const heard: unknown[] = [];
  const listen = async (signal?: AbortSignal) => {
    for await (const event of await client.windows.watch({ view: 'work' }, signal === undefined ? {} : { signal })) {
      heard.push(event);
    }
  };
  const [one, other] = [listen(), listen()];
  await expect.poll(() => heard).toContainEqual({ kind: 'windows', count: 2 });
  await client.sheets.record({ ...sheetOf(2), slot: applicantScope('C03'), answer: points('3.00'), reason: null });
  const change = { kind: 'changed', ...sheetOf(2) };
  await expect.poll(() => heard.filter((event) => JSON.stringify(event) === JSON.stringify(change)).length).toBe(2);
  const closing = new AbortController();
  const third = listen(closing.signal);
  await expect.poll(() => heard).toContainEqual({ kind: 'windows', count: 3 });
  closing.abort();
  await expect.poll(() => heard.at(-1)).toEqual({ kind: 'windows', count: 2 });
  await client.workspace.lock();
  await Promise.allSettled([one, other, third]);
  await client.workspace.unlock({ passphrase: me.passphrase });
});

test('the item one was at comes back after the workspace was closed, with everything in it', async () => {
  const client = clientOf(core);
  const slot = applicantScope('C05');
  await client.sheets.resumeAt({ ...sheetOf(2), slot });
  await client.workspace.lock();
  await client.workspace.unlock({ passphrase: me.passphrase });
  const view = await client.sheets.get(sheetOf(2));
  expect(view.resumeAt).toEqual(slot);
  expect(view.sheet?.entries.find(({ item }) => item === 'C05')?.points).toBe('0.00');
});

test('once sealed, undo is over, the clock stands still, and a question is changed with a reason only', async () => {
  const client = clientOf(core);
  await client.submission.seal({ round, partial: true });
  const place = { round, application: applications[2] ?? '' };
  expect(await code(client.sheets.undo(sheetOf(2)))).toMatchObject({ code: 'review/undo-after-sealing' });
  expect(await client.sheets.steps(sheetOf(2))).toEqual({ undo: null, redo: null });
  expect(await code(client.roadshow.fixScores(place))).toMatchObject({ code: 'roadshow/sealed' });
  const text = { askedBy: '练习者（虚构）', question: '补记：收费标准？', answer: '', items: [], withdrawn: false };
  expect(await code(client.roadshow.keepQuestion({ ...place, id: null, text, reason: null }))).toMatchObject({
    code: 'review/reason-needed',
  });
  await client.roadshow.keepQuestion({ ...place, id: null, text, reason: '封存后补记' });
  expect((await client.submission.get({ round })).changedSinceSealing).toBe(true);
});
