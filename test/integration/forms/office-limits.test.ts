import { describe, expect, test } from 'vitest';
import { officeLimits } from '#electron/forms/office-limits.ts';
import { readSheetGrid } from '#electron/forms/sheet-grid.ts';
import { readWordGrid } from '#electron/forms/word-grid.ts';
import { inspectFile } from '#electron/hosts/reader/inspect-file.ts';
import { catchRefusal } from '#shared/result.ts';
import { documentOf, workbookOf } from '../../fixtures/office-parts.ts';

const cell = (place: string, value = '1'): string => `<c r="${place}"><v>${value}</v></c>`;
const rows = (count: number, insides: (row: number) => string): string =>
  `<sheetData>${Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${insides(index + 1)}</row>`).join('')}</sheetData>`;
const one = (cells: string, after = ''): Promise<Buffer> => workbookOf({ sheets: [`<sheetData>${cells}</sheetData>${after}`] });
const corner = `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`;
const merged = (count: number, area: string): string => `<mergeCells>${`<mergeCell ref="${area}"/>`.repeat(count)}</mergeCells>`;
const emptyDirectory = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
const paragraph = '<w:p><w:r><w:t>示例</w:t></w:r></w:p>';

/** What is in a file, and what it comes to: a refusal's code, or how many lines are read. */
type Case = readonly [what: string, bytes: () => Promise<Buffer>, outcome: string | number];

const workbooks: readonly Case[] = [
  ['a cell in the last corner of a sheet', () => one(corner), 23],
  ['such a cell in each of many rows', () => workbookOf({ sheets: [rows(100, (row) => cell(`XFD${row}`))] }), 'intake/form-too-many-cells'],
  ['a cell beyond the last corner', () => one(`<row r="1048577">${cell('A1048577')}</row>`), 'intake/form-unreadable'],
  ['a row whose number is no number', () => one('<row r="x"><c><v>1</v></c></row>'), 'intake/form-unreadable'],
  ['the widest sheet there is', () => workbookOf({ sheets: [rows(1, () => '<c><v>1</v></c>'.repeat(16_384))] }), 2],
  ['a size that is not the sheet’s', () => workbookOf({ sheets: [`<dimension ref="A1:XFD1048576"/>${rows(1, () => cell('A1'))}`] }), 2],
  ['too many cells', () => workbookOf({ sheets: [rows(20_001, () => '<c><v>1</v></c>'.repeat(10))] }), 'intake/form-too-many-cells'],
  [
    'too many cells over many sheets',
    () => workbookOf({ sheets: Array.from({ length: 21 }, () => rows(1000, () => '<c><v>1</v></c>'.repeat(10))) }),
    'intake/form-too-many-cells',
  ],
  ['a list longer than any', () => workbookOf({ sheets: [rows(70_000, (row) => cell(`A${row}`))] }), 'intake/form-too-many-rows'],
  [
    'rows far apart',
    () =>
      workbookOf({
        sheets: [
          `<sheetData>${Array.from({ length: 3000 }, (_, row) => `<row r="${row * 300 + 1}">${cell(`A${row * 300 + 1}`)}</row>`).join('')}</sheetData>`,
        ],
      }),
    'intake/form-too-many-rows',
  ],
  ['cells that are only coloured', () => workbookOf({ sheets: [rows(5000, () => '<c s="1"/>'.repeat(50))] }), 1],
  [
    'more merged areas than a sheet has',
    () => one(`<row r="1">${cell('A1')}</row>`, merged(officeLimits.merges + 1, 'A1:B2')),
    'intake/form-too-many-merges',
  ],
  ['merged areas over the whole sheet, again and again', () => one(corner, merged(10_000, 'A1:XFD1048576')), 'intake/form-too-many-merges'],
  ['a merged area that is none', () => one(`<row r="1">${cell('A1')}</row>`, merged(10, 'A:ZZZZ9999999999')), 2],
  [
    'the beginning of a merged area, again and again',
    () => one(`<row r="1">${cell('A1')}</row>`, `<mergeCells>${'<mergeCell '.repeat(50_000)}</mergeCells>`),
    'intake/form-unreadable',
  ],
  [
    'a long text that a merged area repeats',
    () =>
      workbookOf({
        sheets: [
          `${rows(5000, (row) => (row === 1 ? `<c r="A1" t="inlineStr"><is><t>${'长'.repeat(32_000)}</t></is></c>` : cell(`B${row}`)))}${merged(1, 'A1:A5000')}`,
        ],
      }),
    'intake/form-too-much-text',
  ],
  [
    'a long text that many cells share',
    () => workbookOf({ sheets: [rows(5000, () => '<c t="s"><v>0</v></c>')], strings: `<si><t>${'长'.repeat(32_000)}</t></si>` }),
    'intake/form-too-much-text',
  ],
  ['too many sheets', () => workbookOf({ sheets: Array.from({ length: 201 }, () => '<sheetData/>') }), 'intake/form-too-many-sheets'],
  [
    'one sheet that the workbook lists ten thousand times',
    () => workbookOf({ sheets: ['<sheetData/>'], workbook: `<sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(10_000)}</sheets>` }),
    'intake/form-too-many-sheets',
  ],
  ['more XML than a workbook needs', () => one(`<row r="1">${' '.repeat(officeLimits.xmlBytes)}</row>`), 'intake/form-too-big'],
  [
    'such XML in a part that says nothing about cells',
    () =>
      workbookOf({
        sheets: [rows(1, () => cell('A1'))],
        more: [['xl/externalLinks/externalLink1.xml', ' '.repeat(officeLimits.xmlBytes)]],
      }),
    2,
  ],
  [
    'more parts than a workbook has',
    () =>
      workbookOf({
        sheets: [rows(1, () => cell('A1'))],
        more: Array.from({ length: officeLimits.entries }, (_, index) => [`xl/media/${index}.png`, '']),
      }),
    'intake/form-too-many-parts',
  ],
  [
    'a part that stands twice',
    () => workbookOf({ sheets: [rows(1, () => cell('A1'))], more: [['XL/worksheets/sheet1.xml', '<worksheet/>']] }),
    'intake/form-unreadable',
  ],
  [
    'links over the whole sheet',
    () => one(`<row r="1">${cell('A1')}</row>`, `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="a"/>'.repeat(1000)}</hyperlinks>`),
    2,
  ],
  [
    'notes on a hundred thousand cells',
    () =>
      workbookOf({
        sheets: [rows(1, () => cell('A1'))],
        more: [['xl/comments1.xml', `<comments>${'<comment ref="A1"/>'.repeat(100_000)}</comments>`]],
      }),
    2,
  ],
  [
    'a hundred thousand names',
    () =>
      workbookOf({
        sheets: [rows(1, () => cell('A1'))],
        workbook: `<definedNames>${'<definedName name="a">A1</definedName>'.repeat(100_000)}</definedNames>`,
      }),
    2,
  ],
  [
    'a hundred thousand styles and formats',
    () =>
      workbookOf({
        sheets: [rows(1, () => cell('A1'))],
        styles: `<numFmts>${'<numFmt numFmtId="500" formatCode="0"/>'.repeat(100_000)}</numFmts><cellXfs>${'<xf numFmtId="500"/>'.repeat(100_000)}</cellXfs>`,
      }),
    2,
  ],
  [
    'a format of a million characters',
    () =>
      workbookOf({
        sheets: [rows(1, () => '<c r="A1" s="0"><v>1</v></c>')],
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${'[h'.repeat(500_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
      }),
    2,
  ],
  [
    'a million shared strings that no cell has',
    () => workbookOf({ sheets: [rows(1, () => cell('A1'))], strings: '<si><t/></si>'.repeat(1_000_000) }),
    'intake/form-too-many-cells',
  ],
  [
    'a table of entities',
    () => workbookOf({ sheets: [rows(1, () => cell('A1'))], workbook: '<!DOCTYPE a [<!ENTITY b "c">]>' }),
    'intake/form-unreadable',
  ],
  ['elements within one another without end', () => one(`<row r="1"><c r="A1">${'<a>'.repeat(100_000)}</c></row>`), 'intake/form-too-deep'],
  [
    'an element of a million attributes',
    () => one(`<row r="1" ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
    'intake/form-too-deep',
  ],
];

const documents: readonly Case[] = [
  ['too many paragraphs', () => documentOf(paragraph.repeat(35_000)), 'intake/form-too-many-elements'],
  [
    'formatting in any number',
    () => documentOf(`<w:p>${'<w:bookmarkStart w:id="1" w:name="a"/><w:proofErr/>'.repeat(100_000)}<w:r><w:t>示例</w:t></w:r></w:p>`),
    1,
  ],
  [
    'a paragraph of millions of characters',
    () => documentOf(`<w:p><w:r><w:t>${'a'.repeat(5 * 1024 * 1024)}</w:t></w:r></w:p>`),
    'intake/form-too-much-text',
  ],
  [
    'more XML than a document needs',
    () => documentOf(`<w:p><w:r><w:t>${' '.repeat(officeLimits.xmlBytes)}</w:t></w:r></w:p>`),
    'intake/form-too-big',
  ],
  [
    'tables within tables without end',
    () => documentOf(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`),
    'intake/form-too-deep',
  ],
  [
    'tables within tables as deep as is read',
    () => documentOf(`${'<w:tbl><w:tr><w:tc>'.repeat(60)}${paragraph}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`),
    60,
  ],
  [
    'cells that are wider than any page',
    () =>
      documentOf(
        `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'.repeat(100)}</w:tr>`.repeat(30)}</w:tbl>`,
      ),
    'intake/form-too-many-cells',
  ],
  [
    'a long text that a cell merged downwards repeats',
    () =>
      documentOf(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>${'长'.repeat(100_000)}</w:t></w:r></w:p></w:tc></w:tr>${'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(1000)}</w:tbl>`,
      ),
    'intake/form-too-much-text',
  ],
  [
    'a table of entities',
    () => documentOf(paragraph, { declaration: '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY c "&b;&b;&b;">]>' }),
    'intake/form-unreadable',
  ],
  [
    'an element of many attributes',
    () => documentOf(`<w:p ${Array.from({ length: 50_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
    'intake/form-too-deep',
  ],
  ['attributes without values', () => documentOf(`<w:p ${'a '.repeat(100_000)}/>`), 'intake/form-unreadable'],
  [
    'content types that are as large as a part may be',
    () => documentOf(paragraph, { types: '<Default Extension="a" ContentType="b"/>'.repeat(120_000) }),
    'intake/form-too-many-elements',
  ],
  [
    'styles and notes of any size, which are not read',
    () =>
      documentOf(paragraph, {
        more: [
          ['word/styles.xml', '<'.repeat(1_000_000)],
          ['word/footnotes.xml', '<'.repeat(1_000_000)],
        ],
      }),
    1,
  ],
];

const archives: readonly Case[] = [
  ['an empty directory appended', async () => Buffer.concat([await one(corner), emptyDirectory]), 'intake/form-unreadable'],
  ['an end that says nothing of where it began', async () => (await one(corner)).subarray(0, -10), 'intake/form-unreadable'],
  ['sizes in its directory that are too small', async () => withSizes(await one(corner), 10), 'intake/form-unreadable'],
  ['sizes in its directory that are too large', async () => withSizes(await one(corner), 0x7f_ff_ff_ff), 'intake/form-unreadable'],
  ['contents that are not those of their checksum', async () => withSizes(await one(corner), null), 'intake/form-unreadable'],
];

/** The archive with another unpacked size for each entry in its directory; null: with another checksum. */
function withSizes(archive: Buffer, bytes: number | null): Buffer {
  const changed = Buffer.from(archive);
  for (let at = changed.indexOf('PK\u0001\u0002'); at !== -1; at = changed.indexOf('PK\u0001\u0002', at + 4)) {
    changed.writeUInt32LE(bytes ?? (changed.readUInt32LE(at + 16) ^ 1) >>> 0, at + (bytes === null ? 16 : 24));
  }
  return changed;
}

async function outcomeOf(reader: typeof readSheetGrid, bytes: Buffer, name: string): Promise<string | number> {
  const read = await catchRefusal(() => reader({ name, bytes }));
  return read.ok ? read.value.lines.length : read.refusal.code;
}

describe('a workbook with', () => {
  test.each([...workbooks, ...archives])('%s', async (_, bytes, outcome) => {
    expect(await outcomeOf(readSheetGrid, await bytes(), '表.xlsx')).toBe(outcome);
  });
});

describe('a document with', () => {
  test.each(documents)('%s', async (_, bytes, outcome) => {
    expect(await outcomeOf(readWordGrid, await bytes(), '表.docx')).toBe(outcome);
  });
});

test('a refusal names the limit, and an attachment over it is said to hold too much', async () => {
  const file = { name: '台账.xlsx', bytes: await one(`<row r="1">${cell('A1')}</row>`, merged(officeLimits.merges + 1, 'A1:B2')) };
  const read = await catchRefusal(() => readSheetGrid(file));
  expect(read).toMatchObject({ ok: false, refusal: { details: { name: '台账.xlsx', limit: officeLimits.merges } } });
  expect((await inspectFile({ ...file, sha256: '0'.repeat(64) }, null)).problem).toBe('too-much');
});
