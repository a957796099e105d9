import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundResult } from '#shared/domain/result.ts';
import type { Round } from '#shared/domain/round.ts';
import { electionSentences } from '#shared/election/sentences.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { publicNotice } from './public-notice.ts';
import { rankingCsv } from './ranking-csv.ts';
import { rankingPdf } from './ranking-pdf.ts';
import { reportTitle } from './report-title.ts';
import { rankingRows } from './ranking-rows.ts';
import { rankingXlsx } from './ranking-xlsx.ts';

/** Writes the reports of a merged round into `folder`, which it makes. Returns their file names. */
export async function writeReports({ folder, round, result }: { folder: string; round: Round; result: RoundResult }): Promise<string[]> {
  const rows = rankingRows(round, result);
  const title = reportTitle(round);
  const remark = `${round.practice ? '练习：数据均为虚构。' : ''}专家组推荐意见，由人力资源和社会保障部门研究决定。`;
  const contents = [
    ['ranking', '评审排名', 'csv', rankingCsv(rows, remark)],
    ['ranking', '评审排名', 'xlsx', await rankingXlsx(rows, { title, remark })],
    ['ranking', '评审排名', 'pdf', await rankingPdf({ round, rows, remarks: remarksOf(round, result), sources: sourcesOf(round, result) })],
    ['public-notice', '公示草稿', 'txt', Buffer.from(publicNotice(round, rows), 'utf8')],
  ] as const;
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  for (const [ascii, chinese, extension, bytes] of contents) {
    const name = exportFileName({ ascii, chinese, extension });
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

function remarksOf(round: Round, { resolutions, setAside, candidates, election, leftOut = [] }: RoundResult): string[] {
  const pending = candidates.filter(({ outcome }) => outcome === 'pending').length;
  const recused = new Set(
    candidates.flatMap(({ application, perExpert }) =>
      perExpert
        .filter(({ counted }) => counted === 'recused')
        .map(({ expert }) => `${nameOf(round, expert)}（${applicantOf(round, application)}）`),
    ),
  );
  return [
    ...(recused.size === 0 ? [] : [`回避：${[...recused].join('、')}。`]),
    ...(election === undefined ? [] : electionSentences(election, (id) => nameOf(round, id), 'zh')),
    ...leftOut.map(
      ({ name, applications, reason }) =>
        `再次签发后不再由${name}评审：${applications.map((id) => applicantOf(round, id)).join('、')}。理由：${reason}`,
    ),
    ...resolutions.map(({ reason }, index) => `组长处理意见${index + 1}：${reason}`),
    ...(setAside.length === 0 ? [] : [`未计入的评分结果 ${setAside.length} 份（项），原因见评审结果包。`]),
    ...(pending === 0 ? [] : [`尚有 ${pending} 个申报职业待定，处理后方可定稿。`]),
  ];
}

function sourcesOf(round: Round, result: RoundResult): string[] {
  return [
    `评审批次包 ${result.round.sha256}`,
    ...result.inputs.map(({ expert, sequence, sha256 }) => `评分结果包 ${nameOf(round, expert)} 第${sequence}号 ${sha256}`),
  ];
}

function nameOf({ panel }: Round, id: string): string {
  return panel.find((member) => member.id === id)?.name ?? id;
}

function applicantOf({ applications }: Round, id: string): string {
  return applications.find((application) => application.id === id)?.applicant.name ?? id;
}
