import type { Round } from '#shared/domain/round.ts';
import type { RankingRow } from './ranking-rows.ts';

/**
 * A draft of the public notice (公示): what the panel recommends, for the bureau to decide on. It names institutions, occupations and
 * levels only; no person, no ID number, no points.
 */
export function publicNotice(round: Pick<Round, 'title' | 'authority' | 'practice'>, rows: readonly RankingRow[]): string {
  const recommended = rows.filter(({ outcome }) => outcome === 'recommended');
  const lines = [
    ...(round.practice ? ['【练习】本文所列单位均为虚构，不作任何用途。', ''] : []),
    '公示（草稿）',
    '',
    `经组织专家评审，${round.title}专家组推荐下列单位和职业（等级）。现予公示，公示期5个工作日，` +
      '自　　年　　月　　日至　　年　　月　　日。如有异议，请在公示期内以书面形式实名反映。',
    '',
    ...(recommended.length === 0
      ? ['（专家组没有推荐的单位。）']
      : recommended.map(
          ({ applicant, occupation, levelsRecommended }, index) => `${index + 1}. ${applicant}　${occupation}　${levelsRecommended}`,
        )),
    '',
    round.authority,
    '　　年　　月　　日',
    ...(round.practice ? ['', '【练习】'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
