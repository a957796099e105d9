import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import writeSheets from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import wenzhou from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { unpackOffice } from '#electron/forms/office-archive.ts';
import { workbookRows } from '#electron/forms/workbook-rows.ts';
import { readRubricWorkbook } from '#electron/rubrics/read-workbook.ts';
import { writeRubricWorkbook } from '#electron/rubrics/write-workbook.ts';
import { type Rubric, rubricSchema } from '#shared/domain/rubric.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { anyRubric } from '../../fixtures/rubrics/any-rubric.ts';
import { sheetsOf } from '../../fixtures/workbook.ts';
import { resaved } from '../../fixtures/office.ts';
import { temporaryFolder } from '../../temporary.ts';

const rubric = rubricSchema.parse(wenzhou);
const bytesOf = (one: Rubric, language: 'zh' | 'en' = 'zh') => writeRubricWorkbook(one, language);
const read = async (bytes: Uint8Array) => readRubricWorkbook(await workbookRows({ name: '评分标准.xlsx', bytes }));

describe('a rubric as a workbook', () => {
  it.each(['zh', 'en'] as const)('comes back as it was, written in %s', async (language) => {
    expect(await read(await bytesOf(rubric, language))).toEqual({ rubric, problems: [], open: [] });
  });

  it('comes back as it was, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyRubric, fc.constantFrom('zh' as const, 'en' as const), async (one, language) => {
        const { rubric: back, problems } = await read(await bytesOf(one, language));
        expect(problems).toEqual([]);
        expect(back).toEqual(one);
        expect(JSON.stringify(back)).toBe(JSON.stringify(one));
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it('gives the same bytes for the same rubric', async () => {
    expect(await bytesOf(rubric)).toEqual(await bytesOf(rubric));
  });

  it('holds no formula, and no text that would become one', async () => {
    const formulas = ['=1+1', '+86', '-3', '@SUM(A1)', '＝A1', ' =cmd'];
    const [first] = rubric.items;
    const hostile = { ...rubric, notes: formulas, items: [{ ...rubricSchema.shape.items.element.parse(first), text: '=HYPERLINK("x")' }] };
    const parts = await unpackOffice({
      name: 'r.xlsx',
      bytes: await bytesOf(hostile),
      wanted: (part) => /worksheets|sharedStrings/u.test(part),
    });
    const xml = [...parts.values()].join('');
    expect(xml).not.toContain('<f');
    const texts = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/gu)].map((match) => match[1] ?? '');
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠]/u.test(text))).toEqual([]);
    expect(await read(await bytesOf(hostile))).toMatchObject({ rubric: hostile, problems: [] });
  });

  it('comes back as it was after LibreOffice has saved it again', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    await mkdir(join(folder, 'in'));
    const many = fc.sample(anyRubric, { numRuns: 12, seed: 10 });
    const files = [rubric, ...many].map((one, index) => ({ one, path: join(folder, 'in', `${index}.xlsx`) }));
    for (const { one, path } of files) {
      await writeFile(path, await bytesOf(one));
    }
    const saved = await resaved({ paths: files.map(({ path }) => path), folder });
    for (const [index, { one }] of files.entries()) {
      const again = await read(await readFile(saved[index] ?? ''));
      expect(again.problems).toEqual([]);
      expect(again.rubric).toEqual(one);
    }
  });
});

describe('what is wrong in a workbook', () => {
  /** The workbook of the rubric with cells changed: `{ '评分项!F12': 'three' }`. */
  async function edited(changes: Record<string, string | number | null>, original: Rubric = rubric) {
    const sheets = sheetsOf(await bytesOf(original));
    const seen: string[] = [];
    const written = writeSheets(
      sheets.map(({ sheet, data }) => ({
        sheet,
        data: [...data, ...Array.from({ length: 2 }, () => [])].map((row, rowIndex) =>
          Array.from({ length: 24 }, (_, column) => {
            const place = `${sheet}!${String.fromCodePoint(65 + column)}${rowIndex + 1}`;
            const change = changes[place];
            if (change !== undefined) {
              seen.push(place);
            }
            const text = change === undefined ? (row[column] ?? null) : change;
            return text === null ? null : typeof text === 'number' ? { value: text, type: Number } : { value: String(text), type: String };
          }),
        ),
      })),
    );
    const bytes = await written.toBuffer();
    expect(seen.toSorted()).toEqual(Object.keys(changes).toSorted());
    return bytes;
  }

  it('is named by its cell, in a sentence that says what to do, and nothing of the file is taken', async () => {
    const { rubric: none, problems } = await read(await edited({ '评分项!F12': '三分', '评分项!B3': '面谈', '评分项!G4': null }));
    expect(none).toBeNull();
    expect(problems.map(({ cell, refusal }) => [cell, refusal.code])).toEqual([
      ['评分项!B3', 'rubric-file/not-choice'],
      ['评分项!G4', 'rubric-file/value-missing'],
      ['评分项!F12', 'rubric-file/not-points'],
    ]);
    const sentences = problems.map(({ refusal }) => [refusalSentence(refusal, 'zh'), refusalSentence(refusal, 'en')]);
    expect(sentences[2]?.[0]).toBe('评分项!F12：“满分”应为两位小数的非负数，如 3.00，现为“三分”。请改正后重新导入。');
    expect(sentences.flat().filter((sentence) => /[{}]/u.test(sentence))).toEqual([]);
  });

  it.each([
    ['评分项!F12', 'not-points', '-1'],
    ['评分项!F12', 'not-points', '3.005'],
    ['评分项!F12', 'not-points', 12_345_678],
    ['评分项!F12', 'value-missing', null],
    ['评分项!A12', 'not-code', 'a1'],
    ['评分项!C12', 'too-long', '类'.repeat(401)],
    ['评分项!D12', 'not-choice', '全部'],
    ['评分项!J12', 'not-choice', '也许'],
    ['评分项!S12', 'too-long', '注'.repeat(20_001)],
    ['说明!B3', 'not-whole', '一'],
    ['说明!B2', 'value-missing', null],
    ['说明!A2', 'not-choice', '别的'],
    ['计分规则!A2', 'item-unknown', 'Z99'],
    ['计分规则!D2', 'not-choice', '随意'],
    ['评议档次!A2', 'item-unknown', 'Z99'],
    ['评议档次!B2', 'not-points', 'x'],
  ])('%s is %s', async (cell, code, value) => {
    const { rubric: none, problems } = await read(await edited({ [cell]: value }));
    expect(none).toBeNull();
    expect(problems.map((problem) => [problem.cell, problem.refusal.code])).toContainEqual([cell, `rubric-file/${code}`]);
  });

  it('a rule’s rows must fit its kind and each other', async () => {
    const [first] = rubric.items;
    const base = rubricSchema.shape.items.element.parse(first);
    const one = (rule: Rubric['items'][number]['rule']): Rubric => ({ ...rubric, items: [{ ...base, code: 'A01', rule }] });
    const threshold = one({ kind: 'threshold', atLeast: '3', points: '1.00', otherwise: '0.00', unit: '人' });
    const linear = one({
      kind: 'linear',
      knots: [
        { at: '1', points: '1.00' },
        { at: '2', points: '2.00' },
      ],
      unit: '人',
      value: 'number',
    });
    const bands = one({ kind: 'bands', bands: [{ from: '1', points: '1.00' }], unit: '人', value: 'number' });
    const codes = async (changes: Record<string, string | number | null>, original: Rubric) =>
      (await read(await edited(changes, original))).problems.map(({ cell, refusal }) => `${cell} ${refusal.code}`);
    expect(await codes({ '计分规则!F2': '数值' }, threshold)).toEqual(['计分规则!F2 rubric-file/row-unused']);
    expect(await codes({ '计分规则!G2': '3人' }, threshold)).toEqual(['计分规则!G2 rubric-file/not-number']);
    expect(await codes({ '计分规则!E3': '户' }, linear)).toEqual(['计分规则!E3 rubric-file/rows-differ']);
    expect(
      await codes(
        { '计分规则!A3': null, '计分规则!D3': null, '计分规则!E3': null, '计分规则!F3': null, '计分规则!G3': null, '计分规则!H3': null },
        linear,
      ),
    ).toEqual(['计分规则!A2 rubric-file/row-count']);
    expect(await codes({ '计分规则!J2': 1 }, bands)).toEqual(['计分规则!J2 rubric-file/row-unused']);
    expect(await codes({ '计分规则!B2': 'area', '计分规则!C2': '面积' }, threshold)).toEqual(['计分规则!B2 rubric-file/row-count']);
  });

  it('a missing sheet, a missing heading and no items are named', async () => {
    const all = sheetsOf(await bytesOf(rubric));
    const bytes = await writeSheets(
      all.slice(0, 3).map(({ sheet, data }) => ({
        sheet,
        data: data.map((row) => row.map((value) => (value === null ? null : { value: String(value), type: String }))),
      })),
    ).toBuffer();
    expect((await read(bytes)).problems.map(({ refusal }) => [refusal.code, refusal.details['sheet']])).toEqual([
      ['rubric-file/sheet-missing', '评议档次'],
    ]);
    expect((await read(await edited({ '评分项!F1': '分' }))).problems.map(({ cell, refusal }) => [cell, refusal.code])).toEqual([
      ['评分项!A1', 'rubric-file/column-missing'],
    ]);
  });

  it('points that a rule does not give are an open question in their row, not an error', async () => {
    const higher = await read(await edited({ '评分项!F12': 9.5 }));
    expect(higher.problems).toEqual([]);
    expect(higher.rubric?.items[10]?.max).toBe('9.50');
    expect(higher.open.map(({ cell }) => cell)).toEqual(['评分项!A12']);
  });

  it('a file that is no workbook is refused', async () => {
    await expect(read(Buffer.from('not a workbook'))).rejects.toMatchObject({ refusal: { code: 'intake/form-unreadable' } });
  });
});
