import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import writeSheets from 'write-excel-file/node';
import type { Core } from '#electron/core/core.ts';
import { temporaryFolder } from '../../temporary.ts';
import { clientOf, draftWithSamples, workspaceOf } from '../../fixtures/small-panel.ts';

async function upload(core: Core, bytes: Uint8Array) {
  const content = (async function* () {
    yield bytes;
  })();
  return (await core.registerFile({ kind: 'upload', content, name: '分配.xlsx', relativePath: '分配.xlsx' })).id;
}

const workbook = (rows: readonly (readonly string[])[]) =>
  writeSheets([{ sheet: '分配', data: rows.map((row) => row.map((value) => ({ value, type: String }))) }]).toBuffer();

it('assignments go out as a workbook, come back changed, are previewed and only then taken; a wrong cell is named', async () => {
  const folder = temporaryFolder();
  const chair = await workspaceOf('组长（虚构）', folder);
  const expert = await workspaceOf('专家甲（虚构）', folder);
  const { round, member, draft } = await draftWithSamples(chair, expert, folder);
  const { draft: api } = clientOf(chair).rounds;
  const [first, second] = draft.applications;
  if (first === undefined || second === undefined) {
    throw new Error('there are two samples');
  }
  const again = async (language: 'zh' | 'en') => {
    const open = await chair.openExport((await api.exportAssignments({ round, language })).id);
    if (open === null) {
      throw new Error('no such export');
    }
    return api.importAssignments({ round, file: await upload(chair, await buffer(open.content)) });
  };
  for (const language of ['zh', 'en'] as const) {
    expect(await again(language)).toEqual({ problems: [], found: { assignments: draft.assignments, added: [], removed: [] } });
  }
  const header = ['申报编号', '申报单位', '专家甲（虚构）', '组长（虚构）'];
  // Rows and columns may come in another order.
  const read = await api.importAssignments({
    round,
    file: await upload(chair, await workbook([header, [second.id, '', '分配', '集中路演、 Document review'], [first.id, '', '', '']])),
  });
  expect(read.problems).toEqual([]);
  const all = ['document', 'visit', 'roadshow'];
  expect(read.found?.added).toEqual([{ expert: '组长（虚构）', applicant: second.applicant.name, stages: ['document', 'roadshow'] }]);
  expect(read.found?.removed).toEqual([{ expert: '专家甲（虚构）', applicant: first.applicant.name, stages: all }]);
  expect((await api.get({ round })).assignments).toEqual(draft.assignments);
  await api.update({ round, assignments: read.found?.assignments ?? [] });
  expect((await api.get({ round })).assignments).toEqual(read.found?.assignments);
  for (const language of ['zh', 'en'] as const) {
    const assignments = expect.arrayContaining(read.found?.assignments ?? []) as unknown;
    expect(await again(language)).toEqual({ problems: [], found: { assignments, added: [], removed: [] } });
  }
  const onlyDocuments = await workbook([header, [second.id, '', '资料审核', '资料审核,集中路演'], [first.id, '', '', '']]);
  const fewer = await api.importAssignments({ round, file: await upload(chair, onlyDocuments) });
  expect(fewer.found?.added).toEqual([]);
  expect(fewer.found?.removed).toEqual([{ expert: '专家甲（虚构）', applicant: second.applicant.name, stages: ['visit', 'roadshow'] }]);

  await api.update({ round, recusals: [{ expert: member, applicant: first.applicant.id, reason: '示例' }] });
  const wrong = await api.importAssignments({
    round,
    file: await upload(
      chair,
      await workbook([
        [...header, '无此人'],
        [first.id, '', '分配', '是'],
        ['no-such', '', '', ''],
      ]),
    ),
  });
  expect(wrong.found).toBeNull();
  expect(wrong.problems.map(({ cell, refusal }) => [cell, refusal.code])).toEqual([
    ['分配!E1', 'assignment-file/expert-unknown'],
    ['分配!C2', 'assignment-file/recusal-differs'],
    ['分配!D2', 'assignment-file/not-choice'],
    ['分配!A3', 'assignment-file/application-unknown'],
    ['分配!A4', 'assignment-file/application-missing'],
  ]);
  const bare = await api.importAssignments({ round, file: await upload(chair, await workbook([['什么', '都没有']])) });
  expect(bare.problems.map(({ refusal }) => refusal.code)).toEqual(['assignment-file/headings-missing']);
  await expect(api.importAssignments({ round, file: await upload(chair, Buffer.from('%PDF-1.7')) })).rejects.toMatchObject({
    data: { code: 'intake/form-unreadable' },
  });
});
