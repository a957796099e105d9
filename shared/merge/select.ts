import canonicalize from 'canonicalize';
import type { SetAside } from '../domain/result.ts';
import { isIssueOf } from '../domain/round.ts';
import { type ContentRefusal, type Contents, readContents } from './content.ts';
import { type RoundIndex, roundIndexOf } from './round-index.ts';
import type { MergeInput, MergeRequest } from './request.ts';

/** One expert's sequence number under which different contents arrived. */
export type Equivocation = {
  readonly expert: string;
  readonly sequence: number;
  readonly sha256s: readonly string[];
  /** No newer clean sequence has arrived: the expert has nothing that counts. */
  readonly open: boolean;
};

/** A package that counts, its answers scored. */
export type CountingPackage = MergeInput & { readonly contents: Contents };

export type Selection = {
  /** The package that counts for each expert; an expert without one is absent. */
  readonly counting: ReadonlyMap<string, CountingPackage>;
  readonly setAside: readonly SetAside[];
  readonly equivocations: readonly Equivocation[];
};

type MergeCode = 'merge/equivocation' | 'merge/same-content' | 'merge/superseded' | ContentRefusal['code'] | Stranger;
type Stranger = 'merge/other-round' | 'merge/other-rubric' | 'merge/other-rules' | 'merge/not-on-roster' | 'merge/signed-by-another';

/**
 * Chooses the package that counts for each expert (design.md §7): the newest valid sequence number. Everything else is set aside
 * with its code; the outcome depends on the set of packages only, not on their order or on how often one is given.
 *
 * The same number with other content is an equivocation: nothing of that number counts. While it is the expert's newest, nothing of
 * the expert counts at all, an older number neither: which of the two the expert stands by is unknown, and going back would quietly
 * undo what was sent since. A newer number ends it, or the chair excludes the expert. An equivocation is looked for among all packages
 * of the round that the expert signed, before their contents are checked; a package that is refused for its contents does not hide an
 * older valid one.
 */
export function select(request: MergeRequest, roundIndex: RoundIndex = roundIndexOf(request.round)): Selection {
  const setAside: SetAside[] = [];
  const put = (input: MergeInput, code: MergeCode, item?: string) => {
    const { expert, sequence } = input.document;
    setAside.push({ sha256: input.sha256, code, expert: expert.id, sequence, ...(item === undefined ? {} : { item }) });
  };
  const ours = uniquePackages(request.inputs).filter((input) => {
    const code = refuseStranger(request, input);
    if (code !== null) {
      put(input, code);
    }
    return code === null;
  });

  const counting = new Map<string, CountingPackage>();
  const equivocations: Equivocation[] = [];
  for (const { id: expert } of request.round.panel) {
    let decided = false;
    for (const [sequence, packages] of newestFirst(ours.filter((input) => input.document.expert.id === expert))) {
      if (packages.length > 1 && new Set(packages.map((input) => canonicalize(input.document))).size > 1) {
        packages.forEach((input) => put(input, 'merge/equivocation'));
        equivocations.push({ expert, sequence, sha256s: packages.map((input) => input.sha256), open: !decided });
        decided = true;
        continue;
      }
      const [first, ...copies] = packages;
      copies.forEach((input) => put(input, 'merge/same-content'));
      if (first === undefined) {
        continue;
      }
      const read = first.contents === undefined ? readContents(roundIndex, first.document) : { contents: first.contents };
      if ('refusal' in read) {
        put(first, read.refusal.code, read.refusal.item);
      } else if (decided) {
        put(first, 'merge/superseded');
      } else {
        counting.set(expert, { ...first, contents: read.contents });
        decided = true;
      }
    }
  }
  return { counting, setAside, equivocations };
}

/** Each package once, in the order of its hash. */
function uniquePackages(inputs: readonly MergeInput[]): MergeInput[] {
  const byHash = new Map(inputs.map((input) => [input.sha256, input]));
  return [...byHash.values()].toSorted((left, right) => (left.sha256 < right.sha256 ? -1 : 1));
}

function newestFirst(inputs: readonly MergeInput[]): [number, MergeInput[]][] {
  return [...Map.groupBy(inputs, (input) => input.document.sequence)].toSorted(([left], [right]) => right - left);
}

/**
 * What was sealed against an earlier issue of the round counts as long as that had the same rubric and rules: whoever was on the panel
 * then scored what is asked now.
 */
function refuseStranger({ round, roundSha256, keys }: MergeRequest, { document, signedBy }: MergeInput): Stranger | null {
  if (document.round.id !== round.id || !isIssueOf({ round, sha256: roundSha256 }, document.round.sha256)) {
    return 'merge/other-round';
  }
  if (document.rubricSha256 !== round.rubricSha256) {
    return 'merge/other-rubric';
  }
  if (document.rulesSha256 !== round.rulesSha256) {
    return 'merge/other-rules';
  }
  const expert = document.expert.id;
  if (!round.panel.some(({ id }) => id === expert)) {
    return 'merge/not-on-roster';
  }
  const key = Object.hasOwn(keys, expert) ? keys[expert] : undefined;
  return signedBy === key && document.expert.key === key ? null : 'merge/signed-by-another';
}
