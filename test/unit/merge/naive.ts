import type { RubricItem } from '#shared/domain/rubric.ts';
import type { RoundApplication, Rules } from '#shared/domain/round.ts';
import type { Entry } from '#shared/domain/sheet.ts';
import type { MergeInput, MergeRequest } from '#shared/merge/index.ts';
import { cents, less, type Number_, over, round, show, total } from './naive-numbers.ts';
import { naiveScores } from './naive-scores.ts';

/**
 * The merge written a second time, as plainly as it can be: loops over fractions [top, bottom], nothing shared with the product but the
 * types. It trusts the points in the documents.
 */
export type NaiveCandidate = {
  readonly application: string;
  readonly occupation: string;
  readonly total: string | null;
  readonly stages: { document: string; visit: string; roadshow: string } | null;
  readonly counted: Record<string, string>;
  /** By expert and stage, where the rule goes by stage. */
  readonly stagesCounted: Record<string, Record<string, string>>;
  readonly outcome: string;
  readonly rank: number | null;
  readonly levelsRecommended: string[];
};

export function naiveMerge(request: MergeRequest): NaiveCandidate[] {
  const counting = newest(request);
  const gathered = request.round.applications.flatMap((application) =>
    application.occupations.map((occupation) => oneCandidate(request, counting, { application, occupation })),
  );
  const scores = request.round.rules.aggregate.method === 'z-score' ? naiveScores(request, gathered) : null;
  const worked = gathered.map((each, index) => each.conclude(scores?.[index] ?? null));
  const ranked = worked.map((own) => ({
    ...own.published,
    rank:
      own.strength === null
        ? null
        : 1 + worked.filter((other) => other.strength !== null && own.strength !== null && stronger(other.strength, own.strength)).length,
  }));
  return ranked.map((own) => withinQuota(request, ranked, own));
}

/** What is tied across the edge waits for a vote; where the vote is no tie-break, there is none to wait for. */
function withinQuota({ round: { rules } }: MergeRequest, all: readonly NaiveCandidate[], own: NaiveCandidate): NaiveCandidate {
  const most = rules.quotas?.find((quota) => quota.occupation === own.occupation)?.most ?? all.length;
  const rivals = all.filter((other) => other.occupation === own.occupation && other.outcome === 'recommended');
  const before = rivals.filter((other) => (other.rank ?? 0) < (own.rank ?? 0)).length;
  const beside = rivals.filter((other) => other.rank === own.rank).length;
  if (own.outcome !== 'recommended' || before + beside <= most) {
    return own;
  }
  return before >= most || rules.tieBreak.every((each) => each.by !== 'vote')
    ? { ...own, outcome: 'not-recommended', levelsRecommended: [] }
    : { ...own, outcome: 'pending', levelsRecommended: [], rank: null };
}

function stronger(left: readonly bigint[], right: readonly bigint[]): boolean {
  const at = left.findIndex((points, index) => points !== right[index]);
  return at >= 0 && (left[at] ?? 0n) > (right[at] ?? 0n);
}

/** Per expert the newest number that is readable; a number sent with two contents ends the search with nothing. */
function newest(request: MergeRequest): Map<string, MergeInput> {
  const counting = new Map<string, MergeInput>();
  for (const { id } of request.round.panel) {
    const own = request.inputs.filter(
      (input) => isOfThisRound(request, input) && input.document.expert.id === id && input.signedBy === request.keys[id],
    );
    const numbers = [...new Set(own.map((input) => input.document.sequence))].toSorted((left, right) => right - left);
    for (const number of numbers) {
      const same = own.filter((input) => input.document.sequence === number);
      const contents = new Set(same.map((input) => JSON.stringify(input.document)));
      const [first] = same;
      if (contents.size > 1 || first === undefined) {
        break;
      }
      if (isReadable(request, first)) {
        // Copies of the same contents: the one with the lowest hash is named.
        counting.set(
          id,
          same.reduce((lowest, each) => (each.sha256 < lowest.sha256 ? each : lowest)),
        );
        break;
      }
    }
  }
  return counting;
}

/** Made for this issue of the round or for one that it replaces, by the rubric and the rules of today. */
function isOfThisRound({ round: of, roundSha256 }: MergeRequest, { document }: MergeInput): boolean {
  const issues = [roundSha256, ...(of.replaces ?? [])];
  const asked = document.rubricSha256 === of.rubricSha256 && document.rulesSha256 === of.rulesSha256;
  return asked && document.round.id === of.id && issues.includes(document.round.sha256);
}

function isReadable({ round: of }: MergeRequest, { document }: MergeInput): boolean {
  const codes = of.rubric.items.map(({ code }) => code);
  return document.sheets.every((sheet) => {
    const applicant = of.applications.find(({ id }) => id === sheet.application)?.applicant.id;
    const assigned = stagesOf(of, document.expert.id, sheet.application).includes(sheet.stage);
    const recused =
      document.recusals.some((each) => each.applicant === applicant) ||
      of.recusals.some((each) => each.expert === document.expert.id && each.applicant === applicant);
    return !assigned || recused || sheet.entries.every(({ item }) => codes.includes(item));
  });
}

function stagesOf({ assignments }: MergeRequest['round'], expert: string, application: string): string[] {
  const found = assignments.find((each) => each.expert === expert && each.application === application);
  return found === undefined ? [] : (found.stages ?? [...allStages]);
}

const allStages = ['document', 'visit', 'roadshow'] as const;

type Where = { application: RoundApplication; occupation: RoundApplication['occupations'][number] };

function oneCandidate(request: MergeRequest, counting: Map<string, MergeInput>, { application, occupation }: Where) {
  const { round: of, resolutions } = request;
  const groups = [
    ...(occupation.levels.some((level) => ['五级', '四级', '三级'].includes(level)) ? ['skilled'] : []),
    ...(occupation.levels.some((level) => ['二级', '一级'].includes(level)) ? ['technician'] : []),
  ];
  const mine = (id: string) => stagesOf(of, id, application.id);
  const sheetsOf = (id: string) =>
    (counting.get(id)?.document.sheets ?? []).filter((sheet) => sheet.application === application.id && mine(id).includes(sheet.stage));
  const counted: Record<string, string> = {};
  const stagesCounted: Record<string, Record<string, string>> = {};
  const experts: string[] = [];
  for (const { id } of of.panel) {
    const declared = counting.get(id)?.document.recusals.some((recusal) => recusal.applicant === application.applicant.id);
    const imposed = of.recusals.some((recusal) => recusal.expert === id && recusal.applicant === application.applicant.id);
    const assigned = mine(id).length > 0;
    const excluded = resolutions.some(
      (each) => each.kind === 'exclude-expert' && each.expert === id && (each.application === null || each.application === application.id),
    );
    if (declared === true || imposed) {
      counted[id] = 'recused';
    } else if (assigned && excluded) {
      counted[id] = 'excluded';
    } else if (assigned) {
      counted[id] = sheetsOf(id).length === mine(id).length ? 'kept' : 'missing';
      experts.push(id);
    }
  }
  const here = experts.filter((id) => counted[id] === 'kept');

  const onFile = new Map<string, Entry[]>();
  for (const id of experts) {
    for (const entry of sheetsOf(id).flatMap((sheet) => sheet.entries)) {
      const key = [id, entry.item, entry.occupation, entry.levelGroup].join('|');
      onFile.set(key, [...(onFile.get(key) ?? []), entry]);
    }
  }
  const entriesOf = (id: string, item: RubricItem, where: { occupation: string | null; group: string | null }) =>
    onFile.get([id, item.code, where.occupation, where.group].join('|')) ?? [];
  const places = (item: RubricItem) =>
    item.scope === 'applicant'
      ? [{ occupation: null, group: null }]
      : item.scope === 'candidate'
        ? [{ occupation: occupation.name, group: null }]
        : groups.map((group) => ({ occupation: occupation.name, group }));
  let unsettled = false;
  /** The entry that stands: where the values differ, that of an expert whose value the chair chose. */
  const standing = (id: string, item: RubricItem, where: { occupation: string | null; group: string | null }): Entry | undefined => {
    const own = entriesOf(id, item, where)[0];
    const everyone = experts.flatMap((each) => entriesOf(each, item, where));
    if (item.kind !== 'measured' || new Set(everyone.map((entry) => JSON.stringify(entry.value))).size < 2) {
      return own;
    }
    const chosen = resolutions.find(
      (each) =>
        each.kind === 'measurement' &&
        each.application === application.id &&
        each.item === item.code &&
        each.occupation === where.occupation &&
        each.levelGroup === where.group,
    );
    if (chosen?.kind !== 'measurement') {
      unsettled = true;
      return own;
    }
    const all = request.inputs.flatMap((input) => input.document.sheets).filter((sheet) => sheet.application === application.id);
    return all
      .flatMap((sheet) => sheet.entries)
      .find((entry) => entry.item === item.code && JSON.stringify(entry.value) === JSON.stringify(chosen.value));
  };

  const scored = of.rubric.items.filter((item) => item.kind !== 'gate');
  const pointsOf = (id: string, item: RubricItem): Number_ => {
    const points = places(item).map((where): Number_ => [cents(standing(id, item, where)?.points ?? '0.00'), 100n]);
    return over(total(points), points.length);
  };
  /** What each gives each scored item; null where its stage is not the expert's. */
  const table = new Map(here.map((id) => [id, scored.map((item) => (mine(id).includes(item.stage) ? pointsOf(id, item) : null))]));
  // Also what only experts with missing sheets dispute keeps the candidate open.
  of.rubric.items.forEach((item) => places(item).forEach((where) => standing(experts[0] ?? '', item, where)));
  const sums = (id: string, which: (item: RubricItem) => boolean) =>
    total((table.get(id) ?? []).flatMap((points, index) => (points !== null && which(scored[index] ?? neverItem) ? [points] : [])));

  const { method, by, minExperts, dropHighest, dropLowest } = of.rules.aggregate;
  const everything = () => true;
  const byStage = by === 'stage' && method !== 'z-score';
  const covered = (ids: string[]) => allStages.every((stage) => ids.some((id) => mine(id).includes(stage)));
  const publishable = here.length > 0 && here.length === experts.length && covered(here) && !unsettled;
  /** What is averaged by itself: everything, each stage, or each item; with who is left of those who scored it. */
  const blocks = (
    byStage
      ? allStages.map((stage) => (item: RubricItem) => item.stage === stage)
      : by === 'item' && method !== 'z-score'
        ? scored.map((one) => (item: RubricItem) => item === one)
        : [everything]
  ).map((holds) => {
    const scorers = here.filter((id) => scored.some((item) => holds(item) && mine(id).includes(item.stage)));
    const points = new Map(scorers.map((id) => [id, sums(id, holds)]));
    const half = Math.floor((scorers.length - 1) / 2);
    const trims = method === 'trimmed' && scorers.length >= minExperts && scorers.length > dropHighest + dropLowest;
    const left = new Set(scorers);
    const becomes = new Map(scorers.map((id) => [id, 'kept']));
    const drop = (how: string, beats: (one: Number_, other: Number_) => boolean) => {
      const worst = [...left].find((id) => [...left].every((other) => !beats(points.get(other) ?? [0n, 1n], points.get(id) ?? [0n, 1n])));
      left.delete(worst ?? '');
      becomes.set(worst ?? '', how);
    };
    for (let times = 0; times < (method === 'median' ? half : trims ? dropHighest : 0); times += 1) {
      drop('dropped-high', (one, other) => less(other, one));
    }
    for (let times = 0; times < (method === 'median' ? half : trims ? dropLowest : 0); times += 1) {
      drop('dropped-low', (one, other) => less(one, other));
    }
    return { holds, left: [...left], becomes };
  });
  if (publishable && blocks.length === 1) {
    blocks.forEach(({ becomes }) => Object.assign(counted, Object.fromEntries(becomes)));
  }
  for (const id of publishable && byStage ? here : []) {
    stagesCounted[id] = Object.fromEntries(
      allStages.flatMap((stage, index) => {
        const how = blocks[index]?.becomes.get(id);
        return how === undefined ? [] : [[stage, how]];
      }),
    );
  }
  const across = (which: (item: RubricItem) => boolean): bigint =>
    round(
      total(blocks.map(({ holds, left }) => over(total(left.map((id) => sums(id, (item) => holds(item) && which(item)))), left.length))),
    );

  const failed: string[] = [];
  let open = here.length < experts.length || !covered(experts) || unsettled;
  for (const item of of.rubric.items) {
    for (const where of item.gate === undefined ? [] : places(item)) {
      const voters = experts.filter((id) => mine(id).includes(item.stage));
      const verdicts = voters.map((id) => verdictOf(item, standing(id, item, where)));
      const given = verdicts.filter((verdict) => verdict !== null);
      const against = given.filter((verdict) => verdict === 'not-met').length;
      const brought =
        item.code === 'G09' &&
        experts.some((id) => standing(id, itemNamed(of.rubric.items, 'B12'), { occupation: null, group: null })?.points === '0.00');
      const disputed = item.kind === 'measured' && isDisputed(item, where);
      const all = here.length === experts.length && voters.length > 0 && !disputed;
      const decided = resolutions.findLast(
        (each) =>
          each.kind === 'gate' &&
          each.application === application.id &&
          each.item === item.code &&
          each.occupation === where.occupation &&
          each.levelGroup === where.group,
      );
      if (decided?.kind === 'gate') {
        failed.push(...(decided.verdict === 'not-met' ? [where.group ?? 'all'] : []));
      } else if (!all || given.includes('doubtful')) {
        open = true;
      } else if (item.gate?.type === 'hard' ? new Set(given).size > 1 : against * 2 === given.length) {
        open = true;
      } else if (item.gate?.type === 'hard' ? against > 0 : against * 2 > given.length) {
        failed.push(where.group ?? 'all');
      } else if (brought) {
        open = true;
      }
    }
  }
  const ruledOut = failed.includes('all') || failed.includes('skilled') || (failed.includes('technician') && groups.length === 1);
  const left = occupation.levels.filter((level) => !(failed.includes('technician') && ['二级', '一级'].includes(level)));
  const stages = publishable
    ? {
        document: across((item) => item.stage === 'document'),
        visit: across((item) => item.stage === 'visit'),
        roadshow: across((item) => item.stage === 'roadshow'),
      }
    : null;
  return {
    /** By expert in roster order; null while the candidate has no total. */
    totals: publishable ? here.map((id) => ({ id, points: sums(id, everything) })) : null,
    conclude,
  };

  function conclude(score: Number_ | null) {
    const sum = !publishable ? null : score === null ? across(everything) : round(score);
    const enough =
      sum !== null && stages !== null && sum >= 8000n && stages.document >= 3000n && stages.visit >= 1800n && stages.roadshow >= 1200n;
    const outcome = ruledOut ? 'ruled-out' : open ? 'pending' : enough ? 'recommended' : 'not-recommended';
    return {
      published: {
        application: application.id,
        occupation: occupation.name,
        total: sum === null ? null : show(sum),
        stages: stages === null ? null : { document: show(stages.document), visit: show(stages.visit), roadshow: show(stages.roadshow) },
        counted,
        stagesCounted,
        outcome,
        levelsRecommended: outcome === 'recommended' ? left : [],
      },
      strength:
        sum === null || stages === null || ruledOut || open ? null : [sum, ...of.rules.tieBreak.map((each) => tieBreaker(each, stages))],
    };
  }

  function tieBreaker(tieBreak: Rules['tieBreak'][number], points: Record<'document' | 'visit' | 'roadshow', bigint>): bigint {
    if (tieBreak.by === 'vote') {
      const vote = resolutions.findLast((each) => each.kind === 'tie');
      const place =
        vote?.kind === 'tie'
          ? vote.order.findIndex((each) => each.application === application.id && each.occupation === occupation.name)
          : 0;
      return BigInt(-place);
    }
    return tieBreak.by === 'stage' ? points[tieBreak.stage] : across((item) => item.category === tieBreak.category);
  }

  function isDisputed(item: RubricItem, where: { occupation: string | null; group: string | null }): boolean {
    const before = unsettled;
    unsettled = false;
    standing(experts[0] ?? '', item, where);
    const disputed = unsettled;
    unsettled = before || disputed;
    return disputed;
  }
}

const neverItem: RubricItem = {
  code: 'X00',
  stage: 'visit',
  category: '',
  scope: 'applicant',
  kind: 'judged',
  text: '',
  max: '0.00',
  comment: 'optional',
  clause: '',
};

function itemNamed(items: readonly RubricItem[], code: string): RubricItem {
  return items.find((item) => item.code === code) ?? neverItem;
}

/** The random rounds' verdicts: an entry's own, else by the item's threshold. */
function verdictOf(item: RubricItem, entry: Entry | undefined): string | null {
  if (entry === undefined) {
    return null;
  }
  const condition = item.gate?.failsWhen;
  if (condition === undefined || entry.verdict !== null) {
    return entry.verdict;
  }
  if (condition.kind === 'unticked') {
    return entry.value?.kind === 'checklist' && entry.value.ticked.includes(condition.box) ? 'met' : 'not-met';
  }
  // Every gate with a number is a threshold that full points need.
  return entry.points === item.max ? 'met' : 'not-met';
}
