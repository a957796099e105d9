import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { answerAll, draftFor, handIn, issueDraftTo } from '../../fixtures/issued-round.ts';
import { carry, clientOf, finished, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

const all = ['document', 'visit', 'roadshow'] as const;

let folder: string;
let chair: Core;
/** Reads the documents and hears the roadshow. */
let reader: Core;
/** Goes on site. */
let visitor: Core;
/** Does everything. */
let allRounder: Core;
let round: string;
let application: string;

const idOf = (core: Core) => core.opened().me.keys.keyId;
const draft = () => clientOf(chair).rounds.draft;
const refusalOf = async (check: string) => (await draft().preflight({ round })).find((one) => one.check === check)?.refusal ?? null;
const inApplication = (assignments: readonly { expert: string; stages?: ('document' | 'visit' | 'roadshow')[] }[]) =>
  assignments.map((one) => ({ ...one, application }));

beforeAll(async () => {
  folder = makeFolder('stages');
  chair = await workspaceOf('组长（虚构）', folder);
  [reader, visitor, allRounder] = [
    await workspaceOf('资料专家（虚构）', folder),
    await workspaceOf('察看专家（虚构）', folder),
    await workspaceOf('全程专家（虚构）', folder),
  ];
  round = await draftFor(chair, [reader, visitor, allRounder], folder);
  application = (await draft().get({ round })).applications[0]?.id ?? '';
});

afterAll(async () => {
  await Promise.all([chair, reader, visitor, allRounder].map((core) => core.close()));
  await removeFolder(folder);
});

it('a round in which a stage is nobody’s, or whose rule compares totals that not everyone has, is not issued', async () => {
  const divided = [
    { expert: idOf(reader), stages: ['document' as const, 'roadshow' as const] },
    { expert: idOf(visitor), stages: ['visit' as const] },
    { expert: idOf(allRounder) },
  ];
  await draft().update({ round, assignments: inApplication(divided.slice(0, 1)) });
  expect(await refusalOf('assignments')).toMatchObject({ code: 'draft/visit-unassigned' });
  await draft().update({ round, assignments: inApplication(divided) });
  expect(await refusalOf('assignments')).toEqual({ code: 'round/stages-under-totals', details: { name: '资料专家（虚构）' } });
  const { rules } = await draft().get({ round });
  const under = (change: Partial<typeof rules.aggregate>) =>
    draft().update({ round, rules: { ...rules, aggregate: { ...rules.aggregate, ...change } } });
  await under({ by: 'stage', method: 'z-score' });
  expect(await refusalOf('assignments')).toMatchObject({ code: 'round/stages-under-totals' });
  await under({ by: 'stage', method: 'mean' });
  expect(await refusalOf('assignments')).toBeNull();
  await issueDraftTo(chair, [reader, visitor, allRounder], round);
});

it('each expert is asked for the own stages and nothing else', async () => {
  const client = clientOf(visitor);
  const [row] = await client.applications.list({ round });
  expect(all.map((stage) => row?.stages[stage].state)).toEqual(['not-assigned', 'empty', 'not-assigned']);
  expect((await client.submission.get({ round })).sheets.map(({ stage }) => stage)).toEqual(['visit']);
  const others = await client.sheets.get({ round, application, stage: 'document' });
  expect(others).toMatchObject({ state: 'not-assigned', slots: [], fill: { filled: 0, total: 0 } });
  const slot = { item: 'A05', occupation: null, levelGroup: null };
  const answer = { value: null, points: '1.00', verdict: null, comment: '', evidence: [] };
  await expect(client.sheets.record({ round, application, stage: 'document', slot, answer, reason: null })).rejects.toMatchObject({
    data: { code: 'review/stage-not-assigned' },
  });
  expect((await client.roadshow.get({ round })).applications[0]?.mine).toBe(false);
  expect((await clientOf(reader).roadshow.get({ round })).applications[0]?.mine).toBe(true);
  await expect(clientOf(reader).visit.saveRecord({ round, application, reason: null, record: { place: '车间' } })).rejects.toMatchObject({
    data: { code: 'review/stage-not-assigned' },
  });
});

it('the stages are averaged over those who scored them and added up', async () => {
  const low = { B04: { points: '0.00' }, C01: { points: '0.00' } };
  await answerAll(reader, round, { otherwise: low });
  await answerAll(visitor, round, { otherwise: low });
  await answerAll(allRounder, round);
  expect(await handIn(reader, round, chair)).toMatchObject([{ outcome: 'taken' }]);
  const halfway = await clientOf(chair).merge.board({ round });
  const statesOf = (core: Core) => halfway.cells.filter(({ expert }) => expert === idOf(core)).map(({ state }) => state);
  expect(statesOf(reader)).toEqual(['received', 'not-assigned', 'received']);
  expect(statesOf(visitor)).toEqual(['not-assigned', 'never-seen', 'not-assigned']);
  expect(await handIn(visitor, round, chair)).toMatchObject([{ outcome: 'taken' }]);
  expect(await handIn(allRounder, round, chair)).toMatchObject([{ outcome: 'taken' }]);
  const result = await clientOf(chair).merge.ranking({ round });
  const { round: document } = await clientOf(chair).rounds.get({ round });
  const worth = (code: string) => Number(document.rubric.items.find((item) => item.code === code)?.max);
  const [candidate] = result.candidates;
  // Two scored each stage: what one of them gave nothing for costs half of what it is worth.
  expect(candidate?.stages).toEqual({
    document: '50.00',
    visit: (30 - worth('B04') / 2).toFixed(2),
    roadshow: (20 - worth('C01') / 2).toFixed(2),
  });
  expect(candidate?.total).toBe((100 - worth('B04') / 2 - worth('C01') / 2).toFixed(2));
  const given = Object.fromEntries(candidate?.perExpert.map((each) => [each.expert, each]) ?? []);
  expect(given[idOf(visitor)]).toMatchObject({
    stages: { document: null, visit: (30 - worth('B04')).toFixed(2), roadshow: null },
    total: null,
    counted: 'kept',
    stagesCounted: { visit: 'kept' },
  });
  expect(given[idOf(allRounder)]).toMatchObject({ total: '100.00' });
  const { formula } = await clientOf(chair).merge.explain({ round, application, occupation: candidate?.occupation ?? '' });
  expect(formula).toMatch(/^\(50\.00 \+ 50\.00\) ÷ 2 \+ \([\d.]+ \+ 30\.00\) ÷ 2 \+ \([\d.]+ \+ 20\.00\) ÷ 2$/);
});

it('a stage that is taken from an expert later counts no longer, stays on record, and is not sealed again', async () => {
  const client = draft();
  await client.reissue({ round });
  const divided = [
    { expert: idOf(reader), stages: ['document' as const] },
    { expert: idOf(visitor), stages: ['visit' as const] },
    { expert: idOf(allRounder) },
  ];
  await client.update({
    round,
    assignments: inApplication(divided),
    leftOutReasons: { [idOf(reader)]: '路演当天在外地（虚构）' },
  });
  expect(await client.changes({ round })).toMatchObject({ sealAnew: false, assignments: { added: 1, removed: 1 } });
  const issued = (await finished(await client.issue({ round }))).export;
  const board = await clientOf(chair).merge.board({ round });
  expect(board.cells.filter(({ expert }) => expert === idOf(reader)).map(({ state }) => state)).toEqual([
    'received',
    'not-assigned',
    'not-assigned',
  ]);
  expect(board.setAside).toMatchObject([{ code: 'merge/not-assigned', expert: idOf(reader), stage: 'roadshow' }]);
  // Only the one who gave full marks is left in the roadshow.
  expect((await clientOf(chair).merge.ranking({ round })).candidates[0]?.stages?.roadshow).toBe('20.00');

  const file = await carry(chair, issued, reader);
  await finished(await clientOf(reader).packages.import({ files: [file], trust: [] }));
  const { submission } = clientOf(reader);
  expect((await submission.get({ round })).sheets.map(({ stage }) => stage)).toEqual(['document']);
  await submission.seal({ round, partial: false });
  const { stores } = reader.opened().workspace;
  expect(stores.seals.latest(round)?.document.sheets.map(({ stage }) => stage)).toEqual(['document']);
  expect(stores.sheets.read({ round, application, stage: 'roadshow' })?.entries.length).toBeGreaterThan(0);
});

it('a round signed under a rule that it does not fit is refused by whoever gets it', async () => {
  const { round: document } = await clientOf(chair).rounds.get({ round });
  const { checkRound } = await import('#electron/round-package/check-round.ts');
  const byTotal = { ...document.rules, aggregate: { ...document.rules.aggregate, by: 'total' as const } };
  expect(checkRound({ ...document, rules: byTotal })).toMatchObject({ ok: false, refusal: { code: 'round/stages-under-totals' } });
  const twice = { ...document, assignments: [...document.assignments, { expert: idOf(visitor), application }] };
  expect(checkRound(twice)).toMatchObject({ ok: false, refusal: { code: 'round/assignment-twice' } });
  expect(checkRound(document)).toMatchObject({ ok: true });
});
