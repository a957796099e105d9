import type { MergeInput, MergeRequest } from '#shared/merge/index.ts';
import { type NaiveGroup, naiveGroup } from './naive-group.ts';
import { naiveGroups, naivePanel, naivePlaces, naiveStages } from './naive-panel.ts';
import { naiveScale } from './naive-scores.ts';

/**
 * The merge written a second time, as plainly as it can be, from design.md §6 and §7: loops over fractions [top, bottom], nothing shared
 * with the product but the types. It trusts the points in the documents.
 */
export type NaiveCandidate = NaiveGroup & {
  readonly application: string;
  readonly occupation: string;
  readonly rank: number | null;
  readonly levelsRecommended: string[];
  readonly groups: NaiveGroup[];
  /** Each gate that bears on it: item, level group, outcome. */
  readonly gates: (string | null)[][];
};

export function naiveMerge(request: MergeRequest): NaiveCandidate[] {
  const { round } = request;
  const counting = newest(request);
  const cases = round.applications.flatMap((application) => {
    const panel = naivePanel(request, counting, application);
    return application.occupations.map((occupation) => ({
      panel,
      occupation,
      groups: naiveGroups(occupation).map((group) => naiveGroup(request, panel, { occupation, group })),
    }));
  });
  // One entry per expert and candidate: 五—三级's if applied for, else 二—一级's.
  const scale =
    round.rules.aggregate.method === 'z-score'
      ? naiveScale(
          request,
          cases.flatMap(({ groups }) => groups[0]?.totals ?? []),
        )
      : null;
  const worked = cases.map(({ panel, occupation, groups }) => {
    const concluded = groups.map((each) => each.conclude(scale));
    const best = Math.min(...concluded.map(({ published }) => order.indexOf(published.outcome)));
    const tied = concluded.filter(({ published }) => order.indexOf(published.outcome) === best);
    const most = tied.reduce((highest, { points }) => (points > highest ? points : highest), -1n);
    const leading = tied.find(({ points }) => points === most) ?? tied[0];
    if (leading === undefined) {
      throw new Error('a candidate without levels');
    }
    const { published, stages, points } = leading;
    const isRanked = ['recommended', 'not-recommended'].includes(published.outcome) && stages !== null;
    const breakers = round.rules.tieBreak.map((each): bigint | 'vote' =>
      each.by === 'vote' ? 'vote' : each.by === 'stage' ? (stages?.[each.stage] ?? 0n) : leading.category(each.category),
    );
    const recommended = concluded.flatMap((each) => (each.published.outcome === 'recommended' ? [each.published.group] : []));
    return {
      candidate: {
        ...published,
        application: panel.application.id,
        occupation: occupation.name,
        levelsRecommended: occupation.levels.filter((level) =>
          recommended.includes(['二级', '一级'].includes(level) ? 'technician' : 'skilled'),
        ),
        groups: concluded.map((each) => each.published),
        gates: round.rubric.items.flatMap((item) =>
          item.gate === undefined
            ? []
            : naivePlaces(item, panel.application)
                .filter((place) => (place.occupation ?? occupation.name) === occupation.name)
                .map((place) => [item.code, place.group, panel.gate(item, place)]),
        ),
      },
      strength: isRanked ? [points, ...breakers] : null,
    };
  });
  const ranks = naiveRanks(
    request,
    worked.map(({ candidate, strength }) => ({ name: [candidate.application, candidate.occupation], strength })),
  );
  const ranked = worked.map(({ candidate }, index) => ({ ...candidate, rank: ranks[index] ?? null }));
  return ranked.map((own) => withinQuota(request, ranked, own));
}

const order = ['recommended', 'pending', 'not-recommended', 'ruled-out'];

type Contender = { readonly name: readonly string[]; readonly strength: readonly (bigint | 'vote')[] | null };

/** Groups of equals, split again by each thing that is compared; of the votes that name all of a group the newest splits it. */
function naiveRanks({ resolutions }: MergeRequest, all: readonly Contender[]): (number | null)[] {
  let groups = [all.filter(({ strength }) => strength !== null)];
  const newestFirst = resolutions.toSorted((left, right) => right.sequence - left.sequence);
  for (let at = 0; at < Math.max(0, ...all.map(({ strength }) => strength?.length ?? 0)); at += 1) {
    groups = groups.flatMap((group) => {
      if (group[0]?.strength?.[at] !== 'vote') {
        const numbers = [...new Set(group.map(({ strength }) => strength?.[at]))].toSorted((left, right) =>
          (left ?? 0n) > (right ?? 0n) ? -1 : 1,
        );
        return numbers.map((number) => group.filter(({ strength }) => strength?.[at] === number));
      }
      const places = newestFirst
        .flatMap((each) =>
          each.kind === 'tie' ? [each.order.map(({ application, occupation }) => [application, occupation].join('|'))] : [],
        )
        .find((names) => group.every(({ name }) => names.includes(name.join('|'))));
      return places === undefined || group.length < 2
        ? [group]
        : group.toSorted((left, right) => places.indexOf(left.name.join('|')) - places.indexOf(right.name.join('|'))).map((each) => [each]);
    });
  }
  return all.map((one) => {
    const at = groups.findIndex((group) => group.includes(one));
    return at < 0 ? null : 1 + groups.slice(0, at).flat().length;
  });
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
  return found === undefined ? [] : (found.stages ?? [...naiveStages]);
}
