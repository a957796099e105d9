import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { largestPackageBytes } from '#shared/qr/frames.ts';
import { answerAll, issueTo } from '../../fixtures/issued-round.ts';
import { carry, clientOf, finished, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;
let expert: Core;
let round: string;
/** A photo of the expert's own, which an answer cites. */
let photo: string;

beforeAll(async () => {
  folder = makeFolder('frames');
  chair = await workspaceOf('组长（虚构）', folder);
  expert = await workspaceOf('专家（虚构）', folder);
  round = await issueTo(chair, [expert], folder);
  await answerAll(expert, round);
  photo = await citeOwnPhoto();
  await clientOf(expert).submission.seal({ round, partial: false });
});

afterAll(async () => {
  await chair.close();
  await expert.close();
  await removeFolder(folder);
});

/** Any bytes will do: what travels apart is not looked into. */
async function citeOwnPhoto(): Promise<string> {
  const { workspace } = expert.opened();
  const batch = workspace.evidence.beginBatch({ signal: new AbortController().signal });
  const writer = batch.createWriter();
  await writer.write(Buffer.alloc(50_000, '示例照片'));
  const { sha256 } = await writer.finish();
  await batch.commit();
  const client = clientOf(expert);
  const { round: document } = await client.rounds.get({ round });
  const application = document.applications[0]?.id ?? '';
  const address = { round, application, stage: 'roadshow' as const };
  const { slots, sheet } = await client.sheets.get(address);
  const { item, occupation, levelGroup } = slots[0] ?? { item: '', occupation: null, levelGroup: null };
  const entry = sheet?.entries.find((each) => each.item === item && each.occupation === occupation && each.levelGroup === levelGroup);
  const { value, points, verdict, comment } = entry ?? { value: null, points: null, verdict: null, comment: '' };
  const answer = { value, points, verdict, comment, evidence: [{ sha256, page: null, region: null, note: '' }] };
  await client.sheets.record({ ...address, slot: { item, occupation, levelGroup }, answer, reason: null });
  return sha256;
}

const frames = (size: 'small' | 'medium' | 'large' = 'medium') =>
  clientOf(expert)
    .frames.ofScore({ round, size })
    .then((work) => finished(work));

/** Lets the chair's camera read frames, a few at a time; what came of it. */
async function read(texts: readonly string[], reception = crypto.randomUUID()) {
  const client = clientOf(chair);
  let state = await client.frames.receive({ reception, frames: [] });
  for (let at = 0; at < texts.length && state.file === null; at += 7) {
    state = await client.frames.receive({ reception, frames: texts.slice(at, at + 7) });
  }
  return { ...state, reception };
}

const take = async (file: string) => (await finished(await clientOf(chair).packages.import({ files: [file], trust: [] })))[0];
const boardPackages = async () => (await clientOf(chair).merge.board({ round })).packages;

test('a package whose frames are corrupted on the way is never half taken in', async () => {
  const { frames: texts } = await frames();
  const broken = texts.map((text) => text.slice(0, -4) + (text.endsWith('AEAE') ? 'ADAD' : 'AEAE'));
  expect(await read(broken)).toMatchObject({ received: 0, needed: null, file: null });
  expect(await boardPackages()).toEqual([]);
});

test('with a third of the frames missed, the sheets arrive and count; the photo is named as following', async () => {
  const sent = await frames();
  expect(sent).toMatchObject({ sequence: 1, following: 1 });
  const { file } = await read(sent.frames.filter((_, index) => index % 3 !== 1).toReversed());
  expect(file?.bytes).toBe(sent.bytes);
  expect(await take(file?.id ?? '')).toMatchObject({ kind: 'score', outcome: 'taken', round });
  expect(await boardPackages()).toMatchObject([{ sha256: sent.sha256, state: 'counting', following: 1 }]);
  expect(chair.opened().workspace.evidence.stat(photo)).toBeNull();
});

test('the same once more, in another frame size, changes nothing', async () => {
  const { file } = await read((await frames('large')).frames);
  expect(await take(file?.id ?? '')).toMatchObject({ outcome: 'unchanged' });
  expect(await boardPackages()).toHaveLength(1);
});

test('the stick that follows brings the photo: the same sheets, no equivocation', async () => {
  const client = clientOf(expert);
  const exported = await carry(expert, await finished(await client.submission.export({ round })), chair);
  expect(await take(exported)).toMatchObject({ outcome: 'taken' });
  const board = await clientOf(chair).merge.board({ round });
  expect(new Set(board.packages.map(({ state }) => state))).toEqual(new Set(['counting', 'set-aside']));
  expect(board.packages.map(({ following }) => following)).toEqual([0, 0]);
  expect(board.setAside.map(({ code }) => code)).toEqual(['merge/same-content']);
  expect(board.cells.some(({ state }) => state === 'equivocation')).toBe(false);
  expect(chair.opened().workspace.evidence.stat(photo)).not.toBeNull();
});

test('whichever of the two counts, the expert finds the own sheets unaltered in the result', async () => {
  const result = await carry(chair, await finished(await clientOf(chair).merge.export({ round })), expert);
  await finished(await clientOf(expert).packages.import({ files: [result], trust: [] }));
  expect(await clientOf(expert).results.get({ round })).toMatchObject({ mine: { state: 'counted' } });
});

test('a reception that is cancelled or begun anew leaves nothing; what is none of ours is ignored', async () => {
  const { frames: texts, fragments } = await frames();
  const client = clientOf(chair);
  const { reception } = await read(texts.slice(0, fragments - 1));
  await client.frames.forget({ reception });
  expect(await client.frames.receive({ reception, frames: ['https://example.com', ''] })).toMatchObject({ received: 0, needed: null });
  expect(await read(texts.slice(0, 3))).toMatchObject({ received: 3, needed: fragments, file: null });
});

test('what is too large for a screen is refused with its sentence before a frame is made', async () => {
  const client = clientOf(expert);
  const { round: document } = await client.rounds.get({ round });
  const address = { round, application: document.applications[0]?.id ?? '', stage: 'roadshow' as const };
  const { slots } = await client.sheets.get(address);
  const noise = () => Buffer.from(crypto.getRandomValues(new Uint8Array(2400))).toString('base64');
  for (let length = 0; length < largestPackageBytes * 1.5; length += 2400) {
    const { item, occupation, levelGroup } = slots[0] ?? { item: '', occupation: null, levelGroup: null };
    const sheet = (await client.sheets.get(address)).sheet;
    const entry = sheet?.entries.find((each) => each.item === item);
    const { value = null, points = null, verdict = null } = entry ?? {};
    const answer = { value, points, verdict, comment: noise(), evidence: [] };
    await client.sheets.record({ ...address, slot: { item, occupation, levelGroup }, answer, reason: '示例' });
  }
  await client.submission.seal({ round, partial: false });
  await expect(frames()).rejects.toMatchObject({ data: { code: 'review/too-big-for-frames' } });
});

test('a workspace that has sealed nothing has no frames', async () => {
  await expect(
    clientOf(chair)
      .frames.ofScore({ round, size: 'medium' })
      .then((work) => finished(work)),
  ).rejects.toMatchObject({
    data: { code: 'review/not-sealed' },
  });
});
