import type { ScoreDocument } from '#shared/packages/documents.ts';
import type { Result } from '#shared/result.ts';
import { packageChunks, writePackage, type FileToPack, type WriteRequest, type WrittenPackage } from '../packages/bag/write.ts';
import type { IdentityKeys } from '../packages/identity.ts';
import { seal } from '../packages/sealing.ts';

export type ScoreRequest = Pick<WriteRequest<'score'>, 'target' | 'signedAt' | 'signal' | 'onProgress'> & {
  readonly document: ScoreDocument;
  /** The expert's own evidence that the entries cite; what came in the applicants' bundles need not travel back. */
  readonly files: readonly FileToPack[];
  readonly expert: IdentityKeys;
  /** The chair's `age1…`, from the round's roster. */
  readonly chairRecipient: string;
};

/**
 * Exports what an expert has sealed: one `.lpscore`, signed by the expert, sealed to the chair and to the expert, who must be able
 * to read their own word again. Refuses with the codes of `writePackage`. Foreign keys and files that no entry cites are bugs of the
 * caller and throw.
 */
export function exportScore(request: ScoreRequest): Promise<Result<WrittenPackage>> {
  const { document, files, expert, chairRecipient, ...writing } = request;
  checkSender(
    request,
    files.map(({ sha256 }) => sha256),
  );
  return writePackage({
    ...writing,
    kind: 'score',
    document,
    files,
    signers: [{ privateJwk: expert.signKey }],
    recipients: [chairRecipient, expert.public.ageRecipient],
  });
}

/**
 * The same in memory and without files, for a way that only little can go: the same document, to the byte, so that both packages count as
 * one. What is left out is named in it, under the signature. Foreign keys and files that no entry cites are bugs and throw.
 */
export async function scoreWithoutFiles({
  document,
  follow,
  expert,
  chairRecipient,
  signedAt,
  name,
}: Pick<ScoreRequest, 'document' | 'expert' | 'chairRecipient' | 'signedAt'> & {
  /** SHA-256 of the own evidence that is left out. */
  readonly follow: readonly string[];
  /** Of the bag's folder. */
  readonly name: string;
}): Promise<{ readonly sha256: string; readonly bytes: Uint8Array }> {
  checkSender({ document, expert }, follow);
  const signers = [{ privateJwk: expert.signKey }];
  const { sha256, chunks } = await packageChunks({ kind: 'score', document, files: [], follow, signers, signedAt, name });
  const parts: Uint8Array[] = [];
  for await (const part of seal(chunks(), [chairRecipient, expert.public.ageRecipient])) {
    parts.push(part);
  }
  return { sha256, bytes: Buffer.concat(parts) };
}

function checkSender({ document, expert }: Pick<ScoreRequest, 'document' | 'expert'>, evidence: readonly string[]): void {
  if (document.expert.key !== expert.keyId) {
    throw new RangeError('these are not the keys of the expert whose score this is');
  }
  const cited = citedBy(document);
  const stray = evidence.find((sha256) => !cited.has(sha256));
  if (stray !== undefined) {
    throw new RangeError(`no entry cites the file ${stray}`);
  }
}

/**
 * The hashes of all evidence that the sheets cite, superseded answers included: they were given for it; and of a visit its photos,
 * also those taken out, their copies for the screen, the signatures and what was signed.
 */
export function citedBy({ sheets }: Pick<ScoreDocument, 'sheets'>): ReadonlySet<string> {
  const answers = sheets.flatMap(({ entries }) => entries).flatMap((entry) => [entry, ...entry.history]);
  const visits = sheets.flatMap(({ visit }) => visit ?? []);
  return new Set([
    ...answers.flatMap(({ evidence }) => evidence.map(({ sha256 }) => sha256)),
    ...answers.flatMap(({ measurements = [] }) => measurements.flatMap(({ photo }) => photo ?? [])),
    ...visits.flatMap(({ photos }) => photos.flatMap(({ sha256, screenCopy }) => [sha256, ...(screenCopy === null ? [] : [screenCopy])])),
    ...visits.flatMap(({ signatures }) => signatures.flatMap(({ image, shown }) => [shown, ...(image === null ? [] : [image])])),
  ]);
}
