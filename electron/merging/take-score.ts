import type { Progress } from '#shared/api/base.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { readPackage } from '../packages/bag/read.ts';
import type { PackageSource } from '../packages/source.ts';
import { evidenceSink } from '../packages/evidence-sink.ts';
import { keepPackage, keptRound } from './kept-packages.ts';
import { readScore } from './read-score.ts';

type Arrival = {
  /** A private copy: it is gone through twice, to see which round it is for and to take it in. */
  readonly source: PackageSource;
  readonly fileName: string;
  readonly signal: AbortSignal;
  readonly report: (progress: Omit<Progress, 'kind'>) => void;
};

/** What became of a score package; `superseded`: a newer one of this expert is here already. */
export type TakenScore = { readonly outcome: 'taken' | 'unchanged' | 'superseded'; readonly round: string };

/**
 * Takes an expert's score package into the chair's workspace. Refuses with the codes of `readScore`, or `merge/other-round`
 * when none of my rounds is meant; a refused one leaves nothing behind.
 */
export async function takeScore(core: OpenCore, { source, fileName, signal, report }: Arrival): Promise<Result<TakenScore>> {
  const { stores, evidence } = core.workspace;
  const reading = { source, fileName, identities: [core.me.keys.ageIdentity], spool: core.spool, signal };
  const peeked = await readPackage({ ...reading, expectKind: 'score' });
  if (!peeked.ok) {
    return peeked;
  }
  const issued = stores.rounds.get(peeked.value.document.round.id);
  if (issued === null || !issued.roles.includes('chair')) {
    return refused('merge/other-round', { file: fileName });
  }
  const batch = evidence.beginBatch({ signal });
  try {
    const read = await readScore({
      ...reading,
      round: await keptRound(core, issued),
      sink: evidenceSink(batch),
      onProgress: ({ bytes, totalBytes }) => {
        report({ step: 'verifying', subject: fileName, unit: 'bytes', done: bytes, total: totalBytes });
      },
    });
    if (!read.ok) {
      await batch.discard();
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
    const kept = keepPackage(core, {
      kind: 'score',
      round,
      expert: document.expert.id,
      sequence,
      signer: signedBy,
      file: fileName,
      bytes,
      skeleton,
    });
    return ok({ outcome: kept === 'taken' && sequence < newest ? 'superseded' : kept, round });
  } catch (error) {
    await batch.discard();
    throw error;
  }
}
