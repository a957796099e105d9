import type { ExportRef, Progress } from '#shared/api/base.ts';
import type { Board, Explanation } from '#shared/api/merge.ts';
import type { NewResolution, RoundResult } from '#shared/domain/result.ts';
import { checkResolution, explain, isShownBefore, merge, type MergeRequest, withReturns } from '#shared/merge/index.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { catchRefusal, ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { issuedReturns } from './issued-returns.ts';
import { spoolPackage } from '../packages/bag/write-spool.ts';
import { chairedRound } from '../my-round/chaired-round.ts';
import { electionView } from './election.ts';
import { filesToCome, packagesToMerge } from './kept-packages.ts';
import { mergePackages, type PackagesToMerge } from './merge-packages.ts';
import { requireOwnSealed, sheetsToSealFirst } from './own-first.ts';
import { mergeRequestOf } from './read-score.ts';
import { resultContents } from './result-package.ts';
import { codesOf } from './seal-codes.ts';
import type { ResolutionCode } from '#shared/merge/resolutions.ts';

/**
 * Who has handed in what, and what is left for the chair to decide; what would show others’ scores waits until my own sheets are sealed.
 * Throws the refusals of {@link chairedRound}.
 */
export async function boardOf(core: OpenCore, round: string): Promise<Board> {
  const request = await mergeRequest(core, round);
  const { board, conflicts, result } = merge(request);
  const received = new Map(
    core.workspace.stores.packages.list({ round, kind: 'score' }).map(({ sha256, receivedAt }) => [sha256, receivedAt]),
  );
  const arrival = (sha256: string): string => received.get(sha256) ?? '';
  const ownFirst = sheetsToSealFirst(core, round);
  const { rubric } = chairedRound(core, round).round;
  const shown = conflicts.filter((conflict) => isShownBefore(conflict, rubric, ownFirst));
  const counting = new Map(result.inputs.map(({ expert, sha256 }) => [expert, sha256]));
  return {
    ...board,
    cells: withReturns(
      board,
      core.workspace.stores.returns.list(round).map(({ document }) => document),
    ),
    returns: issuedReturns(core, round, board),
    experts: board.experts.map((expert) => {
      const sha256 = counting.get(expert.id);
      return { ...expert, receivedAt: sha256 === undefined ? null : arrival(sha256) };
    }),
    packages: board.packages.map((each) => ({ ...each, receivedAt: arrival(each.sha256), following: filesToCome(core, each.sha256) })),
    conflicts: shown,
    ownFirst: { sheets: ownFirst, withheld: conflicts.length - shown.length },
    election: electionView(request, result),
    codes: codesOf(
      core,
      round,
      board.experts.map(({ id }) => ({ id, counting: counting.get(id) ?? null })),
    ),
    resolutions: result.resolutions,
  };
}

/** Records a decision of the chair's; what it supersedes stays on file. */
export function resolve(core: OpenCore, { round, resolution }: { round: string; resolution: NewResolution }): Result<null, ResolutionCode> {
  const { round: document, me } = chairedRound(core, round);
  const checked = checkResolution(document, { ...resolution, by: me, ...(resolution.kind === 'election' ? { closedAt: core.now() } : {}) });
  if (!checked.ok) {
    return checked;
  }
  core.workspace.stores.resolutions.add(round, checked.value);
  return ok(null);
}

/** The result as it would be published now. Throws a refusal `merge/own-sheets-first`. */
export async function rankingOf(core: OpenCore, round: string): Promise<RoundResult> {
  requireOwnSealed(core, round);
  return merge(await mergeRequest(core, round)).result;
}

/** How one total came about. Throws a refusal `merge/own-sheets-first`. */
export async function explanationOf(
  core: OpenCore,
  { round, application, occupation }: { round: string; application: string; occupation: string },
): Promise<Result<Explanation, 'merge/candidate-unknown'>> {
  requireOwnSealed(core, round);
  const explained = explain(await mergeRequest(core, round), { application, occupation });
  return explained === null ? refused('merge/candidate-unknown') : ok(explained);
}

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** The signed `.lpresult` of what is here now. Refuses with `merge/own-sheets-first` and the codes of `spoolPackage`. */
export function exportResult(core: OpenCore, round: string, { signal, report }: Tools): Promise<Result<ExportRef>> {
  return catchRefusal(async () => {
    requireOwnSealed(core, round);
    const packages = await gather(core, round);
    const name = exportFileName({ ascii: 'result', chinese: packages.round.round.title, extension: 'lpresult' });
    return core.exports.add(name, async (spool) => {
      const { notices } = await spoolPackage({
        ...resultContents({ merged: mergePackages(packages), chair: core.me.keys, signedAt: core.now() }),
        name: name.replace(/\.[^.]*$/, ''),
        spool,
        signal,
        onProgress: ({ bytes, totalBytes }) => {
          report({ step: 'writing', subject: name, unit: 'bytes', done: bytes, total: totalBytes });
        },
      });
      return { warnings: notices.map(() => 'larger-than-fat32' as const) };
    });
  });
}

function gather(core: OpenCore, round: string): Promise<PackagesToMerge> {
  return packagesToMerge(core, chairedRound(core, round));
}

/** Everything here that the merge of a round depends on. Throws the refusals of {@link chairedRound}. */
export async function mergeRequest(core: OpenCore, id: string): Promise<MergeRequest> {
  const { round, scores, resolutions } = await gather(core, id);
  return {
    ...mergeRequestOf(round),
    inputs: scores.map(({ sha256, document, signedBy }) => ({ sha256, document, signedBy })),
    resolutions,
  };
}
