import { AlignmentType, Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { LaidOutBlock } from '#shared/forms/form-layout.ts';
import { withoutTimes } from './timeless-archive.ts';

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };

/** Writes a laid-out form as .docx; `banner` stands at the head of every page. The same form gives the same bytes. */
export async function writeWord(blocks: readonly LaidOutBlock[], banner = ''): Promise<Buffer> {
  const children = blocks.map((block, index) => (block.kind === 'paragraph' ? paragraph(block.text, index === 0) : table(block)));
  const document = new Document({
    creator: 'Linping',
    styles: { default: { document: { run: { font, size: 21 } } } },
    sections: [{ ...(banner === '' ? {} : { headers: { default: new Header({ children: [paragraph(banner)] }) } }), children }],
  });
  return withoutTimes({ name: 'form.docx', bytes: await Packer.toBuffer(document) });
}

function paragraph(text: string, centred?: true | false): Paragraph {
  const runs = text.split('\n').map((line, index) => new TextRun({ text: line, font, ...(index === 0 ? {} : { break: 1 }) }));
  return new Paragraph({ children: runs, ...(centred === true ? { alignment: AlignmentType.CENTER } : {}) });
}

function table(block: Extract<LaidOutBlock, { kind: 'table' }>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, across = 1, down = 1 }) =>
              new TableCell({
                children: text.split('\n').map((line) => paragraph(line)),
                columnSpan: across,
                ...(down > 1 ? { rowSpan: down } : {}),
              }),
          ),
        }),
    ),
  });
}
