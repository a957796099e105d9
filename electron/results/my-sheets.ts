import type { MySheets } from '#shared/api/results.ts';
import type { ResultDocument } from '#shared/packages/documents.ts';
import type { OpenCore } from '../core/core.ts';
import type { CheckedSkeleton } from '../packages/bag/skeleton.ts';
import { canonicalBytes } from '../packages/canonical.ts';

/** What became of my sealed sheets in a result: held against the identity and the bytes of what I sealed and exported here. */
export function mySheetsIn(
  { workspace }: OpenCore,
  { round, me, result, inputs }: { round: string; me: string; result: ResultDocument; inputs: readonly CheckedSkeleton[] },
): MySheets {
  const { seals } = workspace.stores;
  const sequences = Array.from({ length: seals.heading(round)?.sequence ?? 0 }, (_, index) => index + 1);
  const exported = sequences.findLast((sequence) => seals.get({ round, sequence })?.exports.length) ?? null;
  const input = result.inputs.find(({ expert }) => expert === me);
  const known = { inResult: input?.sequence ?? null, exported, code: null };
  if (input === undefined) {
    const aside = result.setAside.find(({ expert, stage }) => expert === me && stage === undefined);
    if (exported === null) {
      return { ...known, state: 'none' };
    }
    return aside === undefined
      ? { ...known, state: 'missing' }
      : { ...known, state: 'set-aside', inResult: aside.sequence, code: aside.code };
  }
  const seal = seals.get({ round, sequence: input.sequence });
  const carried = inputs.find(({ sha256 }) => sha256 === input.sha256);
  const unaltered =
    seal !== null &&
    carried !== undefined &&
    seal.exports.some(({ sha256 }) => sha256 === input.sha256) &&
    canonicalBytes(seal.document).equals(Buffer.from(carried.skeleton.document));
  if (!unaltered) {
    return { ...known, state: 'altered' };
  }
  return { ...known, state: input.sequence === exported ? 'counted' : 'older' };
}
