import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import { answerAll, draftFor, handIn } from '../../fixtures/issued-round.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { carry, clientOf, coreAt, declareAll, finished, passphrase, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;
/** The chair's workspace as it was before the second issue, as a backup that was restored elsewhere. */
let restored: Core;
let expert: Core;
let round: string;
let application: string;
let rubric: Rubric;

type Items = Rubric['items'];
const idOf = (core: Core) => core.opened().me.keys.keyId;
const roadshow = () => clientOf(expert).sheets.get({ round, application, stage: 'roadshow' });
const standing = async () => (await clientOf(expert).submission.get({ round })).sheets.find(({ stage }) => stage === 'roadshow');

async function issue(by: Core) {
  return (await finished(await clientOf(by).rounds.draft.issue({ round }))).export;
}

async function give(exported: { id: string; name: string }, by: Core) {
  const file = await carry(by, exported, expert);
  return (await finished(await clientOf(expert).packages.import({ files: [file], trust: [idOf(by)] })))[0];
}

/** Issues the round once more with other items, and has the expert take that. */
async function issueWith(change: (items: Items) => Items): Promise<void> {
  const client = clientOf(chair);
  const draft = await client.rounds.draft.reissue({ round });
  const items = change(draft.rubric.items);
  await client.rounds.draft.update({ round, rubric: { ...draft.rubric, version: draft.rubric.version + 1, items } });
  expect(await give(await issue(chair), chair)).toMatchObject({ outcome: 'taken' });
}

const without = (code: string) => (items: Items) => items.filter((item) => item.code !== code);

/** Everything in a workspace that a refused package could have left something in. */
function everythingIn(core: Core) {
  const { stores } = core.opened().workspace;
  return {
    round: stores.rounds.get(round),
    applications: stores.applications.inRound(round),
    sheets: stores.sheets.readAll(round),
    events: stores.audit.list({ limit: 100_000 }),
  };
}

beforeAll(async () => {
  folder = makeFolder('next-issue');
  chair = await workspaceOf('组长（虚构）', folder);
  expert = await workspaceOf('专家甲（虚构）', folder);
  round = await draftFor(chair, [expert], folder);
  expect(await give(await issue(chair), chair)).toMatchObject({ outcome: 'taken' });
  await declareAll(expert, round);
  await answerAll(expert, round);
  await clientOf(expert).sheets.complete({ round, application: await onlyApplication(), stage: 'roadshow' });
  ({ rubric } = (await clientOf(chair).rounds.get({ round })).round);
  await chair.close();
  await cp(join(folder, '组长（虚构）'), join(folder, '恢复的备份（虚构）'), { recursive: true });
  chair = coreAt(join(folder, '组长（虚构）'));
  restored = coreAt(join(folder, '恢复的备份（虚构）'));
  valueOf(await chair.unlock(passphrase));
  valueOf(await restored.unlock(passphrase));
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, restored, expert].map((core) => core.close()));
  await removeFolder(folder);
});

async function onlyApplication(): Promise<string> {
  application = (await clientOf(expert).rounds.get({ round })).round.applications[0]?.id ?? '';
  return application;
}

describe('an item that is gone in the next issue', () => {
  it('is asked no longer, and its answer is no part of what is filled in', async () => {
    const before = await standing();
    expect(before).toMatchObject({ state: 'complete', filled: before?.total });
    const visit = { round, application, stage: 'visit' as const };
    const { undo } = await clientOf(expert).sheets.steps(visit);
    await issueWith((items) => without('C03')(without(undo?.slot.item ?? '')(items)));
    const { slots, fill, sheet } = await roadshow();
    expect(slots.map(({ item }) => item)).not.toContain('C03');
    expect(fill).toEqual({ filled: slots.length, total: slots.length });
    expect(await standing()).toMatchObject({ state: 'complete', filled: slots.length, total: slots.length });
    expect(await clientOf(expert).submission.rechecks({ round })).toEqual([]);
    expect(sheet?.entries.find(({ item }) => item === 'C03')).toMatchObject({ points: '4.00', history: [] });
    await expect(
      clientOf(expert).sheets.record({
        round,
        application,
        stage: 'roadshow',
        slot: { item: 'C03', occupation: null, levelGroup: null },
        answer: { value: null, points: '1.00', verdict: null, comment: '', evidence: [] },
        reason: null,
      }),
    ).rejects.toMatchObject({ data: { code: 'review/slot-unknown' } });
  });

  it('is not offered to be taken back, though it was answered last', async () => {
    const visit = { round, application, stage: 'visit' as const };
    expect(await clientOf(expert).sheets.steps(visit)).toEqual({ undo: null, redo: null });
    await expect(clientOf(expert).sheets.undo(visit)).rejects.toMatchObject({ data: { code: 'review/nothing-to-undo' } });
  });

  it('is neither sealed nor counted, and stays on file', async () => {
    expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const sealed = expert
      .opened()
      .workspace.stores.seals.latest(round)
      ?.document.sheets.flatMap(({ entries }) => entries);
    expect(sealed?.some(({ item }) => item === 'C03')).toBe(false);
    const board = await clientOf(chair).merge.board({ round });
    expect(board.setAside).toEqual([]);
    expect(board.cells.filter(({ expert: of }) => of === idOf(expert)).map(({ state }) => state)).toEqual([
      'received',
      'received',
      'received',
    ]);
    const { candidates } = await clientOf(chair).merge.ranking({ round });
    expect(new Set(candidates.map(({ stages }) => stages?.roadshow))).toEqual(new Set(['16.00']));
    expect((await roadshow()).sheet?.entries.find(({ item }) => item === 'C03')).toMatchObject({ points: '4.00' });
  });

  it('leaves nothing to look at again where it had been changed first', async () => {
    await issueWith((items) => items.map((item) => (item.code === 'C05' ? { ...item, text: `${item.text}（更正，虚构）` } : item)));
    expect((await clientOf(expert).submission.rechecks({ round })).map(({ item }) => item)).toEqual(['C05']);
    await issueWith(without('C05'));
    expect(await clientOf(expert).submission.rechecks({ round })).toEqual([]);
    expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
  });

  it('is looked at again when it is back, with the answer that was on file', async () => {
    await issueWith((items) => [...items, ...rubric.items.filter(({ code }) => code === 'C03')]);
    const rechecks = await clientOf(expert).submission.rechecks({ round });
    expect(rechecks).toMatchObject([{ item: 'C03', issue: 5, answer: { points: '4.00' } }]);
    const { slots, fill } = await roadshow();
    expect(fill).toEqual({ filled: slots.length, total: slots.length });
    await expect(clientOf(expert).submission.seal({ round, partial: true })).rejects.toMatchObject({
      data: { code: 'review/changed-items-left' },
    });
    await clientOf(expert).submission.confirm({
      round,
      application,
      stage: 'roadshow',
      slot: { item: 'C03', occupation: null, levelGroup: null },
    });
    expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const { cells } = await clientOf(chair).merge.board({ round });
    expect(cells.filter(({ expert: of, state }) => of === idOf(expert) && state === 'received')).toHaveLength(3);
  });
});

describe('an issue beside the one that was accepted', () => {
  it('is refused, and leaves everything as it was', async () => {
    const client = clientOf(restored);
    await client.rounds.draft.reissue({ round });
    await client.rounds.draft.update({ round, title: '另一个第二次签发（虚构）' });
    const beside = await issue(restored);
    const before = everythingIn(expert);
    expect(before.round?.issue).toBe(5);
    expect(await give(beside, restored)).toMatchObject({ outcome: 'refused', refusal: { code: 'round/not-a-successor' } });
    expect(everythingIn(expert)).toEqual(before);
  });
});
