import { describe, expect, it } from 'vitest';
import type { FormCell, FormLine } from '#shared/forms/grid.ts';
import { maskIdNumbers } from '#shared/forms/mask-id-numbers.ts';
import { previewBlocks, previewLimits } from '#shared/forms/preview.ts';

const here = (text: string): FormCell => ({ text, from: 'here' });
const left: FormCell = { text: '', from: 'left' };
const above = (text: string): FormCell => ({ text, from: 'above' });
const line = (cells: FormCell[], row: number, table: number | null = 1): FormLine => ({ cells, source: `表1 第${row}行`, table });

describe('a document as blocks', () => {
  it('puts merged cells together again, across and down', () => {
    const { blocks } = previewBlocks({
      lines: [
        line([here('大'), left, here('右')], 1),
        // A cell two wide and two high: the form's readers say it in either way.
        line([above('大'), above(''), here('中')], 2),
        line([here('甲'), here('乙'), above('中')], 3),
      ],
    });
    expect(blocks).toEqual([
      {
        kind: 'table',
        rows: [
          {
            source: '表1 第1行',
            cells: [
              { text: '大', columns: 2, rows: 2 },
              { text: '右', columns: 1, rows: 1 },
            ],
          },
          { source: '表1 第2行', cells: [{ text: '中', columns: 1, rows: 2 }] },
          {
            source: '表1 第3行',
            cells: [
              { text: '甲', columns: 1, rows: 1 },
              { text: '乙', columns: 1, rows: 1 },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps paragraphs between tables, and tables of other numbers apart', () => {
    const { blocks } = previewBlocks({
      lines: [line([here('一')], 1), line([here('段')], 2, null), line([here('二')], 3), line([here('三')], 4, 2)],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table', 'table']);
  });

  it('says so when a document has more than is shown, and leaves empty columns out', () => {
    const rows = Array.from({ length: previewLimits.lines + 1 }, (_, row) => line([here(String(row)), here(''), here('')], row));
    const long = previewBlocks({ lines: rows });
    expect(long.cut).toBe(true);
    expect(long.blocks[0]).toMatchObject({ rows: { length: previewLimits.lines } });
    expect(previewBlocks({ lines: rows.slice(0, 2) })).toMatchObject({ cut: false, blocks: [{ rows: [{ cells: [{ text: '0' }] }, {}] }] });
    expect(previewBlocks({ lines: [line([here('长'.repeat(previewLimits.cellCharacters + 1))], 1)] }).cut).toBe(true);
    const wide = Array.from({ length: previewLimits.columns + 1 }, () => here('宽'));
    expect(previewBlocks({ lines: [line(wide, 1)] })).toMatchObject({
      cut: true,
      blocks: [{ rows: [{ cells: { length: previewLimits.columns } }] }],
    });
  });

  it('shows no ID number whole', () => {
    expect(previewBlocks({ lines: [line([here('身份证 330302199001011237')], 1)] }).blocks).toMatchObject([
      { rows: [{ cells: [{ text: '身份证 330302********1237' }] }] },
    ]);
  });
});

describe('ID numbers in a text', () => {
  it('are masked in half and full width, with a check letter and with spaces', () => {
    expect(maskIdNumbers('33030219900101123X，３３０３０２１９９００１０１１２３７')).toBe(
      '330302********123X，３３０３０２********１２３７',
    );
    expect(maskIdNumbers('330302 19900101 1237')).toBe('330302 ******** 1237');
  });

  it('are told from codes of the same length by the date of birth in them', () => {
    for (const code of ['913303021234567890', '330302199013011237', '3303021990010112371', '2022-10-20']) {
      expect(maskIdNumbers(code)).toBe(code);
    }
  });
});
