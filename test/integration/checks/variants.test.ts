import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from '#electron/forms/read-form.ts';
import { writeSheet } from '#electron/forms/write-sheet.ts';
import { writeWord } from '#electron/forms/write-word.ts';
import { readers } from '../../fixtures/readers.ts';
import { readApplicantFiles } from '#electron/intake/read-folder.ts';
import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { plainStyle } from '#shared/forms/form-style.ts';
import { valueOf } from '#shared/result.ts';
import { style } from '../forms/any-style.ts';
import { habit, withHabits } from '../forms/hasty-hands.ts';
import { asExpected, expectedOf, sampleNames, samplesFolder } from './expected-sample.ts';

/** The folder with its form written by somebody else: another style, or hastier hands, in Word or as a workbook. */
const rewriting = fc.oneof(
  fc.record({
    blocks: style.map((chosen) => (form: FormContents) => layOutForm(form, chosen)),
    extension: fc.constantFrom('docx', 'xlsx'),
    arrangement: fc.constantFrom('one' as const, 'sheet-per-table' as const),
  }),
  fc.record({
    blocks: habit.map((chosen) => (form: FormContents) => withHabits(layOutForm(form, plainStyle), chosen)),
    extension: fc.constantFrom('docx', 'xlsx'),
    arrangement: fc.constant('one' as const),
  }),
);

async function filesOf(sample: string) {
  const folder = join(samplesFolder, sample);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ name: path.slice(folder.length + 1), bytes: await readFile(path) })));
}

describe.each(sampleNames)('the sample folder %s with its form rewritten by others', (name) => {
  it('gives exactly its expected file, 30 times over', async () => {
    const expected = expectedOf(name);
    const files = await filesOf(name);
    const [original] = files.filter((file) => file.name.includes('附件3'));
    const others = files.filter((file) => file !== original);
    expect([original?.name, others.length]).toEqual(['附件3 申报表.docx', 8]);
    const { form } = valueOf(await readForm({ name: 'form.docx', bytes: original?.bytes ?? Buffer.alloc(0) }));
    await fc.assert(
      fc.asyncProperty(rewriting, async ({ blocks, extension, arrangement }) => {
        const written = extension === 'docx' ? await writeWord(blocks(form)) : await writeSheet(blocks(form), arrangement);
        const folder = { folderName: name, files: [{ name: `附件3 申报表.${extension}`, bytes: written }, ...others] };
        const read = await readApplicantFiles(folder, { readers });
        expect(asExpected(valueOf(read), expected)).toEqual(expected);
      }),
      { numRuns: 30, seed: 46 + name.length },
    );
  });
});
