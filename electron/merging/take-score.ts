import type { EvidenceBatch } from '#db/evidence/batch.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { keepPackage, keptRound } from './kept-packages.ts';
import { checkScore, type OpenedScore } from './read-score.ts';

type Arrival = OpenedScore & {
  /** Where its evidence is staged; what is not committed here is the caller's to discard. */
  readonly batch: EvidenceBatch;
};

/** What became of a score package; `superseded`: a newer one of this expert is here already. */
export type TakenScore = { readonly outcome: 'taken' | 'unchanged' | 'superseded'; readonly round: string };

/**
 * Takes an expert's opened score package into the chair's workspace. Refuses as `checkScore` does, and with `merge/other-round` when none of my
 * rounds is meant; of a refused one nothing is committed.
 */
export async function takeScore(core: OpenCore, { opened, fileName, batch }: Arrival): Promise<Result<TakenScore>> {
  const { stores } = core.workspace;
  const issued = stores.rounds.get(opened.document.round.id);
  if (issued === null || !issued.roles.includes('chair')) {
    return refused('merge/other-round', { file: fileName });
  }
  const read = checkScore({ opened, fileName }, await keptRound(core, issued));
  if (!read.ok) {
    return read;
  }
  await batch.commit();
  const { document, skeleton, signedBy, bytes } = read.value;
  const round = issued.round.id;
  const { sequence } = document;
  const newest = Math.max(
    0,
    ...stores.packages.list({ round, kind: 'score' }).flatMap((kept) => (kept.expert === document.expert.id ? [kept.sequence ?? 0] : [])),
  );
  const expert = document.expert.id;
  const kept = keepPackage(core, { kind: 'score', round, expert, sequence, signer: signedBy, file: fileName, bytes, skeleton });
  return ok({ outcome: kept === 'taken' && sequence < newest ? 'superseded' : kept, round });
}
