import type { Progress } from '#shared/api/base.ts';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import { groupFiles } from '#shared/intake/group-files.ts';
import type { OpenCore } from '../core/core.ts';
import { readDraft } from '../rounds/draft.ts';
import { importBundles } from '../arrivals/import-files.ts';
import { readIntoWorkspace } from './read-into-workspace.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

const nothing = { kind: 'application', refusal: null, signer: null } as const;

/**
 * Takes whatever was chosen or dropped: bundles into the draft, applicants' folders to be confirmed. What became of each; a bad
 * one does not keep the others from being taken. The files are given up at the end. Throws a refusal `draft/not-found`.
 */
export async function takeFiles(
  core: OpenCore,
  { round, files }: { round: string; files: readonly string[] },
  tools: Tools,
): Promise<ImportOutcome[]> {
  readDraft(core, round);
  try {
    const { bundles, folders, loose } = groupFiles(
      files.map((id) => {
        const ref = core.files.ref(id);
        return { id, path: ref === null || ref.path === '' ? (ref?.name ?? '') : ref.path };
      }),
    );
    const outcomes = await importBundles(core, { round, files: bundles.map(({ id }) => id) }, tools);
    for (const [index, folder] of folders.entries()) {
      tools.signal.throwIfAborted();
      const read = await readIntoWorkspace(core, { round, folder }, { ...tools, report: countedBy(folders.length, index, tools.report) });
      outcomes.push(
        read.ok
          ? { ...nothing, file: folder.name, round, outcome: read.value }
          : { ...nothing, file: folder.name, round, outcome: 'refused', refusal: read.refusal },
      );
    }
    for (const { path } of loose) {
      outcomes.push({
        ...nothing,
        file: path,
        round,
        outcome: 'refused',
        refusal: { code: 'intake/loose-file', details: { file: path } },
      });
    }
    return outcomes;
  } finally {
    await core.files.release(files);
  }
}

/** Of several folders the progress counts folders, one applicant each; of one its files. */
function countedBy(total: number, done: number, report: Tools['report']): Tools['report'] {
  return total === 1 ? report : (progress) => report({ ...progress, unit: 'items', done, total });
}
