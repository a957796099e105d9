import type { ResultDocument } from '#shared/packages/documents.ts';
import type { Result } from '#shared/result.ts';
import type { RoundResult } from '#shared/domain/result.ts';
import { writePackage, type PackageContents, type WriteRequest, type WrittenPackage } from '../packages/bag/write.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import type { IdentityKeys } from '../packages/identity.ts';
import type { MergedRound } from './merge-packages.ts';

export type ResultRequest = Pick<WriteRequest<'result'>, 'target' | 'signedAt' | 'signal' | 'onProgress'> & {
  readonly merged: MergedRound;
  readonly chair: IdentityKeys;
};

/** Writes the `.lpresult`, signed by the chair, with the skeleton of every package it rests on. Refuses with the codes of `writePackage`. */
export function writeResult({ merged, chair, signedAt, ...writing }: ResultRequest): Promise<Result<WrittenPackage>> {
  return writePackage({ ...writing, ...resultContents({ merged, chair, signedAt }) });
}

/** What goes into the `.lpresult`. */
export function resultContents({
  merged,
  chair,
  signedAt,
}: Pick<ResultRequest, 'merged' | 'chair' | 'signedAt'>): PackageContents<'result'> {
  return {
    kind: 'result',
    document: resultDocument(merged.result),
    files: [],
    inputs: merged.inputs,
    signers: [{ privateJwk: chair.signKey }],
    signedAt,
  };
}

/** The bytes of `result.json`: the result's document as its package carries it (canonical JSON). */
export function resultJson(result: RoundResult): Buffer {
  return canonicalBytes(resultDocument(result));
}

export function resultDocument(result: RoundResult): ResultDocument {
  return { kind: 'result', format: 1, ...result };
}
