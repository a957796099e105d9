import type { ResultCheck } from '#shared/api/results.ts';
import type { PanelMember } from '#shared/domain/panel.ts';
import type { ResultDocument } from '#shared/packages/documents.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { sealCodeOf } from '../merging/seal-codes.ts';
import { examineResult } from '../merging/verify-result.ts';
import { checkInputs, collectInputs } from '../packages/bag/inputs.ts';
import { checkSkeleton, type CheckedSkeleton } from '../packages/bag/skeleton.ts';
import { keyIdOf } from '../packages/signature.ts';
import { sheetsToSealFirst } from '../merging/own-first.ts';
import { mySheetsIn } from './my-sheets.ts';

/**
 * Checks the newest result of a round that was taken in, from the bytes that were kept: every signature again, the ranking computed
 * again, and my own sheets held against what I sealed. Throws a refusal `draft/round-not-found`, `result/none`, or
 * `result/own-sheets-first` while my own sheets are not sealed and the result still waits for them.
 */
export async function checkResult(core: OpenCore, round: string): Promise<ResultCheck> {
  const { rounds, packages } = core.workspace.stores;
  const issued = rounds.get(round);
  if (issued === null) {
    throw new RefusedError('draft/round-not-found');
  }
  const kept = packages.list({ round, kind: 'result' }).at(-1);
  if (kept === undefined) {
    throw new RefusedError('result/none');
  }
  const skeletons = collectInputs(packages.tagFiles(kept.sha256));
  const own = skeletons.find(({ sha256 }) => sha256 === kept.sha256);
  const checked = own === undefined ? null : await checkSkeleton(own);
  if (checked === null || !isResult(checked)) {
    throw new Error(`result ${kept.sha256} was not kept`);
  }
  const { document, signatures } = checked;
  const open = sheetsToSealFirst(core, round).length;
  if (open > 0 && waitsFor(document, issued.me)) {
    throw new RefusedError('result/own-sheets-first', { count: open });
  }
  const inputs = await checkInputs(
    document,
    skeletons.filter(({ sha256 }) => sha256 !== kept.sha256),
  );
  const { reproduced, chair } = valueOf(await examineResult({ document, signatures, inputs }, kept.file));
  const mine = mySheetsIn(core, { round, me: issued.me, result: document, inputs });
  const signed = await signaturesOf(document, inputs, issued.round.panel);
  const { kind: _kind, format: _format, ...result } = document;
  return {
    file: kept.file,
    sha256: kept.sha256,
    receivedAt: kept.receivedAt,
    chair: chair.member.name,
    mine,
    inputs: signed,
    reproduced,
    holds: reproduced && (mine.state === 'counted' || mine.state === 'none') && signed.every((input) => input.signed),
    result,
  };
}

/** Whether some candidate has no total because of me: a result made in the middle, which would show me the others' scores. */
function waitsFor({ candidates }: ResultDocument, me: string): boolean {
  return candidates.some(({ perExpert }) => perExpert.some(({ expert, counted }) => expert === me && counted === 'missing'));
}

/** Who signed each package that counts, by the roster of the round that I accepted. */
async function signaturesOf(
  document: ResultDocument,
  inputs: readonly CheckedSkeleton[],
  panel: readonly PanelMember[],
): Promise<ResultCheck['inputs']> {
  const signed: ResultCheck['inputs'] = [];
  for (const { expert, sequence, sha256 } of document.inputs) {
    const member = panel.find(({ id }) => id === expert);
    const keyId = member === undefined ? null : await keyIdOf(member.signKey);
    const carried = inputs.find((input) => input.sha256 === sha256);
    const signature = carried?.signatures.find((each) => each.keyId === keyId);
    signed.push({
      expert,
      name: member?.name ?? expert,
      sequence,
      sha256,
      code: carried === undefined ? [] : sealCodeOf(carried.skeleton.document),
      signedAt: signature?.signedAt ?? null,
      signed: signature !== undefined,
    });
  }
  return signed;
}

const isResult = (checked: CheckedSkeleton): checked is CheckedSkeleton<'result'> => checked.kind === 'result';
