import type { Round, RoundApplication, Rules, TieBreak } from '../domain/round.ts';
import type { Rubric, RubricItem } from '../domain/rubric.ts';
import type { CandidateResult } from '../domain/result.ts';
import type { Sheet } from '../domain/sheet.ts';
import { stageSchema } from '../domain/values.ts';
import { compare, divide, type Fraction, fraction, multiply, roundHalfUp, subtract, zero } from '../points/fraction.ts';
import { formatPoints, type Hundredths, parsePoints, sumOfPoints } from '../points/hundredths.ts';
import type { ScoreDocument } from '../packages/documents.ts';
import type { Aggregate } from './aggregate.ts';
import type { DecidedCandidate } from './candidates.ts';
import { absolute, besideOthers, deviating } from './deviation.ts';
import { type Explanation, explanationOf } from './explain.ts';
import { workOut } from './merge.ts';
import { publish } from './publish.ts';
import { scoreFor } from './rank.ts';
import type { MergeInput, MergeRequest } from './request.ts';

/** What the rules do to made-up scores: each part shows one rule at work. Points and shares are published text. */
export type RuleExample = {
  /** How one candidate's total comes about from its experts'. */
  readonly aggregate: Explanation;
  /** A candidate that is strong in two stages and weak in the roadshow. */
  readonly pass: Pick<CandidateResult, 'total' | 'outcome' | 'reasons'>;
  /** Two candidates with the same total, each with what the tie-break compares, in the order of its steps (null: a vote). */
  readonly tie: readonly {
    readonly name: string;
    readonly total: string | null;
    readonly compared: (string | null)[];
    readonly rank: number | null;
  }[];
  /** Each expert's total beside the mean of the others', how far it is from it in per cent, and whether that needs a reason. */
  readonly deviation: readonly {
    readonly name: string;
    readonly total: string;
    readonly others: string;
    readonly percent: string;
    readonly deviates: boolean;
  }[];
};

/** Hundredths of an item's maximum that the made-up experts give the first candidate, in roster order and then again from the start. */
const spread = [86, 92, 66, 88, 97, 84, 90, 82, 87] as const;
const occupation = '示例职业';
const names = ['甲', '乙', '丙', '丁'] as const;

/**
 * The rules at work on made-up scores, through the same merge as real ones: so many experts as the rules ask for (five at least), four
 * candidates, and one item for each stage and category of the rubric, worth what that category is worth there.
 */
export function ruleExample(rules: Rules, rubric: Pick<Rubric, 'items'>): RuleExample {
  const request = exampleRequest(rules, rubric);
  const { applications, ranking, standing } = workOut(request);
  const [first, second, ...tied] = applications.flatMap(({ candidates }) => candidates);
  const aggregate = explanationOf(request, there(first));
  const published = (candidate: DecidedCandidate) => publish(candidate, { ...standing(candidate), rank: ranking.rankOf(candidate) });
  const { totals } = there(first).leading;
  const far = new Set(deviating(rules, totals).map(({ expert }) => expert));
  return {
    aggregate,
    pass: published(there(second)),
    tie: tied.map((candidate) => {
      const { total, rank } = published(candidate);
      return {
        name: candidate.application.applicant.name,
        total,
        compared: rules.tieBreak.map((tieBreak) => comparedBy(tieBreak, candidate.leading.aggregate)),
        rank,
      };
    }),
    deviation: aggregate.experts.flatMap(({ expert, name }) =>
      besideOthers(totals)
        .filter((each) => each.expert === expert)
        .map(({ own, others }) => ({
          name,
          total: formatPoints(roundHalfUp(own)),
          others: formatPoints(roundHalfUp(others)),
          percent: percentOf(absolute(subtract(own, others)), others),
          deviates: far.has(expert),
        })),
    ),
  };
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) {
    throw new RangeError('the example has fewer candidates than it shows');
  }
  return value;
}

function percentOf(part: Fraction, whole: Fraction): string {
  return compare(whole, zero) === 0 ? '0.00' : formatPoints(roundHalfUp(multiply(fraction(100n), divide(part, whole))));
}

function comparedBy(tieBreak: TieBreak, aggregate: Aggregate | null): string | null {
  return aggregate === null || tieBreak.by === 'vote' ? null : formatPoints(scoreFor(tieBreak, aggregate));
}

/** One judged item for each stage and category, worth what the rubric's items there are worth together. */
function categoriesOf({ items }: Pick<Rubric, 'items'>): RubricItem[] {
  const scored = items.filter(({ kind, max }) => kind !== 'gate' && parsePoints(max) > 0n);
  const groups = Map.groupBy(scored, ({ stage, category }) => JSON.stringify([stage, category]));
  return [...groups.values()].flatMap((group, index): RubricItem[] =>
    group.slice(0, 1).map(({ stage, category, clause }) => ({
      code: `X${String(index + 1).padStart(2, '0')}`,
      stage,
      category,
      scope: 'applicant',
      kind: 'judged',
      text: category,
      max: formatPoints(sumOfPoints(group.map(({ max }) => parsePoints(max)))),
      step: '0.01',
      comment: 'optional',
      clause,
    })),
  );
}

const sha256 = (digit: string): string => digit.repeat(64);
const at = '2022-11-15T09:00:00+08:00';

/** The made-up round with its scores, as a merge is given them: a practice round, so that nothing of it can be taken for a real one. */
export function exampleRequest(rules: Rules, rubric: Pick<Rubric, 'items'>): MergeRequest {
  const items = categoriesOf(rubric);
  const experts = Array.from({ length: Math.max(5, rules.aggregate.minExperts) }, (_, index) => `e${index + 1}`);
  const applications = names.map((name, index): RoundApplication => ({
    id: `a${index + 1}`,
    applicant: { id: `u${index + 1}`, name, type: null },
    occupations: [{ name: occupation, levels: ['五级'] }],
    bundle: { sha256: sha256(String(index)), bytes: 0 },
  }));
  const round: Round = {
    id: 'example',
    title: '示例',
    practice: true,
    authority: '',
    notice: '',
    schedule: { applicationsUntil: null, documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null },
    rubric: { id: 'example', version: 1, title: '示例', source: '示例', notes: [], items },
    rubricSha256: sha256('b'),
    rules,
    rulesSha256: sha256('c'),
    panel: experts.map((id, index) => ({
      id,
      name: `${index + 1}`,
      organisation: '',
      role: index === 0 ? 'chair' : 'expert',
      signKey: { kty: 'OKP', crv: 'Ed25519', x: '' },
      ageRecipient: '',
    })),
    applications,
    assignments: experts.flatMap((expert) => applications.map(({ id: application }) => ({ expert, application }))),
    recusals: [],
  };
  return {
    round,
    roundSha256: sha256('a'),
    keys: Object.fromEntries(experts.map((id) => [id, id])),
    inputs: experts.map((expert, index): MergeInput => ({
      sha256: `${index}`.padStart(64, '0'),
      signedBy: expert,
      document: scoreOf(round, { expert, index }),
    })),
    resolutions: [],
  };
}

function scoreOf(round: Round, { expert, index }: { readonly expert: string; readonly index: number }): ScoreDocument {
  return {
    kind: 'score',
    format: 1,
    round: { id: round.id, sha256: sha256('a') },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    expert: { id: expert, name: expert, key: expert },
    sequence: 1,
    sealedAt: at,
    declarations: [],
    recusals: [],
    sheets: round.applications.flatMap(({ id }, place) => sheetsOf(round.rubric.items, { application: id, place, index })),
    audit: { head: sha256('d'), count: 1 },
  };
}

function sheetsOf(
  items: readonly RubricItem[],
  { application, place, index }: { readonly application: string; readonly place: number; readonly index: number },
): Sheet[] {
  const points = pointsOf(items, { place, index });
  return stageSchema.options.map((stage) => ({
    application,
    stage,
    methods: [],
    startedAt: at,
    completedAt: at,
    entries: items
      .filter((item) => item.stage === stage)
      .map(({ code }) => ({
        item: code,
        occupation: null,
        levelGroup: null,
        value: null,
        points: formatPoints(points.get(code) ?? 0n),
        verdict: null,
        comment: '',
        evidence: [],
        recordedAt: at,
        history: [],
      })),
  }));
}

/** What an expert gives each item: 甲 by the spread, 乙 little in the roadshow, 丙 and 丁 the same but for one point between two stages. */
function pointsOf(
  items: readonly RubricItem[],
  { place, index }: { readonly place: number; readonly index: number },
): Map<string, Hundredths> {
  const share = (stage: RubricItem['stage']): number => {
    const expert = index % spread.length;
    switch (place) {
      case 0:
        return spread[expert] ?? 0;
      case 1:
        return (stage === 'roadshow' ? 52 : 92) + (expert % 3);
      default:
        return 84 + (expert % 4);
    }
  };
  const points = new Map(items.map(({ code, stage, max }) => [code, (parsePoints(max) * BigInt(share(stage))) / 100n]));
  if (place === 3) {
    const largest = (stage: RubricItem['stage']) =>
      items.filter((item) => item.stage === stage).toSorted((left, right) => Number(parsePoints(right.max) - parsePoints(left.max)))[0];
    const [from, to] = [largest('document'), largest('visit')];
    if (from !== undefined && to !== undefined) {
      const [given, taken, room] = [points.get(from.code) ?? 0n, points.get(to.code) ?? 0n, parsePoints(to.max)];
      const moved = [100n, given, room - taken].reduce((left, right) => (left < right ? left : right));
      points.set(from.code, given - moved).set(to.code, taken + moved);
    }
  }
  return points;
}
