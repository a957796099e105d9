import { createHash, randomUUID } from 'node:crypto';
import type { Progress } from '#shared/api/base.ts';
import type { FormGrid } from '#shared/forms/grid.ts';
import type { HandedFolder } from '#shared/intake/group-files.ts';
import type { KeptGrid } from '#shared/intake/reading.ts';
import { catchRefusal, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { readDraft } from '../rounds/draft.ts';
import { openHanded } from './handed-files.ts';
import { readHandedIn, type ReadFolder } from './read-folder.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** More lines and longer cells than any form has; a spreadsheet may have a million. */
const keptLimits = { lines: 4000, cells: 60, characters: 2000 };

/**
 * Reads one applicant's folder into the workspace, where it waits to be confirmed: its files go to the evidence store as they are
 * read, once. The same folder again is `unchanged` while it waits or is in the round; one that was put aside waits again, with
 * its edits. Refuses as `readApplicantFolder`; a refused folder leaves nothing.
 */
export function readIntoWorkspace(
  core: OpenCore,
  { round, folder }: { round: string; folder: HandedFolder },
  { signal, report }: Tools,
): Promise<Result<'read' | 'unchanged'>> {
  return catchRefusal(async () => {
    const { evidence, stores } = core.workspace;
    const batch = evidence.beginBatch({ signal });
    try {
      const handed = await openHanded(folder, { files: core.files, signal });
      const read = await readHandedIn(
        { folder: folder.name, ...handed },
        {
          readers: core.readers,
          signal,
          onProgress: ({ done, total }) => report({ step: 'reading', subject: folder.name, unit: 'items', done, total }),
          keep: async (chunks) => {
            const writer = batch.createWriter();
            for await (const chunk of chunks) {
              await writer.write(chunk);
            }
            return writer.finish();
          },
        },
      );
      const contents = contentsOf(read);
      const known = stores.intake.find({ round, contents });
      if (known !== null) {
        await batch.discard();
        const inDraft = readDraft(core, round).applications.some(({ bundle }) => bundle.sha256 === known.bundle);
        if (known.state === 'waiting' || (known.state === 'confirmed' && inDraft)) {
          return 'unchanged';
        }
        stores.intake.setState(known.id, { state: 'waiting' });
        return 'read';
      }
      await batch.commit();
      const { application, facts, grid, leftOut } = read;
      stores.intake.keep({
        id: randomUUID(),
        round,
        folder: folder.name,
        contents,
        reading: { application, grid: keptGrid(grid), photos: facts.photos, leftOut: [...leftOut] },
      });
      return 'read';
    } catch (error) {
      await batch.discard();
      throw error;
    }
  });
}

function contentsOf({ application }: ReadFolder): string {
  const lines = application.attachments.map(({ sha256, name }) => `${sha256}  ${name}\n`).toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function keptGrid({ lines }: FormGrid): KeptGrid {
  return {
    lines: lines.slice(0, keptLimits.lines).map(({ cells, source, table }) => ({
      cells: cells.slice(0, keptLimits.cells).map(({ text, from }) => ({ text: text.slice(0, keptLimits.characters), from })),
      source,
      table,
    })),
  };
}
