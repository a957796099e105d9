import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blankWorkbook, filledWorkbook } from '#electron/forms/blank-workbook.ts';
import { readForm } from '#electron/forms/read-form.ts';
import { resaved } from '../../fixtures/office.ts';
import { temporaryFolder } from '../../temporary.ts';

const sampleForm = (sample: string) => new URL(`../../fixtures/samples/${sample}/附件3 申报表.docx`, import.meta.url);

test('the blank workbook is a form that says nothing', async () => {
  const read = await readForm({ name: '附件3.xlsx', bytes: await blankWorkbook() });
  expect(read.ok).toBe(true);
  if (read.ok) {
    const { applicant, staff, experts, assessors, regulations, occupations, venues } = read.value.form;
    expect(applicant.name).toBe('');
    expect(applicant.type).toBeNull();
    expect({ staff, experts, assessors, regulations, occupations, venues }).toEqual({
      staff: [],
      experts: [],
      assessors: [],
      regulations: [],
      occupations: [],
      venues: [],
    });
  }
});

test.each(['01-示例职业培训学校', '02-示例智造有限公司'])(
  'what %s filled in is read back from the workbook without loss',
  async (sample) => {
    const original = await readForm({
      name: 'f.docx',
      bytes: await readFile(sampleForm(sample)),
    });
    if (!original.ok) {
      throw new Error(original.refusal.code);
    }
    const { reading: _, ...form } = original.value.form;
    const again = await readForm({ name: '附件3.xlsx', bytes: await filledWorkbook(form) });
    expect(again.ok && { ...again.value.form, reading: [] }).toEqual({ ...form, reading: [] });
  },
);

test('LibreOffice saving the workbook again changes nothing of what is read, blank or filled in', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const original = await readForm({ name: 'f.docx', bytes: await readFile(sampleForm('01-示例职业培训学校')) });
  if (!original.ok) {
    throw new Error(original.refusal.code);
  }
  const { reading: _, ...form } = original.value.form;
  const paths = [join(folder, 'blank.xlsx'), join(folder, 'filled.xlsx')];
  await writeFile(paths[0] ?? '', await blankWorkbook());
  await writeFile(paths[1] ?? '', await filledWorkbook(form));
  const [blank, filled] = await Promise.all(
    (await resaved({ paths, folder })).map(async (path) => readForm({ name: '附件3.xlsx', bytes: await readFile(path) })),
  );
  const unsaved = await readForm({ name: '附件3.xlsx', bytes: await blankWorkbook() });
  expect(blank?.ok && { ...blank.value.form, reading: [] }).toEqual(unsaved.ok && { ...unsaved.value.form, reading: [] });
  expect(filled?.ok && { ...filled.value.form, reading: [] }).toEqual({ ...form, reading: [] });
});

test('a password-protected and an old Office file are refused, each with what to do', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const old = await readForm({ name: '附件3.doc', bytes: Buffer.concat([ole, Buffer.alloc(600)]) });
  const locked = await readForm({
    name: '附件3.docx',
    bytes: Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
  });
  const renamed = await readForm({ name: '附件3.docx', bytes: Buffer.concat([ole, Buffer.alloc(600)]) });
  const damaged = await readForm({ name: '附件3.docx', bytes: Buffer.from('PK\u0003\u0004 not really') });
  expect([old, locked, renamed, damaged].map((read) => (read.ok ? null : read.refusal.code))).toEqual([
    'intake/legacy-doc',
    'intake/form-encrypted',
    'intake/legacy-doc',
    'intake/form-unreadable',
  ]);
});
