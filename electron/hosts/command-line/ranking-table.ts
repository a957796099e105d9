import type { RoundResult } from '#shared/domain/result.ts';
import type { Round } from '#shared/domain/round.ts';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import { rankingRows } from '#electron/reports/ranking-rows.ts';
import { table } from './table.ts';
import { commandTexts } from './texts.ts';
import type { Terminal } from './terminal.ts';

/** The ranking for the terminal, under the round's title. */
export function rankingTable(terminal: Terminal, round: Round, result: RoundResult): string {
  const terms = terminal.language === 'zh' ? termsZh : termsEn;
  const rows = rankingRows(round, result).map((row) => [
    row.rank,
    row.place,
    row.applicant,
    row.occupation,
    row.document,
    row.visit,
    row.roadshow,
    row.total,
    terms.outcome[row.outcome],
    row.levelsRecommended,
  ]);
  const left = (title: string) => ({ title, align: 'left' as const });
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    right(terminal.say(commandTexts.rank)),
    right(terminal.say(commandTexts.place)),
    left(terminal.say(commandTexts.applicant)),
    left(terminal.say(commandTexts.occupation)),
    right(terms.stageShort.document),
    right(terms.stageShort.visit),
    right(terms.stageShort.roadshow),
    right(terminal.say(commandTexts.total)),
    left(terminal.say(commandTexts.outcome)),
    left(terminal.say(commandTexts.levels)),
  ];
  const practice = round.practice ? [terminal.say(commandTexts.practice)] : [];
  return [round.title, ...practice, '', table(columns, rows)].join('\n');
}
