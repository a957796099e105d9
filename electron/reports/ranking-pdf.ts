import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import PdfDocument from 'pdfkit';
import { comparesTotals, type Round } from '#shared/domain/round.ts';
import { reportTitle } from './report-title.ts';
import { rankingColumns, type RankingRow } from './ranking-rows.ts';

const font = fileURLToPath(import.meta.resolve('#assets/fonts/noto-sans-sc-regular.ttf'));
const margin = 40;
/** Between a cell's text and its edges, in points. */
const inset = 5;
const size = { title: 15, text: 9, small: 8 };

export type RankingReport = {
  readonly round: Pick<Round, 'title' | 'authority' | 'practice' | 'rules' | 'rubric'>;
  readonly rows: readonly RankingRow[];
  /** Printed under the table: what was set aside, resolved or left open. */
  readonly remarks: readonly string[];
  /** The identity of the round and of each score package that counted. */
  readonly sources: readonly string[];
};

/** The ranking as a PDF for printing (A4, landscape), with page numbers, and 练习 on every page of a practice round. */
export async function rankingPdf({ round, rows, remarks, sources }: RankingReport): Promise<Buffer> {
  const document = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    info: { Title: `${round.title} 评审排名`, Creator: 'Linping', CreationDate: new Date(0) },
  });
  const bytes = buffer(document);
  document.font(font);
  document.fontSize(size.title).text(reportTitle(round), { align: 'center' });
  document.moveDown(0.3).fontSize(size.text).text(rulesSentence(round), { align: 'center' }).moveDown(0.6);
  drawTable(document, rows);
  document.fontSize(size.text).moveDown(0.8);
  for (const remark of remarks) {
    document.text(remark, margin, document.y, { width: usableWidth(document) });
  }
  document.moveDown(0.5).text('本表为专家组推荐意见，由人力资源和社会保障部门研究决定。', margin, document.y);
  document.moveDown(1).text('组长签名：　　　　　　　　　　　　　　　　专家签名：', margin, document.y).moveDown(1);
  document.fontSize(size.small).fillColor('#555555');
  for (const source of sources) {
    document.text(source, margin, document.y, { width: usableWidth(document) });
  }
  markPages(document, round.practice);
  document.end();
  return bytes;
}

type Pdf = InstanceType<typeof PdfDocument>;

function usableWidth(document: Pdf): number {
  return document.page.width - 2 * margin;
}

function rulesSentence({ rubric, rules }: RankingReport['round']): string {
  const { method, by, minExperts, dropHighest, dropLowest } = rules.aggregate;
  const what = { total: '总分', stage: '各环节得分', item: '各评分项得分' }[by];
  const each = {
    mean: `各专家${what}的算术平均`,
    trimmed: `各专家${what}，${minExperts}名及以上专家计分时去掉${dropHighest}个最高分和${dropLowest}个最低分后平均`,
    median: `各专家${what}的中位数`,
    'z-score': '各专家总分标准化后平均',
  }[method];
  const how = comparesTotals(rules) ? each : `${each}，再相加`;
  return `评分标准：${rubric.title}；总分：${how}；合格：无门槛项不符合，总分不低于${rules.pass.total}，各环节不低于满分的${Number(rules.pass.stageShare) * 100}%。`;
}

/** Draws the table row by row; its head again on each new page. */
function drawTable(document: Pdf, rows: readonly RankingRow[]): void {
  const whole = rankingColumns.reduce((sum, { width }) => sum + width, 0);
  const unit = usableWidth(document) / whole;
  const bottom = document.page.height - margin - 24;
  let top = document.y;
  const drawRow = (cells: readonly string[], fill: string | null): void => {
    document.fontSize(size.text);
    const heights = rankingColumns.map(({ width }, index) =>
      document.heightOfString(cells[index] ?? '', { width: width * unit - 2 * inset }),
    );
    const height = Math.max(...heights) + 6;
    let left = margin;
    if (fill !== null) {
      document.rect(margin, top, usableWidth(document), height).fill(fill);
    }
    document.fillColor('#000000');
    for (const [index, { width, points, key }] of rankingColumns.entries()) {
      const align = points ? 'right' : key === 'rank' || key === 'place' ? 'center' : 'left';
      document.text(cells[index] ?? '', left + inset, top + 3, { width: width * unit - 2 * inset, align });
      left += width * unit;
    }
    top += height;
    document
      .moveTo(margin, top)
      .lineTo(margin + usableWidth(document), top)
      .lineWidth(0.4)
      .strokeColor('#999999')
      .stroke();
  };
  const head = rankingColumns.map(({ title }) => title);
  drawRow(head, '#e8efee');
  for (const row of rows) {
    if (top + 40 > bottom) {
      document.addPage();
      top = margin;
      drawRow(head, '#e8efee');
    }
    drawRow(
      rankingColumns.map(({ key }) => row[key]),
      null,
    );
  }
  document.x = margin;
  document.y = top;
}

function markPages(document: Pdf, practice: boolean): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Text below the margin would otherwise start a page of its own.
    document.page.margins.bottom = 0;
    const foot = `${practice ? '练习　' : ''}第 ${page + 1} 页，共 ${count} 页`;
    document
      .fontSize(size.small)
      .fillColor('#555555')
      .text(foot, margin, document.page.height - 28, { width: usableWidth(document), align: 'center', lineBreak: false });
    if (practice) {
      document
        .save()
        .fillColor('#000000', 0.06)
        .fontSize(150)
        .rotate(-25, { origin: [document.page.width / 2, document.page.height / 2] });
      document.text('练习', 0, document.page.height / 2 - 110, { width: document.page.width, align: 'center', lineBreak: false });
      document.restore();
    }
  }
}
