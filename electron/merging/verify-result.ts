import { basename } from 'node:path';
import type { RoundDocument } from '#shared/packages/documents.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { leftOutBetween, type LeftOut } from '#shared/domain/left-out.ts';
import { merge, type MergeInput } from '#shared/merge/index.ts';
import { readPackage, type OpenedPackage, type ReadRequest } from '../packages/bag/read.ts';
import type { CheckedSkeleton } from '../packages/bag/skeleton.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import { openFileSource } from '../packages/source.ts';
import { earlierIssues } from '../round-package/earlier-issues.ts';
import { verifyRound, type RoundChair } from '../round-package/read-round.ts';
import { mergeRequestOf, roundToMerge, signerOf, type RoundToMerge } from './read-score.ts';
import { resultDocument } from './result-package.ts';

/** A result that proves itself: signed by the chair of the round it carries, and merging what it carries gives what it says. */
export type VerifiedResult = { readonly opened: OpenedPackage<'result'> } & Pick<Examined, 'round' | 'chair' | 'leftOut'>;

/**
 * Checks a result from nothing but itself (design.md §7): every signature of every input, the chair's on it, and the ranking
 * computed once more. Whether the chair is who they should be is the reader's to know: compare the fingerprint. Refuses with
 * `package/…`, `round/…`, `merge/result-not-by-chair` and `merge/result-differs`.
 */
export async function verifyResult(
  request: Pick<ReadRequest<'result'>, 'source' | 'fileName' | 'signal' | 'onProgress'>,
): Promise<Result<VerifiedResult>> {
  const read = await readPackage({ ...request, expectKind: 'result' as const });
  if (!read.ok) {
    return read;
  }
  const opened = read.value;
  const examined = await examineResult(opened, request.fileName);
  if (!examined.ok) {
    return examined;
  }
  const { reproduced, ...held } = examined.value;
  return reproduced ? ok({ opened, ...held }) : refused('merge/result-differs', { file: request.fileName });
}

/** An expert whom an issue of the round left out, and the chair's reason; null where the issue gives none. */
export type LeftOutAtIssue = LeftOut & { readonly issue: number; readonly reason: string | null };

type Examined = {
  readonly round: RoundToMerge;
  readonly chair: RoundChair;
  readonly leftOut: readonly LeftOutAtIssue[];
  readonly reproduced: boolean;
};

/** What a result is made of, its own signatures checked and those of what it carries. */
export type CarriedResult = Pick<OpenedPackage<'result'>, 'document' | 'signatures' | 'inputs'>;

/**
 * Holds a result against the round it carries: signed by that round's chair, and whether merging what it carries gives what it says.
 * Refuses with `package/input-missing`, `round/…`, `merge/result-not-by-chair` and `merge/left-out-unexplained`.
 */
export async function examineResult(carried: CarriedResult, file: string): Promise<Result<Examined>> {
  const rounds = carried.inputs.filter(isRound);
  const carriedRound = rounds.find(({ sha256 }) => sha256 === carried.document.round.sha256);
  if (carriedRound === undefined) {
    return refused('package/input-missing', { file, name: carried.document.round.sha256 });
  }
  const verified = await verifyRound(carriedRound, file);
  if (!verified.ok) {
    return verified;
  }
  const { chair } = verified.value;
  if (!carried.signatures.some(({ keyId }) => keyId === chair.keyId)) {
    return refused('merge/result-not-by-chair', { file });
  }
  const earlier = await earlierIssues(carriedRound, rounds, file);
  if (!earlier.ok) {
    return earlier;
  }
  const leftOut = leftOutOverIssues([...earlier.value, carriedRound].map((issue) => issue.document));
  const silenced = silencedIn(carriedRound.document, leftOut).find(({ expert }) => carried.inputs.some((input) => isBy(input, expert)));
  if (silenced !== undefined) {
    return refused('merge/left-out-unexplained', { file, name: silenced.name });
  }
  const round = await roundToMerge(verified.value, earlier.value);
  return ok({ round, chair, leftOut, reproduced: recomputes(carried, round) });
}

/** Who was left out at each issuing, with the reason that the issue gives for it. */
function leftOutOverIssues(issues: readonly RoundDocument[]): LeftOutAtIssue[] {
  return issues.flatMap((after, index) => {
    const before = issues[index - 1];
    const given = new Map(after.leftOut?.map(({ expert, reason }) => [expert, reason]));
    return before === undefined
      ? []
      : leftOutBetween(before, after).map((left) => ({ ...left, issue: index + 1, reason: given.get(left.expert) ?? null }));
  });
}

/** Who is not on the panel any more and whom the last issue that let them go gave no reason. */
function silencedIn({ panel }: RoundDocument, leftOut: readonly LeftOutAtIssue[]): LeftOutAtIssue[] {
  const last = new Map(leftOut.flatMap((left) => (left.wholly ? [[left.expert, left] as const] : [])));
  return [...last.values()].filter(({ expert, reason }) => reason === null && !panel.some(({ id }) => id === expert));
}

/** A score that an expert signed of whom the newest roster knows nothing: it came in before they were left out. */
function isBy(input: CheckedSkeleton, expert: string): boolean {
  return input.document.kind === 'score' && input.document.expert.id === expert;
}

/** The same for a file. */
export async function verifyResultFile({
  path,
  signal,
}: {
  readonly path: string;
  readonly signal?: AbortSignal;
}): Promise<Result<VerifiedResult>> {
  const fileName = basename(path);
  const opened = await openFileSource(path, fileName);
  if (!opened.ok) {
    return opened;
  }
  try {
    return await verifyResult({ source: opened.value, fileName, ...(signal === undefined ? {} : { signal }) });
  } finally {
    await opened.value.close();
  }
}

function recomputes({ document, inputs }: CarriedResult, round: RoundToMerge): boolean {
  const scores: MergeInput[] = inputs.filter(isScore).map((input) => ({
    sha256: input.sha256,
    document: input.document,
    signedBy: signerOf(input.signatures, round.keys[input.document.expert.id]),
  }));
  // Nothing of the document goes in but the chair's decisions: whoever is set aside is so by a package that is carried.
  const { result: again } = merge({ ...mergeRequestOf(round), inputs: scores, resolutions: document.resolutions });
  return canonicalBytes(resultDocument(again)).equals(canonicalBytes(document));
}

const isRound = (input: CheckedSkeleton): input is CheckedSkeleton<'round'> => input.kind === 'round';
const isScore = (input: CheckedSkeleton): input is CheckedSkeleton<'score'> => input.kind === 'score';
