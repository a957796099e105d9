import type { CandidateResult, Outcome } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import type { Slot } from '../domain/sheet.ts';
import { type Level, type LevelGroup, stageSchema } from '../domain/values.ts';
import { compare, formatFraction, fractionOfDecimal, fractionOfPoints, multiply } from '../points/fraction.ts';
import { parsePoints, sumOfPoints } from '../points/hundredths.ts';
import { type MergedCandidate, publishedStages, publishedTotal } from './candidates.ts';
import type { JudgedGate } from './gates.ts';
import type { Reason } from './reason.ts';
import { expectedSeats, isOpen, seatsIn } from './seats.ts';

export type Decision = {
  readonly outcome: Outcome;
  readonly levelsRecommended: CandidateResult['levelsRecommended'];
  readonly reasons: readonly Reason[];
};

/**
 * Decides a candidate (design.md §6), on the published points:
 *
 * - `ruled-out` when a gate has failed: the applicant's, the candidate's, or that of the 五—三级 group; that of the 二—一级 group alone
 *   only takes those levels away, unless no others are applied for. A failed gate is final whatever else is open.
 * - `pending` while a sheet is missing, a measurement differs, a gate is open or nobody counts.
 * - `recommended` when the total and every stage reach what the round asks; else `not-recommended`.
 */
export function decide(round: Round, candidate: MergedCandidate): Decision {
  const failed = candidate.gates.filter(({ outcome }) => outcome.outcome === 'not-met');
  const left = candidate.occupation.levels.filter((level) => !failed.some(({ slot }) => slot.levelGroup === groupOf(level)));
  const ruledOut = left.length === 0 || failed.some(({ slot }) => slot.levelGroup === null || slot.levelGroup === 'skilled');
  const open = [...missingSheets(round, candidate), ...openMeasurements(candidate), ...openGates(candidate)];
  const short = candidate.aggregate === null ? [] : shortfalls(round, candidate.aggregate);
  const outcome = ruledOut ? 'ruled-out' : open.length > 0 ? 'pending' : short.length > 0 ? 'not-recommended' : 'recommended';
  return {
    outcome,
    levelsRecommended: outcome === 'recommended' ? left : [],
    reasons: [...failed.map((gate) => gateReason(gate, ruledOut)), ...overrides(candidate), ...open, ...short],
  };
}

function groupOf(level: Level): LevelGroup {
  return level === '二级' || level === '一级' ? 'technician' : 'skilled';
}

function gateReason({ slot, outcome }: JudgedGate, ruledOut: boolean): Reason {
  return {
    code: ruledOut || slot.levelGroup === null ? 'gate-not-met' : 'levels-cut',
    details: { item: outcome.item, ...groupDetail(slot) },
  };
}

function groupDetail({ levelGroup }: Slot): Record<string, string> {
  return levelGroup === null ? {} : { levelGroup };
}

/** Gates that the votes had decided and the chair decided otherwise. */
function overrides({ gates }: MergedCandidate): Reason[] {
  return gates
    .filter(({ question, resolution }) => question === null && resolution !== null)
    .map(({ slot, outcome }) => ({
      code: 'gate-overridden',
      details: {
        item: outcome.item,
        ...groupDetail(slot),
        verdict: outcome.outcome,
        by: outcome.resolvedBy ?? '',
      },
    }));
}

function missingSheets({ rubric }: Round, { seats }: MergedCandidate): Reason[] {
  const expected = expectedSeats(seats);
  if (expected.length === 0) {
    return [{ code: 'no-counting-expert', details: {} }];
  }
  const asked = stageSchema.options.filter((stage) => rubric.items.some((item) => item.stage === stage));
  return [
    ...asked
      .filter((stage) => seatsIn(stage, expected).length === 0)
      .map((stage): Reason => ({ code: 'stage-without-expert', details: { stage } })),
    ...expected.flatMap(({ expert, sheets, standing }) =>
      standing === 'counting'
        ? []
        : stageSchema.options
            .filter((stage) => isOpen(sheets[stage]))
            .map((stage): Reason => ({
              code: sheets[stage] === 'partial' ? 'sheet-partial' : 'sheet-missing',
              details: { expert, stage },
            })),
    ),
  ];
}

function openMeasurements({ unsettled }: MergedCandidate): Reason[] {
  return unsettled.map(({ slot }) => ({
    code: 'measurement-differs',
    details: { item: slot.item, ...groupDetail(slot) },
  }));
}

/** Open gates that wait for the chair; those that only wait for sheets or a measurement are told by these. */
function openGates({ gates }: MergedCandidate): Reason[] {
  return gates.flatMap(({ slot, outcome, question }): Reason[] =>
    outcome.outcome !== 'pending' || question === null || question === 'sheets' || question === 'measurement'
      ? []
      : [
          {
            code: 'gate-open',
            details: { item: outcome.item, ...groupDetail(slot), question },
          },
        ],
  );
}

function shortfalls(round: Round, aggregate: NonNullable<MergedCandidate['aggregate']>): Reason[] {
  const { pass } = round.rules;
  const [total, stages] = [publishedTotal(aggregate), publishedStages(aggregate.stages)];
  const totalShort: Reason[] =
    parsePoints(total) < parsePoints(pass.total) ? [{ code: 'total-below', details: { total, required: pass.total } }] : [];
  const stagesShort = stageSchema.options.flatMap((stage): Reason[] => {
    const max = sumOfPoints(round.rubric.items.filter((item) => item.stage === stage).map((item) => parsePoints(item.max)));
    const required = multiply(fractionOfDecimal(pass.stageShare), fractionOfPoints(max));
    return compare(fractionOfPoints(parsePoints(stages[stage])), required) < 0
      ? [{ code: 'stage-below', details: { stage, points: stages[stage], required: formatFraction(required) } }]
      : [];
  });
  return [...totalShort, ...stagesShort];
}
