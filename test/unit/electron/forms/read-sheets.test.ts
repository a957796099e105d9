import { describe, expect, test } from 'vitest';
import { readSheetGrid } from '#electron/forms/sheet-grid.ts';
import { readSheets } from '#electron/forms/read-sheets.ts';
import { workbookOf, type WorkbookXml } from '../../../fixtures/office-parts.ts';

/** The cells of a workbook's first sheet by their places. */
async function cellsOf(workbook: WorkbookXml): Promise<Record<string, string | boolean>> {
  const [sheet] = await readSheets({ name: '表.xlsx', bytes: await workbookOf(workbook) });
  const cells = (sheet?.rows ?? []).flatMap(({ row, cells: inRow }) => inRow.map(({ column, value }) => ({ row, column, value })));
  return Object.fromEntries(cells.map(({ row, column, value }) => [`${String.fromCodePoint(65 + column)}${row + 1}`, value]));
}

const row = (cells: string): WorkbookXml => ({ sheets: [`<sheetData><row r="1">${cells}</row></sheetData>`] });
const dated = (code: string): Pick<WorkbookXml, 'styles'> => ({
  styles: `<numFmts count="1"><numFmt numFmtId="176" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="14"/></cellXfs>`,
});

describe('a number in a cell', () => {
  test.each([
    ['330300199001011234', '330300199001011234'],
    ['3.3030019900101E+17', '3.3030019900101E+17'],
    ['123456789012345', '123456789012345'],
    ['13800138000', '13800138000'],
    ['1.3800138E10', '13800138000'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.1000000000000001', '1.1'],
    ['-3', '-3'],
    ['68.0', '68'],
    ['八十', '八十'],
  ])('%s is read as %s', async (digits, text) => {
    expect(await cellsOf(row(`<c r="A1"><v>${digits}</v></c>`))).toEqual({ A1: text });
  });

  test('with a date’s format is its calendar date, in whatever way the format is written', async () => {
    for (const code of [
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
      'yyyy/m/d',
      '[$-804]e&quot;年&quot;',
      'm&quot;月&quot;d&quot;日&quot;',
    ]) {
      const workbook = {
        ...row('<c r="A1" s="1"><v>44854</v></c><c r="B1" s="2"><v>44854.75</v></c><c r="C1" s="3"><v>44854</v></c>'),
        ...dated(code),
      };
      expect(await cellsOf(workbook)).toEqual({ A1: '2022-10-20', B1: '2022-10-20', C1: '2022-10-20' });
    }
  });

  test('with a format that only looks like a date’s stays a number', async () => {
    for (const code of ['#,##0&quot;元&quot;', '0.00_ ', '[Red]0', '0.00E+00', '&quot;day&quot;0', 'General']) {
      expect(await cellsOf({ ...row('<c r="A1" s="1"><v>44854</v></c>'), ...dated(code) })).toEqual({ A1: '44854' });
    }
  });

  test('counts days from 1904 where the workbook says so, and is a time of day below one', async () => {
    const workbook = { ...row('<c r="A1" s="1"><v>43392</v></c>'), ...dated('yyyy/m/d'), workbook: '<workbookPr date1904="1"/>' };
    expect(await cellsOf(workbook)).toEqual({ A1: '2022-10-20' });
    expect(await cellsOf({ ...row('<c r="A1" s="1"><v>0.5625</v></c>'), ...dated('h:mm') })).toEqual({ A1: '13:30' });
  });
});

describe('the kinds of cells', () => {
  test('texts, shared, rich, in place and computed, are read whole and once unescaped', async () => {
    const workbook: WorkbookXml = {
      ...row(
        '<c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>' +
          '<c r="D1" t="str"><f>A1&amp;B1</f><v>&amp;lt;丙&amp;gt;</v></c><c r="E1" t="inlineStr"><is><t><![CDATA[<丁> & ]]></t></is></c>',
      ),
      strings:
        '<si/><si><r><rPr><b/></rPr><t>职业</t></r><r><t>技能</t></r><rPh sb="0" eb="1"><t>zhi</t></rPh></si><si><t>第三</t><phoneticPr fontId="1"/></si>',
    };
    expect(await cellsOf(workbook)).toEqual({ A1: '第三', B1: '职业技能', C1: '甲 乙', D1: '&lt;丙&gt;', E1: '<丁> & ' });
  });

  test('ticks, errors and dates that are written as text are read as they are shown', async () => {
    const cells =
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="d"><v>2022-10-20T00:00:00</v></c>';
    expect(await cellsOf(row(cells))).toEqual({ A1: true, B1: false, C1: '#DIV/0!', D1: '2022-10-20' });
  });

  test('cells and rows without a place stand after the one before', async () => {
    const sheets = [
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>',
    ];
    expect(await cellsOf({ sheets })).toEqual({ A1: '1', C1: '3', B4: '4', C4: '5', A5: '6' });
  });

  test('elements with a prefix, comments, and a cell that a comment holds', async () => {
    const sheets = [
      '<x:sheetData xmlns:x="m"><x:row r="1"><!-- <c r="B1"><v>9</v></c> --><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>',
    ];
    expect(await cellsOf({ sheets })).toEqual({ A1: '1' });
  });

  test('a shared string that is not there makes the file unreadable, it is no empty cell', async () => {
    const bytes = await workbookOf({ ...row('<c r="A1" t="s"><v>7</v></c>'), strings: '<si><t>一</t></si>' });
    await expect(readSheets({ name: '表.xlsx', bytes })).rejects.toThrow('intake/form-unreadable');
  });
});

describe('sheets', () => {
  test('called alike, or as an object calls its own things, keep their own cells', async () => {
    const bytes = await workbookOf({
      names: ['同名', '同名', '__proto__'],
      sheets: ['甲', '乙', '丙'].map(
        (text) => `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`,
      ),
    });
    const sheets = await readSheets({ name: '表.xlsx', bytes });
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.cells[0]?.value])).toEqual([
      ['同名', '甲'],
      ['同名', '乙'],
      ['__proto__', '丙'],
    ]);
  });

  test('merged areas repeat their text down and leave the right empty, wherever the sheet ends', async () => {
    const sheets = [
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
    ];
    const { lines } = await readSheetGrid({ name: '表.xlsx', bytes: await workbookOf({ sheets }) });
    expect(lines.slice(1).map(({ cells }) => cells.map(({ text, from }) => `${from} ${text}`.trim()))).toEqual([
      ['here 1', 'left', 'here 2'],
      ['above 1', 'left', 'here'],
      ['above 1', 'left', 'here 3'],
    ]);
    expect(lines.map(({ source }) => source)).toEqual(['工作表“表1”', '工作表“表1” 第1行', '工作表“表1” 第2行', '工作表“表1” 第3行']);
  });
});
