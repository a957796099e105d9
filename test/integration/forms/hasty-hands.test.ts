import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '#electron/forms/read-form.ts';
import { writeSheet } from '#electron/forms/write-sheet.ts';
import { writeWord } from '#electron/forms/write-word.ts';
import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { plainStyle } from '#shared/forms/form-style.ts';
import { habit, withHabits } from './hasty-hands.ts';

async function contentsOf(file: { name: string; bytes: Uint8Array }): Promise<FormContents> {
  const read = await readForm(file);
  if (!read.ok) {
    throw new Error(read.refusal.code);
  }
  const { reading: _, ...contents } = read.value.form;
  return contents;
}

describe.each(['01-示例职业培训学校', '02-示例智造有限公司'])('the form of %s, left by hasty hands', (sample) => {
  test.each(['docx', 'xlsx'] as const)('is read the same from every .%s', async (extension) => {
    const bytes = await readFile(new URL(`../../fixtures/samples/${sample}/附件3 申报表.docx`, import.meta.url));
    const form = await contentsOf({ name: '附件3 申报表.docx', bytes });
    await fc.assert(
      fc.asyncProperty(habit, async (chosen) => {
        const blocks = withHabits(layOutForm(form, plainStyle), chosen);
        const written = extension === 'docx' ? await writeWord(blocks) : await writeSheet(blocks);
        expect(await contentsOf({ name: `form.${extension}`, bytes: written })).toEqual(form);
      }),
      { numRuns: 24, seed: 8 + sample.length },
    );
  });
});
