import type { SheetAddress } from '#db/stores/sheets.ts';
import { proposedAnswers } from '#shared/checks/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import type { OpenProposal } from '#shared/domain/sheet.ts';
import { scoreAnswer, slotKey } from '#shared/scoring/index.ts';
import type { OpenCore } from '../core/core.ts';
import { findingsOf } from '../findings/findings.ts';
import { readableIn, type MyRound } from '../my-round/my-round.ts';

/** What the checks propose for a sheet, by `slotKey`. */
export type Proposals = ReadonlyMap<string, OpenProposal>;

/** Where no check looks. */
export const noProposals: Proposals = new Map();

/**
 * What is found about the application of a sheet, and what that proposes: the same whenever it is asked for, since it follows from the round
 * and its bundles alone. Only documents are checked. Throws the refusals of `readableIn`.
 */
export async function checkedSheet(
  core: OpenCore,
  round: MyRound,
  { application, stage }: Pick<SheetAddress, 'application' | 'stage'>,
): Promise<{ findings: Finding[]; proposals: Proposals }> {
  const { bundle } = readableIn(round, application);
  if (stage !== 'document') {
    return { findings: [], proposals: noProposals };
  }
  const findings = await findingsOf(core, { round: round.round, bundle: bundle.sha256 });
  return { findings, proposals: proposalsOf(findings, round.round.rubric) };
}

/** The proposals of the findings by slot, with the points they would give; one that the rubric does not take is none. */
function proposalsOf(findings: readonly Finding[], rubric: Rubric): Proposals {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  return new Map(
    proposedAnswers(findings, rubric).flatMap(({ slot, answer, finding }) => {
      const item = items.get(slot.item);
      const scored = item === undefined ? null : scoreAnswer(item, answer);
      if (scored?.ok !== true) {
        return [];
      }
      const { value, points } = scored.value.answer;
      return [[slotKey(slot), { finding: finding.code, reason: finding.reason, verdict: finding.verdict, value, points }] as const];
    }),
  );
}
