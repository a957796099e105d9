import type { Round } from '#shared/domain/round.ts';
import type { MergeInput } from '#shared/merge/request.ts';
import { select } from '#shared/merge/select.ts';
import { isRefusalCode } from '#shared/refusals/codes.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { readPackage, type OpenedPackage, type PackageFile, type ReadRequest } from '../packages/bag/read.ts';
import type { PackageSignature, Skeleton } from '../packages/bag/skeleton.ts';
import { keyIdOf } from '../packages/signature.ts';
import { electoratesOf } from '../declarations/vote.ts';
import type { EarlierIssue } from '../round-package/earlier-issues.ts';
import type { VerifiedRound } from '../round-package/read-round.ts';

/** A round with the key of each member, by the member's id: what scores are held against. */
export type RoundToMerge = {
  readonly round: Round;
  readonly sha256: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly skeleton: Skeleton;
  /** The issues that it replaces, oldest first: they travel in the result, so that anyone can see who was left out. */
  readonly earlier: readonly Skeleton[];
};

/** A score package that may take part in a merge, and what a result will carry of it. */
export type ReceivedScore = MergeInput & { readonly skeleton: Skeleton; readonly files: readonly PackageFile[]; readonly bytes: number };

export type OpenedScore = { readonly opened: OpenedPackage<'score'>; readonly fileName: string };

export type ReadScoreRequest = Pick<
  ReadRequest<'score'>,
  'source' | 'fileName' | 'identities' | 'spool' | 'sink' | 'signal' | 'onProgress'
> & { readonly round: RoundToMerge };

/** Reads an untrusted score package and holds it against its round. Refuses the whole of it with `package/…`, and as {@link checkScore} does. */
export async function readScore({ round, ...request }: ReadScoreRequest): Promise<Result<ReceivedScore>> {
  const opened = await readPackage({ ...request, expectKind: 'score' as const });
  return opened.ok ? checkScore({ opened: opened.value, fileName: request.fileName }, round) : opened;
}

/**
 * Holds an opened score package against its round. Refuses with `merge/other-round`, `other-rubric`, `other-rules`, `not-on-roster`,
 * `signed-by-another`, `sheet-twice`, `entry-unknown`, `entry-twice`, `answer-invalid`, `points-differ` (the points are not those of the value).
 */
export function checkScore({ opened, fileName }: OpenedScore, round: RoundToMerge): Result<ReceivedScore> {
  const { document, sha256, signatures, skeleton, files, bytes } = opened;
  const input = { sha256, document, signedBy: signerOf(signatures, round.keys[document.expert.id]) };
  // Alone, a package can only be set aside for what it is itself.
  const { setAside: asides, counting } = select({ ...mergeRequestOf(round), inputs: [input] });
  const [setAside] = asides;
  if (setAside === undefined) {
    const contents = counting.get(document.expert.id)?.contents;
    return ok({ ...input, ...(contents === undefined ? {} : { contents }), skeleton, files, bytes });
  }
  const { code, item } = setAside;
  if (!isRefusalCode(code)) {
    throw new Error(`no sentence for ${code}`);
  }
  return refused(code, { file: fileName, ...(item === undefined ? {} : { item }) });
}

/** The part of a merge that the round gives. */
export function mergeRequestOf({ round, sha256, keys }: RoundToMerge) {
  return { round, roundSha256: sha256, keys, electorates: electoratesOf(round), inputs: [], resolutions: [] };
}

/** A verified round, ready for merging, with the issues before it. */
export async function roundToMerge(
  { document, sha256, skeleton }: VerifiedRound,
  earlier: readonly Pick<EarlierIssue, 'skeleton'>[],
): Promise<RoundToMerge> {
  const { kind: _kind, format: _format, ...round } = document;
  const keys: Record<string, string> = {};
  for (const member of round.panel) {
    keys[member.id] = await keyIdOf(member.signKey);
  }
  return { round, sha256, keys, skeleton, earlier: earlier.map((issue) => issue.skeleton) };
}

/** The key that counts as the signer's: the expert's own where it signed, else whichever did. */
export function signerOf(signatures: readonly PackageSignature[], expertKey: string | undefined): string {
  return (signatures.find(({ keyId }) => keyId === expertKey) ?? signatures[0])?.keyId ?? '';
}
