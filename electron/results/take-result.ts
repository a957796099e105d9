import { ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { examineResult } from '../merging/verify-result.ts';
import { inputFilesOf } from '../packages/bag/inputs.ts';
import type { OpenedPackage } from '../packages/bag/read.ts';

type Arrival = { readonly opened: OpenedPackage<'result'>; readonly fileName: string };

/**
 * Keeps a result of a round of mine, with everything it carries, so that it can be checked here at any time. Refuses what is of
 * another round (`result/other-round`) or not by its chair (`merge/result-not-by-chair`). A result that is authentic and wrong is
 * kept: its page says what does not hold.
 */
export async function takeResult(
  core: OpenCore,
  { opened, fileName }: Arrival,
): Promise<Result<{ outcome: 'taken' | 'unchanged'; round: string }>> {
  const { document, sha256, skeleton, inputs, bytes } = opened;
  const { rounds, packages } = core.workspace.stores;
  const issued = rounds.get(document.round.id);
  if (issued === null || issued.sha256 !== document.round.sha256) {
    return refused('result/other-round', { file: fileName });
  }
  const examined = await examineResult(opened, fileName);
  if (!examined.ok) {
    return examined;
  }
  const files = [skeleton, ...inputs.map((input) => input.skeleton)].flatMap((each) => inputFilesOf(each));
  const outcome = packages.keep(
    {
      sha256,
      kind: 'result',
      format: 1,
      round: issued.round.id,
      expert: null,
      sequence: null,
      signer: examined.value.chair.keyId,
      document: Buffer.from(skeleton.document).toString('utf8'),
      file: fileName,
      bytes,
      state: 'received',
      code: null,
    },
    new Map(files),
  );
  return ok({ outcome, round: issued.round.id });
}
