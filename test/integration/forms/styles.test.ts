import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readForm } from '#electron/forms/read-form.ts';
import { writeSheet } from '#electron/forms/write-sheet.ts';
import { writeWord } from '#electron/forms/write-word.ts';
import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { style } from './any-style.ts';

const samples = ['01-示例职业培训学校', '02-示例智造有限公司'];
const forms: FormContents[] = [];

beforeAll(async () => {
  for (const sample of samples) {
    forms.push(
      await contentsOf({
        name: '附件3 申报表.docx',
        bytes: await readFile(new URL(`../../fixtures/samples/${sample}/附件3 申报表.docx`, import.meta.url)),
      }),
    );
  }
});

async function contentsOf(file: { name: string; bytes: Uint8Array }): Promise<FormContents> {
  const read = await readForm(file);
  if (!read.ok) {
    throw new Error(read.refusal.code);
  }
  const { reading: _, ...contents } = read.value.form;
  return contents;
}

describe.each([0, 1])('the form of sample %i, rewritten in other people’s styles', (index) => {
  test('is read the same from every Word document', async () => {
    await fc.assert(
      fc.asyncProperty(style, async (chosen) => {
        const form = forms[index];
        expect(form).toBeDefined();
        if (form !== undefined) {
          expect(await contentsOf({ name: 'f.docx', bytes: await writeWord(layOutForm(form, chosen)) })).toEqual(form);
        }
      }),
      { numRuns: 30, seed: 2022 + index },
    );
  });

  test('is read the same from every workbook', async () => {
    await fc.assert(
      fc.asyncProperty(style, fc.constantFrom('one', 'sheet-per-table'), async (chosen, arrangement) => {
        const form = forms[index];
        expect(form).toBeDefined();
        if (form !== undefined) {
          expect(await contentsOf({ name: 'f.xlsx', bytes: await writeSheet(layOutForm(form, chosen), arrangement) })).toEqual(form);
        }
      }),
      { numRuns: 30, seed: 1031 + index },
    );
  });
});
