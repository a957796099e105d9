import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { workbookRows } from '#electron/forms/workbook-rows.ts';
import { readRubricWorkbook } from '#electron/rubrics/read-workbook.ts';
import { writeRubricWorkbook } from '#electron/rubrics/write-workbook.ts';
import type { Core } from '#electron/core/core.ts';
import { workbookOf } from '../../fixtures/office-parts.ts';
import { temporaryFolder } from '../../temporary.ts';
import { clientOf, workspaceOf } from '../../fixtures/small-panel.ts';

async function upload(core: Core, bytes: Uint8Array, name = '评分标准.xlsx') {
  const content = (async function* () {
    yield bytes;
  })();
  return (await core.registerFile({ kind: 'upload', content, name, relativePath: name })).id;
}

it('a draft’s rubric goes out as a workbook, comes back changed, is previewed and only then taken', async () => {
  const core = await workspaceOf('组长（虚构）', temporaryFolder());
  const { draft } = clientOf(core).rounds;
  const { id: round, rubric } = await draft.create({ title: '示例批次', practice: false });
  const exported = await draft.exportRubric({ round, language: 'zh' });
  expect(exported.name).toMatch(/^rubric-.+\.xlsx$/u);
  const open = await core.openExport(exported.id);
  if (open === null) {
    throw new Error('no such export');
  }
  const same = await draft.importRubric({ round, file: await upload(core, await buffer(open.content)) });
  expect(same).toEqual({ problems: [], found: { rubric, open: [], changes: { about: [], items: [], reordered: false } } });

  const [first, second, ...rest] = rubric.items;
  if (first === undefined || second === undefined) {
    throw new Error('the rubric has items');
  }
  const edited = {
    ...rubric,
    version: 2,
    items: [{ ...second, text: '新的要求', note: '改过' }, ...rest.slice(1), { ...first, code: 'G99' }],
  };
  const read = await draft.importRubric({ round, file: await upload(core, await writeRubricWorkbook(edited, 'en')) });
  expect(read.problems).toEqual([]);
  expect(read.found?.changes.about).toEqual(['version']);
  expect(
    read.found?.changes.items.map((change) =>
      change.kind === 'changed' ? [change.after.code, ...change.fields] : [change.kind, change.item.code],
    ),
  ).toEqual([
    [second.code, 'text', 'note'],
    ['added', 'G99'],
    ['removed', first.code],
    ['removed', rest[0]?.code],
  ]);
  expect((await draft.get({ round })).rubric).toEqual(rubric);
  await draft.update({ round, ...(read.found === null ? {} : { rubric: read.found.rubric }) });
  expect((await draft.get({ round })).rubric).toEqual(edited);
  expect(readRubricWorkbook(await workbookRows({ name: 'r.xlsx', bytes: await writeRubricWorkbook(edited, 'zh') })).rubric).toEqual(edited);
});

it('a workbook with more rows than any rubric is refused before its rows are compared with each other', async () => {
  const core = await workspaceOf('组长（虚构）', temporaryFolder());
  const { draft } = clientOf(core).rounds;
  const { id: round } = await draft.create({ title: '示例批次', practice: false });
  const row = '<row><c t="inlineStr"><is><t>1</t></is></c></row>';
  const bytes = await workbookOf({ sheets: [`<sheetData>${row.repeat(5001)}</sheetData>`] });
  await expect(draft.importRubric({ round, file: await upload(core, bytes, '评分标准.xlsx') })).rejects.toMatchObject({
    data: { code: 'intake/form-too-many-rows', details: { name: '评分标准.xlsx', limit: 5000 } },
  });
});

it('a file that is no workbook is refused and the draft stays as it was', async () => {
  const core = await workspaceOf('组长（虚构）', temporaryFolder());
  const { draft } = clientOf(core).rounds;
  const { id: round, rubric } = await draft.create({ title: '示例批次', practice: false });
  await expect(draft.importRubric({ round, file: await upload(core, Buffer.from('%PDF-1.7'), 'x.xlsx') })).rejects.toMatchObject({
    data: { code: 'intake/form-unreadable' },
  });
  await expect(draft.importRubric({ round, file: 'gone' })).rejects.toMatchObject({ data: { code: 'files/released' } });
  expect((await draft.get({ round })).rubric).toEqual(rubric);
});
