import { basename } from 'node:path';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { rulesSchema } from '#shared/domain/round.ts';
import type { RoundDocument } from '#shared/packages/documents.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { writePackage, type FileToPack, type WriteRequest, type WrittenPackage } from '../packages/bag/write.ts';
import type { IdentityKeys } from '../packages/identity.ts';
import { checkRound, type RoundToIssue } from './check-round.ts';
import { hashOf } from './hash-of.ts';

/** An applicant's bundle as a file: `file` are its bytes (named by their hash), `sha256` is the package's identity. */
export type BundleToIssue = { readonly sha256: string; readonly file: FileToPack };

export type IssueRequest = Pick<WriteRequest<'round'>, 'target' | 'signedAt' | 'signal' | 'onProgress'> & {
  readonly round: RoundToIssue;
  readonly bundles: readonly BundleToIssue[];
  readonly chair: IdentityKeys;
};

/** A round that is out: its document, its identity, and what a result will carry of it. */
export type IssuedPackage = WrittenPackage & { readonly document: RoundDocument };

/**
 * Issues a round: one `.lpround` with the applicants' bundles in it, signed by the chair and sealed to everyone on the panel.
 * Refuses with the codes of {@link checkRound}, `round/not-signed-by-chair` (the keys are not the chair's), `round/bundle-missing`,
 * `round/bundle-differs`, `round/bundle-unexpected` and those of `writePackage`.
 */
export async function issueRound(request: IssueRequest): Promise<Result<IssuedPackage>> {
  const { round, bundles, chair, ...writing } = request;
  const file = basename(request.target);
  const checked = checkRound(round);
  if (!checked.ok) {
    return checked;
  }
  if (checked.value.signKey.x !== chair.public.signKey.x) {
    return refused('round/not-signed-by-chair', { file });
  }
  const matched = matchBundles(round, bundles, file);
  if (!matched.ok) {
    return matched;
  }
  // Parsed first, so that the hash is of what travels, defaults filled in.
  const rubric = rubricSchema.parse(round.rubric);
  const rules = rulesSchema.parse(round.rules);
  const document: RoundDocument = {
    ...round,
    kind: 'round',
    format: 1,
    rubric,
    rubricSha256: hashOf(rubric),
    rules,
    rulesSha256: hashOf(rules),
  };
  const written = await writePackage({
    ...writing,
    kind: 'round',
    document,
    files: matched.value,
    signers: [{ privateJwk: chair.signKey }],
    recipients: round.panel.map(({ ageRecipient }) => ageRecipient),
  });
  return written.ok ? ok({ ...written.value, document }) : written;
}

/** The bundles' files in the order of the applications, each exactly the one its application names. */
function matchBundles(
  round: RoundToIssue,
  bundles: readonly BundleToIssue[],
  file: string,
): Result<FileToPack[], 'round/bundle-differs' | 'round/bundle-missing' | 'round/bundle-unexpected'> {
  const byIdentity = new Map(bundles.map((bundle) => [bundle.sha256, bundle.file]));
  const files: FileToPack[] = [];
  for (const { applicant, bundle } of round.applications) {
    const found = byIdentity.get(bundle.sha256);
    if (found === undefined) {
      return refused('round/bundle-missing', { name: applicant.name });
    }
    if (found.bytes !== bundle.bytes) {
      return refused('round/bundle-differs', { name: applicant.name });
    }
    files.push({ ...found, extension: 'lpapp' });
    byIdentity.delete(bundle.sha256);
  }
  const [stray] = byIdentity.keys();
  return stray === undefined ? ok(files) : refused('round/bundle-unexpected', { file, name: stray });
}
