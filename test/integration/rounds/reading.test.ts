import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { clientOf, draftWithSamples, issueTo, workspaceOf } from '../../fixtures/small-panel.ts';

test('an expert opens neither what is not assigned nor what they are recused from; the chair opens all', async () => {
  const folder = temporaryFolder();
  const [chair, expert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf('专家甲（虚构）', folder)];
  const { round, member, draft } = await draftWithSamples(chair, expert, folder);
  const [mine, others] = draft.applications;
  if (mine === undefined || others === undefined) {
    throw new Error('two samples were taken in');
  }
  await clientOf(chair).rounds.draft.setChairScores({ round, scores: true });
  const chairId = draft.panel[0]?.id ?? '';
  const assignments = [
    { expert: member, application: mine.id },
    { expert: chairId, application: others.id },
  ];
  await clientOf(chair).rounds.draft.update({ round, assignments });
  await issueTo(chair, expert, round);

  const client = clientOf(expert);
  const stage = 'document' as const;
  expect((await client.applications.get({ round, application: mine.id })).entry.id).toBe(mine.id);
  expect((await client.sheets.get({ round, application: mine.id, stage })).slots.length).toBeGreaterThan(10);
  const refusedAs = (code: string) => ({ code: 'REFUSED', data: { code, details: { applicant: expect.any(String) } } });
  await expect(client.applications.get({ round, application: others.id })).rejects.toMatchObject(refusedAs('review/not-assigned'));
  await expect(client.sheets.get({ round, application: others.id, stage })).rejects.toMatchObject(refusedAs('review/not-assigned'));

  expert.opened().workspace.stores.declarations.recuse(round, { applicant: mine.applicant.id, state: 'declared', reason: '曾任职' });
  await expect(client.applications.get({ round, application: mine.id })).rejects.toMatchObject(refusedAs('review/recused'));
  await expect(client.sheets.get({ round, application: mine.id, stage })).rejects.toMatchObject(refusedAs('review/recused'));

  for (const { id } of [mine, others]) {
    expect((await clientOf(chair).applications.get({ round, application: id })).entry.id).toBe(id);
  }
});

test('every change of a draft is in the chain with its hash, and what it superseded stays on file', async () => {
  const folder = temporaryFolder();
  const chair = await workspaceOf('组长（虚构）', folder);
  const client = clientOf(chair);
  const { id: round } = await client.rounds.draft.create({ title: '第一稿', practice: false });
  await client.rounds.draft.update({ round, title: '第二稿' });
  await client.rounds.draft.update({ round, title: '第二稿' });
  await client.rounds.draft.update({ round, title: '第三稿' });
  const { stores } = chair.opened().workspace;
  expect(stores.rounds.supersededDrafts(round)).toMatchObject([{ document: { title: '第一稿' } }, { document: { title: '第二稿' } }]);
  const events = stores.audit.list().filter(({ kind }) => kind.startsWith('round/draft'));
  expect(events.map(({ kind }) => kind)).toEqual(['round/drafted', 'round/draft-changed', 'round/draft-changed']);
  expect(new Set(events.map(({ payload }) => /"draft":"([0-9a-f]{64})"/.exec(payload)?.[1])).size).toBe(3);
  expect(stores.audit.verifyChain().holds).toBe(true);
});
