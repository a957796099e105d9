import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import type { Answer, Slot } from '#shared/domain/sheet.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { answerAll, issueTo } from '../../fixtures/issued-round.ts';
import { carry, clientOf, finished, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

// What is locked is decided sheet by sheet: here one applicant's sheets are sealed, returned and sealed anew while another's are not.

let folder: string;
let chair: Core;
let expert: Core;
let round: string;
let sealed: string;
let untouched: string;

beforeAll(async () => {
  folder = makeFolder('locks');
  chair = await workspaceOf('组长（虚构）', folder);
  expert = await workspaceOf('专家甲（虚构）', folder);
  round = await issueTo(chair, [expert], folder, ['01-示例职业培训学校', '02-示例智造有限公司']);
  const [one, other] = (await clientOf(expert).rounds.get({ round })).round.applications;
  [sealed, untouched] = [one?.id ?? '', other?.id ?? ''];
  await answerAll(expert, round, { without: [other?.applicant.id ?? ''] });
});

afterAll(async () => {
  await Promise.all([chair, expert].map((core) => core.close()));
  await removeFolder(folder);
});

/** An item of each stage that is answered by points or a number, the two keys with which its answer is typed, and another item of the stage. */
const typed: Record<Stage, { item: string; keys: readonly [Partial<Answer>, Partial<Answer>]; other: string }> = {
  document: { item: 'A06', keys: [{ value: { kind: 'number', number: '1' } }, { value: { kind: 'number', number: '12' } }], other: 'A03' },
  visit: { item: 'B02', keys: [{ value: { kind: 'number', number: '6' } }, { value: { kind: 'number', number: '68' } }], other: 'B04' },
  roadshow: { item: 'C03', keys: [{ points: '1.00' }, { points: '2.00' }], other: 'C05' },
};
const stages = stagesInOrder.map((stage) => ({ stage, ...typed[stage] }));
const blank: Answer = { value: null, points: null, verdict: null, comment: '与原件核对（虚构）', evidence: [] };
const slotOf = (item: string): Slot => ({ item, occupation: null, levelGroup: null });

async function type(application: string, { stage, item, keys }: (typeof stages)[number], reason: string | null): Promise<void> {
  for (const key of keys) {
    await clientOf(expert).sheets.record({ round, application, stage, slot: slotOf(item), answer: { ...blank, ...key }, reason });
  }
}

async function locks(application: string, stage: Stage) {
  const view = await clientOf(expert).sheets.get({ round, application, stage });
  const kinds = new Map(view.slots.map(({ item, lock }) => [item, lock.kind]));
  return { sheet: view.lock.kind, all: [...new Set(kinds.values())], of: (item: string) => kinds.get(item), state: view.state };
}

const refusal = (code: string) => ({ data: { code } });
const seal = () => clientOf(expert).submission.seal({ round, partial: true });

describe.each(stages)('$stage', (place) => {
  const { stage } = place;

  it('is open while nothing of it was sealed, and locks when complete until it is reopened, for no reason', async () => {
    expect(await locks(sealed, stage)).toMatchObject({ sheet: 'open', all: ['open'], state: 'draft' });
    expect(await locks(untouched, stage)).toMatchObject({ sheet: 'open', all: ['open'], state: 'empty' });
    const client = clientOf(expert);
    await client.sheets.complete({ round, application: sealed, stage });
    expect(await locks(sealed, stage)).toMatchObject({ sheet: 'complete', all: ['complete'], state: 'complete' });
    await expect(type(sealed, place, '想改')).rejects.toMatchObject(refusal('review/sheet-complete'));
    await client.sheets.reopen({ round, application: sealed, stage });
    expect(await locks(sealed, stage)).toMatchObject({ sheet: 'open', all: ['open'], state: 'draft' });
    await client.sheets.complete({ round, application: sealed, stage });
  });
});

describe('after a partial seal', () => {
  beforeAll(seal);

  it.each(stages)('$stage: what was sealed asks for a reason, complete or not, and becomes a draft with it', async (place) => {
    const { stage, item } = place;
    expect(await locks(sealed, stage)).toMatchObject({ sheet: 'reason', all: ['reason'], state: 'sealed' });
    await expect(type(sealed, place, null)).rejects.toMatchObject(refusal('review/reason-needed'));
    await expect(type(sealed, place, '  ')).rejects.toMatchObject(refusal('review/reason-needed'));
    await expect(clientOf(expert).sheets.reopen({ round, application: sealed, stage })).rejects.toMatchObject(
      refusal('review/reason-needed'),
    );
    const methods = { round, application: sealed, stage, methods: ['documents' as const] };
    await expect(clientOf(expert).sheets.setMethods({ ...methods, reason: null })).rejects.toMatchObject(refusal('review/reason-needed'));
    await clientOf(expert).sheets.setMethods({ ...methods, reason: '补记方式' });
    await type(sealed, place, '核对后更正');
    const { sheet, state } = await clientOf(expert).sheets.get({ round, application: sealed, stage });
    expect([state, sheet?.completedAt]).toEqual(['draft', null]);
    expect(sheet?.entries.find((entry) => entry.item === item)?.history.at(-1)).toMatchObject({ reason: '核对后更正' });
    expect(await locks(sealed, stage)).toMatchObject({ sheet: 'reason', all: ['reason'] });
  });

  it.each(stages)('$stage: what was never sealed takes every key without a reason', async (place) => {
    const { stage, item } = place;
    await type(untouched, place, null);
    expect(await locks(untouched, stage)).toMatchObject({ sheet: 'open', all: ['open'], state: 'draft' });
    const { sheet } = await clientOf(expert).sheets.get({ round, application: untouched, stage });
    expect(sheet?.entries.find((entry) => entry.item === item)).toMatchObject(place.keys[1]);
    expect((await clientOf(expert).sheets.steps({ round, application: untouched, stage })).undo).not.toBeNull();
  });

  it('what lies beside a visit’s scores asks for a reason with them, and not where nothing was sealed', async () => {
    const client = clientOf(expert);
    const record = { place: '示例路 1 号（虚构）' };
    await expect(client.visit.saveRecord({ round, application: sealed, record, reason: null })).rejects.toMatchObject(
      refusal('review/reason-needed'),
    );
    await client.visit.saveRecord({ round, application: sealed, record, reason: '补记地址' });
    await client.visit.saveRecord({ round, application: untouched, record, reason: null });
  });
});

describe('after the chair returned an item of each stage', () => {
  beforeAll(async () => {
    await seal();
    const client = clientOf(expert);
    const file = await carry(expert, await finished(await client.submission.export({ round })), chair);
    await finished(await clientOf(chair).packages.import({ files: [file], trust: [] }));
    const items = stages.map(({ stage, item }) => ({ application: sealed, stage, ...slotOf(item), reason: `请复核 ${item}` }));
    const made = await finished(
      await clientOf(chair).returns.make({ round, expert: expert.opened().me.keys.keyId, reason: '请重评', items }),
    );
    await finished(await client.packages.import({ files: [await carry(chair, made, expert)], trust: [] }));
  });

  it.each(stages)('$stage: the named item opens with the chair’s reason, every key of it, and no other does', async (place) => {
    const { stage, item, other } = place;
    const found = await locks(sealed, stage);
    expect(found).toMatchObject({ sheet: 'returned', state: 'returned' });
    expect([found.of(item), found.of(other), found.all.toSorted()]).toEqual(['returned', 'held', ['held', 'returned']]);
    await type(sealed, place, null);
    const { sheet } = await clientOf(expert).sheets.get({ round, application: sealed, stage });
    expect(sheet?.entries.find((entry) => entry.item === item)).toMatchObject({ ...place.keys[1], history: expect.anything() });
    expect(sheet?.entries.find((entry) => entry.item === item)?.history.at(-1)?.reason).toBe(`请复核 ${item}`);
    await expect(type(sealed, { ...place, item: other }, '也想改')).rejects.toMatchObject(refusal('review/not-returned'));
    // The other applicant's sheets are sealed by now, and not returned.
    expect(await locks(untouched, stage)).toMatchObject({ sheet: 'reason', all: ['reason'] });
  });

  it('photos and the record of a returned visit are kept with the chair’s reason', async () => {
    const given = { round, application: sealed, record: { objections: '无' }, reason: null };
    expect((await clientOf(expert).visit.saveRecord(given)).visit.record.objections).toBe('无');
  });

  it('everything asks for a reason again once it is sealed anew', async () => {
    await seal();
    for (const { stage } of stages) {
      expect(await locks(sealed, stage)).toMatchObject({ sheet: 'reason', all: ['reason'], state: 'sealed' });
    }
  });
});

it('a chair who does not score an applicant can change nothing of it, and the view says so', async () => {
  const view = await clientOf(chair).sheets.get({ round, application: sealed, stage: 'roadshow' });
  expect([view.lock, view.slots.every(({ lock }) => lock.kind === 'not-mine')]).toEqual([{ kind: 'not-mine' }, true]);
});
