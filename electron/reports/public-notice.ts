import type { Round } from '#shared/domain/round.ts';
import type { RankingRow } from './ranking-rows.ts';

/**
 * A draft of the public notice (公示): what the panel recommends, for the bureau to decide on. It names institutions, occupations and
 * levels only; no person, no ID number, no points. What has no conclusion yet is listed as such, so that nobody takes it for not recommended.
 */
export function publicNotice(round: Pick<Round, 'title' | 'authority' | 'practice'>, rows: readonly RankingRow[]): string {
  const recommended = rows.filter(({ outcome }) => outcome === 'recommended');
  const pending = rows.filter(({ levelsPending }) => levelsPending !== '');
  const listed = (lines: readonly RankingRow[], levelsOf: (row: RankingRow) => string) =>
    lines.map((row, index) => `${index + 1}. ${row.applicant}　${row.occupation}　${levelsOf(row)}`);
  const lines = [
    ...(round.practice ? ['【练习】本文所列单位均为虚构，不作任何用途。', ''] : []),
    '公示（草稿）',
    '',
    `经组织专家评审，${round.title}专家组推荐下列单位和职业（等级）。现予公示，公示期5个工作日，` +
      '自　　年　　月　　日至　　年　　月　　日。如有异议，请在公示期内以书面形式实名反映。',
    '',
    ...listed(recommended, ({ levelsRecommended }) => levelsRecommended),
    ...(recommended.length > 0 ? [] : [pending.length > 0 ? '（目前还没有推荐的单位。）' : '（专家组没有推荐的单位。）']),
    ...(pending.length === 0
      ? []
      : [
          '',
          '【待定】下列单位和职业（等级）专家组尚无意见，有意见后方可公示；公示前请删去本段：',
          ...listed(pending, ({ levelsPending }) => levelsPending),
        ]),
    '',
    round.authority,
    '　　年　　月　　日',
    ...(round.practice ? ['', '【练习】'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
