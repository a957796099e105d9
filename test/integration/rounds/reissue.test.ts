import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Core } from '#electron/core/core.ts';
import { packFolder } from '#electron/intake/pack.ts';
import { draftSchema } from '#electron/rounds/draft.ts';
import { refuseSuccession } from '#electron/rounds/take-over.ts';
import { answerAll, draftFor, handIn } from '../../fixtures/issued-round.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { carry, clientOf, declareAll, finished, handOver, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { readers } from '../../fixtures/readers.ts';

let folder: string;
let chair: Core;
let first: Core;
let second: Core;
let third: Core;
let round: string;
let application: string;
let stale: string;

const idOf = (core: Core) => core.opened().me.keys.keyId;
type Package = { id: string; name: string };

/** Hands a round's package to an expert; what became of it. */
async function give(core: Core, issued: Package) {
  const file = await carry(chair, issued, core);
  return (await finished(await clientOf(core).packages.import({ files: [file], trust: [idOf(chair)] })))[0];
}

const issue = async () => (await finished(await clientOf(chair).rounds.draft.issue({ round }))).export;
const kinds = (core: Core) =>
  core
    .opened()
    .workspace.stores.audit.list({ limit: 100_000 })
    .map(({ kind }) => kind);
const board = () => clientOf(chair).merge.board({ round });

beforeAll(async () => {
  folder = makeFolder('reissue');
  chair = await workspaceOf('组长（虚构）', folder);
  first = await workspaceOf('专家甲（虚构）', folder);
  second = await workspaceOf('专家乙（虚构）', folder);
  third = await workspaceOf('专家丙（虚构）', folder);
  round = await draftFor(chair, [first, second], folder);
  const issued = await issue();
  for (const expert of [first, second]) {
    expect(await give(expert, issued)).toMatchObject({ outcome: 'taken' });
    await declareAll(expert, round);
    await answerAll(expert, round);
  }
  application = (await clientOf(first).rounds.get({ round })).round.applications[0]?.id ?? '';
  stale = await carry(chair, issued, first);
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, first, second, third].map((core) => core.close()));
  await removeFolder(folder);
});

describe('an application added and an expert replaced', () => {
  let package2: Package;

  it('is prepared beside the issued round, which stands meanwhile, and can be given up', async () => {
    expect(await handIn(first, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const client = clientOf(chair);
    await client.rounds.draft.reissue({ round });
    await client.rounds.draft.update({ round, title: '改过的名称（虚构）' });
    expect((await client.rounds.get({ round })).round.title).toBe('练习：两名专家的批次');
    expect((await client.rounds.draft.changes({ round }))?.about).toEqual(['title']);
    await client.rounds.draft.dropReissue({ round });
    await expect(client.rounds.draft.get({ round })).rejects.toMatchObject({ data: { code: 'draft/not-found' } });
    expect(kinds(chair).slice(-3)).toEqual(['round/reissue-begun', 'round/draft-changed', 'round/reissue-dropped']);
  });

  it('is not issued while it says the same', async () => {
    await clientOf(chair).rounds.draft.reissue({ round });
    await expect(issue()).rejects.toMatchObject({ data: { code: 'draft/nothing-changed' } });
  });

  it('leaves what was sealed before valid: rubric and rules are the same', async () => {
    const client = clientOf(chair);
    const target = join(folder, 'added.lpapp');
    valueOf(await packFolder({ folder: join(import.meta.dirname, '../../fixtures/samples/02-示例智造有限公司'), target, readers }));
    await finished(await client.rounds.draft.addApplications({ round, files: [await handOver(target, 'added.lpapp', chair)] }));
    await client.rounds.draft.removeMember({ round, member: idOf(second) });
    const card = await carry(third, await clientOf(third).workspace.exportCard(), chair);
    await client.rounds.draft.addCards({ round, files: [card] });
    await client.rounds.draft.confirmFingerprint({ round, member: idOf(third), compared: true });
    const changes = await client.rounds.draft.changes({ round });
    expect(changes).toMatchObject({
      issue: 2,
      sealAnew: false,
      panel: { added: ['专家丙（虚构）'], removed: ['专家乙（虚构）'] },
      applications: { added: ['温州瓯海示例智造有限公司'], removed: [] },
      // All-to-all stays all-to-all: one for whoever stays, two for whoever is new.
      assignments: { added: 3, removed: 1 },
    });
    // A score has come in: whoever is left out is so for a reason that is written down.
    expect(changes).toMatchObject({ leftOutNeedsReason: true, leftOut: [{ expert: idOf(second), name: '专家乙（虚构）', reason: null }] });
    await expect(issue()).rejects.toMatchObject({ data: { code: 'draft/left-out-without-reason', details: { names: '专家乙（虚构）' } } });
    await client.rounds.draft.update({ round, leftOutReasons: { [idOf(second)]: ' ' } });
    await expect(issue()).rejects.toMatchObject({ data: { code: 'draft/left-out-without-reason' } });
    await client.rounds.draft.update({ round, leftOutReasons: { [idOf(second)]: '因病退出（虚构）' } });
    package2 = await issue();
    expect((await client.rounds.get({ round })).round.leftOut).toEqual([
      { expert: idOf(second), name: '专家乙（虚构）', applications: [application], reason: '因病退出（虚构）' },
    ]);
    const { cells, experts, setAside } = await board();
    expect(experts.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf(first), idOf(third)]));
    expect(experts.map(({ id }) => id)).not.toContain(idOf(second));
    const states = cells.filter(({ expert }) => expert === idOf(first));
    expect(states.filter((cell) => cell.application === application).map(({ state }) => state)).toEqual([
      'received',
      'received',
      'received',
    ]);
    expect(states.filter((cell) => cell.application !== application).map(({ state }) => state)).toEqual(['missing', 'missing', 'missing']);
    expect(setAside).toEqual([]);
  });

  it('is taken over by the expert without losing a sheet, and by whoever is new; not by who is replaced', async () => {
    const before = await clientOf(first).sheets.get({ round, application, stage: 'document' });
    expect(await give(first, package2)).toMatchObject({ outcome: 'taken' });
    expect(await give(third, package2)).toMatchObject({ outcome: 'taken' });
    expect(await give(second, package2)).toMatchObject({ outcome: 'refused' });
    const after = await clientOf(first).sheets.get({ round, application, stage: 'document' });
    expect(after.sheet).toEqual(before.sheet);
    expect(await clientOf(first).submission.rechecks({ round })).toEqual([]);
    expect(await clientOf(first).submission.get({ round })).toMatchObject({ sequence: 1, changedSinceSealing: false });
    expect((await clientOf(first).submission.missing({ round })).every((one) => one.application !== application)).toBe(true);
    expect(kinds(first).filter((kind) => kind === 'round/accepted')).toHaveLength(2);
  });

  it('can’t make a practice round real, neither where it is issued nor where it is taken over', async () => {
    const { rounds } = chair.opened().workspace.stores;
    const known = rounds.get(round);
    if (known === null) {
      throw new Error('no such round');
    }
    const { practice, replaces = [] } = known.round;
    const forged = { ...known.round, practice: !practice, replaces: [...replaces, known.sha256] };
    const arriving = { sha256: 'f'.repeat(64), fileName: 'a.lpround' };
    expect(refuseSuccession(first.opened(), { round: forged, ...arriving })).toMatchObject({ code: 'round/practice-differs' });
    expect(refuseSuccession(first.opened(), { round: { ...forged, practice }, ...arriving })).toBeNull();

    await clientOf(chair).rounds.draft.reissue({ round });
    const draft = draftSchema.parse(rounds.next.draft(round)?.document);
    rounds.next.save(round, z.json().parse({ ...draft, title: '正式批次（虚构）', practice: !practice }));
    await expect(issue()).rejects.toMatchObject({ data: { code: 'round/practice-differs' } });
    await clientOf(chair).rounds.draft.dropReissue({ round });
  });

  it('is not undone by the issue before', async () => {
    const again = await finished(await clientOf(first).packages.import({ files: [stale], trust: [] }));
    expect(again).toMatchObject([{ outcome: 'refused', refusal: { code: 'round/superseded' } }]);
    expect((await clientOf(first).rounds.get({ round })).round.applications).toHaveLength(2);
  });
});

describe('a corrected rubric', () => {
  const slot = { item: 'C01', occupation: null as string | null, levelGroup: null };
  let asked: Awaited<ReturnType<ReturnType<typeof clientOf>['submission']['rechecks']>>;

  it('asks every expert to seal anew: what was sealed by the old one is set aside with its reason', async () => {
    await declareAll(first, round);
    await answerAll(first, round, { reason: '补评新增申报（虚构）' });
    await clientOf(first).sheets.complete({ round, application, stage: 'roadshow' });
    expect(await handIn(first, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const client = clientOf(chair);
    const { rubric } = await client.rounds.draft.reissue({ round });
    const items = rubric.items.map((item) => (item.code === 'C01' ? { ...item, text: `${item.text}（更正，虚构）`, note: '更正' } : item));
    await client.rounds.draft.update({ round, rubric: { ...rubric, version: rubric.version + 1, items } });
    expect(await client.rounds.draft.changes({ round })).toMatchObject({ issue: 3, sealAnew: true, items: { changed: ['C01'] } });
    const package3 = await issue();
    const { setAside } = await board();
    expect(setAside.map(({ code }) => code)).toEqual(['merge/other-rubric', 'merge/other-rubric']);
    expect(await give(first, package3)).toMatchObject({ outcome: 'taken' });
  });

  it('shows the answers to changed items again, with what they were, before anything is sealed', async () => {
    const client = clientOf(first);
    asked = await client.submission.rechecks({ round });
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ item }) => item))).toEqual(new Set(['C01']));
    expect(asked[0]).toMatchObject({ issue: 3, fields: ['text', 'note'], after: { note: '更正' } });
    expect(asked[0]?.before.note).not.toBe('更正');
    expect(await client.submission.get({ round })).toMatchObject({ changedSinceSealing: true });
    const { sheet } = await client.sheets.get({ round, application, stage: 'roadshow' });
    expect(sheet?.completedAt).toBeNull();
    await expect(client.submission.seal({ round, partial: true })).rejects.toMatchObject({ data: { code: 'review/changed-items-left' } });
    await expect(client.sheets.complete({ round, application, stage: 'roadshow' })).rejects.toMatchObject({
      data: { code: 'review/changed-items-left' },
    });
  });

  it('takes a confirmation or a new answer for each, and then the sealed sheets count again', async () => {
    const client = clientOf(first);
    const [changed, ...confirmed] = asked;
    if (changed === undefined) {
      throw new Error('nothing to look at again');
    }
    const at = (one: typeof changed) => ({
      round,
      application: one.application,
      stage: one.stage,
      slot: { ...slot, occupation: one.occupation, levelGroup: one.levelGroup },
    });
    await client.sheets.record({ ...at(changed), answer: { ...changed.answer, points: '3.00', comment: '按更正后的标准' }, reason: null });
    for (const one of confirmed) {
      await client.submission.confirm(at(one));
    }
    expect(await client.submission.rechecks({ round })).toEqual([]);
    await expect(client.submission.confirm(at(changed))).rejects.toMatchObject({ data: { code: 'review/slot-unknown' } });
    const entry = (await client.sheets.get({ round, application: changed.application, stage: changed.stage })).sheet?.entries.find(
      (each) => each.item === 'C01' && each.occupation === changed.occupation,
    );
    expect(entry).toMatchObject({ points: '3.00', history: [{ points: changed.answer.points }] });
    expect(entry?.history[0]?.reason).toMatch(/第 3 次签发/);
    expect(kinds(first).filter((kind) => kind === 'sheet/answer-confirmed')).toHaveLength(confirmed.length);
    expect(await handIn(first, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    expect((await board()).cells.filter(({ expert, state }) => expert === idOf(first) && state === 'received')).toHaveLength(6);
    expect(chair.opened().workspace.stores.audit.verifyChain()).toMatchObject({ holds: true });
  });

  it('a result of the newest issue proves itself, with what was sealed before and set aside in it', async () => {
    const exported = await finished(await clientOf(chair).merge.export({ round }));
    const file = await carry(chair, exported, first);
    expect(await finished(await clientOf(first).packages.import({ files: [file], trust: [] }))).toMatchObject([{ outcome: 'taken' }]);
    expect(await clientOf(first).results.get({ round })).toMatchObject({ holds: true, reproduced: true, mine: { state: 'counted' } });
  });
});
