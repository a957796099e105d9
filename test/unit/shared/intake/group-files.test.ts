import { expect, test } from 'vitest';
import { groupFiles } from '#shared/intake/group-files.ts';

/** The folders by name with their files, the bundles and the loose files, of paths whose id is the path itself. */
function grouped(...paths: string[]) {
  const { folders, bundles, loose } = groupFiles(paths.map((path) => ({ id: path, path })));
  return {
    folders: Object.fromEntries(folders.map(({ name, files }) => [name, files.map(({ path }) => path)])),
    bundles: bundles.map(({ path }) => path),
    loose: loose.map(({ path }) => path),
  };
}

test('a folder with a form is one applicant, with all that lies below it', () => {
  expect(grouped('甲校/附件3 申报表.docx', '甲校/照片/1.jpg', '甲校/.DS_Store', '甲校/~$附件3 申报表.docx')).toEqual({
    folders: { 甲校: ['附件3 申报表.docx', '照片/1.jpg'] },
    bundles: [],
    loose: [],
  });
});

test('a folder of applicants is taken apart; bundles are bundles, and what belongs to nobody is named', () => {
  const { folders, bundles, loose } = grouped(
    '全部/甲/申报表.docx',
    '全部/甲/a.pdf',
    '全部/乙/附件三.xlsx',
    '全部/丙.lpapp',
    '全部/通知.pdf',
  );
  expect(Object.keys(folders).toSorted()).toEqual(['乙', '甲']);
  expect(bundles).toEqual(['全部/丙.lpapp']);
  expect(loose).toEqual(['全部/通知.pdf']);
});

test('the form may lie in a folder of its own within the applicant’s', () => {
  expect(grouped('甲/申报表/附件3.docx', '甲/场地证明/租赁.pdf').folders).toEqual({ 甲: ['申报表/附件3.docx', '场地证明/租赁.pdf'] });
});

test('a folder of applicants of which only one has a form keeps the others too, to be said what they lack', () => {
  expect(grouped('全部/甲/附件3 申报表.docx', '全部/乙/说明.pdf').folders).toEqual({ 甲: ['附件3 申报表.docx'], 乙: ['说明.pdf'] });
});

test('an old copy of the form below the applicant’s own is no second applicant', () => {
  expect(Object.keys(grouped('甲/附件3.docx', '甲/旧/附件3.docx', '甲/a.pdf').folders)).toEqual(['甲']);
});

test('forms that are called anything at all are looked for by their contents', () => {
  expect(Object.keys(grouped('全部/甲/我们的表.docx', '全部/乙/表一.xlsx').folders).toSorted()).toEqual(['乙', '甲']);
  expect(grouped('甲/材料.docx').folders).toEqual({ 甲: ['材料.docx'] });
});

test('files chosen one by one: a single form takes its papers along, several forms are an applicant each', () => {
  expect(grouped('附件3 申报表.docx', '租赁合同.pdf').folders).toEqual({ '附件3 申报表': ['附件3 申报表.docx', '租赁合同.pdf'] });
  expect(grouped('附件3 甲.docx', '附件3 乙.docx', '租赁合同.pdf')).toMatchObject({
    folders: { '附件3 甲': ['附件3 甲.docx'], '附件3 乙': ['附件3 乙.docx'] },
    loose: ['租赁合同.pdf'],
  });
});

test('names spelt with separate marks, backslashes or a leading dot are the same places', () => {
  expect(grouped('./甲/附件3.docx', '甲\\cafe\u0301.pdf').folders).toEqual({ 甲: ['附件3.docx', 'caf\u00e9.pdf'] });
});
