import type { CandidateResult, Outcome } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import type { Slot } from '../domain/sheet.ts';
import { levelGroupOf, stageSchema } from '../domain/values.ts';
import { compare, formatFraction, fractionOfDecimal, fractionOfPoints, multiply } from '../points/fraction.ts';
import { parsePoints, sumOfPoints } from '../points/hundredths.ts';
import { valueText } from '../scoring/index.ts';
import type { Aggregate } from './aggregate.ts';
import type { AggregatedCandidate, DecidedCandidate } from './candidates.ts';
import { deviating } from './deviation.ts';
import type { AggregatedGroup, DecidedGroup } from './groups.ts';
import { leadingGroup } from './leading.ts';
import { waitsForChair } from './measurements.ts';
import { publishedStages, publishedTotal } from './publish.ts';
import type { Reason } from './reason.ts';
import type { Decisions } from './resolutions.ts';
import { expectedExperts, isOpen, type ExpertOnApplication, stagesWithoutExpert } from './experts-on-application.ts';

/** How a candidate stands. */
export type CandidateOutcome = {
  readonly outcome: Outcome;
  readonly levelsRecommended: CandidateResult['levelsRecommended'];
  readonly reasons: readonly Reason[];
};

/** Decides each level group of a candidate by itself, and finds the one that leads. */
export function decide(round: Round, candidate: AggregatedCandidate, decisions: Decisions): DecidedCandidate {
  const missing = missingSheets(round, candidate);
  const groups = candidate.groups.map((group): DecidedGroup => {
    const explained = ({ expert }: { readonly expert: string }) =>
      decisions.deviation({ application: candidate.application.id, occupation: candidate.occupation.name, expert }) !== null;
    return { ...group, ...decideGroup(round, group, { missing, explained }) };
  });
  return { ...candidate, groups, leading: leadingGroup(groups) };
}

/** What a candidate comes to on its own gates and points: its leading group's outcome, and the levels of every recommended group. */
export function candidateOutcomeOf({ occupation, groups, leading }: DecidedCandidate): CandidateOutcome {
  const recommended = new Set(groups.flatMap(({ group, outcome }) => (outcome === 'recommended' ? [group] : [])));
  return {
    outcome: leading.outcome,
    levelsRecommended: occupation.levels.filter((level) => recommended.has(levelGroupOf(level))),
    reasons: leading.reasons,
  };
}

/**
 * Decides a level group (design.md §6), on the published points:
 *
 * - `ruled-out` when a gate of the applicant, the candidate or the group has failed: final, whatever else is open;
 * - `pending` while a sheet is missing, a measurement or a gate waits, or nobody counts;
 * - `recommended` when the total and every stage reach what the round asks; else `not-recommended`.
 */
function decideGroup(
  round: Round,
  group: AggregatedGroup,
  { missing, explained }: { readonly missing: readonly Reason[]; readonly explained: (matter: { readonly expert: string }) => boolean },
): Pick<DecidedGroup, 'outcome' | 'reasons'> {
  const failed = group.gates.filter(({ outcome }) => outcome.outcome === 'not-met');
  const open = [...missing, ...openMeasurements(group), ...openGates(group)];
  const short = group.aggregate === null ? [] : shortfalls(round, group.aggregate);
  return {
    outcome: failed.length > 0 ? 'ruled-out' : open.length > 0 ? 'pending' : short.length > 0 ? 'not-recommended' : 'recommended',
    reasons: [
      ...failed.map(({ slot, outcome }): Reason => ({ code: 'gate-not-met', details: { item: outcome.item, ...groupDetail(slot) } })),
      ...overrides(group),
      ...open,
      ...short,
      ...samePoints(group),
      ...(group.differing.some(waitsForChair) ? [] : deviating(round.rules, group.totals))
        .filter((matter) => !explained(matter))
        .map(({ expert }): Reason => ({ code: 'deviation-unexplained', details: { expert } })),
    ],
  };
}

function groupDetail({ levelGroup }: Slot): Record<string, string> {
  return levelGroup === null ? {} : { levelGroup };
}

/** Gates that the votes had decided and the chair decided otherwise. */
function overrides({ gates }: AggregatedGroup): Reason[] {
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

function missingSheets({ rubric }: Round, { experts }: { readonly experts: readonly ExpertOnApplication[] }): Reason[] {
  const expected = expectedExperts(experts);
  if (expected.length === 0) {
    return [{ code: 'nobody-counts', details: {} }];
  }
  return [
    ...stagesWithoutExpert(rubric, experts).map((stage): Reason => ({ code: 'stage-without-expert', details: { stage } })),
    ...expected.flatMap(({ expert, sheets, participation }) =>
      participation === 'counting'
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

function openMeasurements({ differing }: AggregatedGroup): Reason[] {
  return differing
    .filter(waitsForChair)
    .map(({ slot }) => ({ code: 'measurement-differs', details: { item: slot.item, ...groupDetail(slot) } }));
}

/** Measurements that differ and come to the same, with all of them. */
function samePoints({ differing }: AggregatedGroup): Reason[] {
  return differing
    .filter(({ settledBy }) => settledBy === 'same-points')
    .map(({ slot, statements }) => ({
      code: 'measurement-same-points',
      details: {
        item: slot.item,
        ...groupDetail(slot),
        values: statements.flatMap(({ statement: { answer } }) => (answer.value === null ? [] : [valueText(answer.value)])).join('；'),
      },
    }));
}

/** Open gates that wait for the chair; those that only wait for sheets or a measurement are told by these. */
function openGates({ gates }: AggregatedGroup): Reason[] {
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

function shortfalls(round: Round, aggregate: Aggregate): Reason[] {
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
