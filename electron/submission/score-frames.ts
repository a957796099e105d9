import { setImmediate } from 'node:timers/promises';
import type { Progress } from '#shared/api/base.ts';
import type { ScoreFrames } from '#shared/api/frames.ts';
import { largestPackageBytes, mostFilesToFollow, type FrameSize } from '#shared/qr/frames.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { frameMaker } from '../frames/frames-of.ts';
import { myRound } from '../my-round/my-round.ts';
import { citedBy, scoreWithoutFiles } from './score-package.ts';
import { ownEvidence } from './submit.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** Frames made between two looks at whether anybody still wants them. */
const framesAtOnce = 8;

/**
 * My newest sealed sheets as frames for the chair's camera: the package that `exportSealed` makes, without the files, which follow another
 * way. Refuses with `review/not-sealed` or `review/too-big-for-frames`.
 */
export function framesOfScore(
  core: OpenCore,
  { round: id, size }: { round: string; size: FrameSize },
  { signal, report }: Tools,
): Promise<Result<ScoreFrames>> {
  return catchRefusal(async () => {
    const { round } = myRound(core, id);
    const { seals } = core.workspace.stores;
    const seal = seals.latest(id);
    const chair = round.panel.find(({ role }) => role === 'chair');
    if (seal === null || chair === undefined) {
      throw new RefusedError('review/not-sealed');
    }
    const { document, sequence } = seal;
    const follow = (await ownEvidence(core, citedBy(document))).map(({ sha256 }) => sha256);
    if (follow.length > mostFilesToFollow) {
      throw new RefusedError('review/too-big-for-frames', { limit: largestPackageBytes / 1000 });
    }
    // Short: the bag's name stands before each of its files.
    const name = `score-${String(sequence).padStart(2, '0')}`;
    const { sha256, bytes } = await scoreWithoutFiles({
      document,
      follow,
      expert: core.me.keys,
      chairRecipient: chair.ageRecipient,
      signedAt: core.now(),
      name,
    });
    if (bytes.length > largestPackageBytes) {
      throw new RefusedError('review/too-big-for-frames', { limit: largestPackageBytes / 1000 });
    }
    const maker = frameMaker(bytes, size);
    const frames: string[] = [];
    while (frames.length < maker.count) {
      frames.push(maker.next());
      if (frames.length % framesAtOnce === 0) {
        report({ step: 'generating', subject: '', unit: 'items', done: frames.length, total: maker.count });
        await setImmediate();
        signal.throwIfAborted();
      }
    }
    // The same contents in another frame size have left the machine before.
    if (!seal.exports.some((exported) => exported.sha256 === sha256)) {
      seals.recordExport({ round: id, sequence, sha256, file: `${name} (QR)`, bytes: bytes.length });
    }
    return { sequence, sha256, bytes: bytes.length, following: follow.length, fragments: maker.fragments, frames };
  });
}
