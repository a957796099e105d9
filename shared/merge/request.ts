import type { Resolution } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import type { ScoreDocument } from '../packages/documents.ts';
import type { Contents } from './content.ts';

/** A score package that was read and whose signature holds. */
export type MergeInput = {
  /** The package's identity: SHA-256 of its `tagmanifest-sha256.txt`. */
  readonly sha256: string;
  readonly document: ScoreDocument;
  /** The id of the key that signed it (RFC 7638 thumbprint). */
  readonly signedBy: string;
  /** What its answers come to by this very round, where they were scored already; absent, the merge scores them. */
  readonly contents?: Contents;
};

/** Everything a merge depends on: nothing else changes its result. */
export type MergeRequest = {
  readonly round: Round;
  readonly roundSha256: string;
  /** The id of each panel member's signing key, by the member's id. */
  readonly keys: Readonly<Record<string, string>>;
  readonly inputs: readonly MergeInput[];
  /** The hash of the electorate of each ballot for 组长, oldest first; absent where the round holds no election. */
  readonly electorates?: readonly string[];
  /** In any order: of several on one matter the highest sequence counts. */
  readonly resolutions: readonly Resolution[];
};
