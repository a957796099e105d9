import type { ExportRef, Progress } from '#shared/api/base.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { catchRefusal, RefusedError, type Result, valueOf } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { spoolPackage } from '../packages/bag/write-spool.ts';
import { packageChunks } from '../packages/bag/write.ts';
import { readAhead } from '../findings/facts.ts';
import { addToDraft, takeBundle } from '../rounds/take-bundle.ts';
import { extensionOf } from '../reading/extension.ts';
import { bundleContents, type PackRequest } from './pack.ts';
import { applicationId } from './read-folder.ts';
import { currentOf, waiting } from './readings.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/**
 * Packs what stands in a reading into a bundle and takes it into the draft the way any `.lpapp` goes. Cut short, it is simply done
 * again: the same reading gives the same bundle. Refuses `intake/name-missing`, `draft/application-known`, `package/…`.
 */
export function confirmReading(core: OpenCore, id: string, { signal, report }: Tools): Promise<Result<'taken' | 'unchanged'>> {
  return catchRefusal(async () => {
    const { round } = waiting(core, id);
    const packing = packed(core, id);
    const fileName = fileNameOf(packing);
    const bundle = await packageChunks({ ...bundleContents(packing), name: fileName.replace(/\.lpapp$/u, ''), signal });
    const source = await core.spool(bundle.chunks());
    try {
      const taken = valueOf(await takeBundle(core, { source, fileName, signal, onProgress: report }));
      const outcome = valueOf(addToDraft(core, { round, bundle: taken, fileName }));
      core.workspace.stores.intake.setState(id, { state: 'confirmed', bundle: taken.sha256 });
      await readAhead(core, [{ bundle: taken.sha256, applicant: taken.application.applicant.name }], { signal, report });
      return outcome;
    } finally {
      await source.close();
    }
  });
}

/** The bundle of what stands in a reading, as a file to keep. Refuses as {@link confirmReading}. */
export function exportReading(core: OpenCore, id: string, { signal, report }: Tools): Promise<Result<ExportRef>> {
  return catchRefusal(() => {
    const packing = packed(core, id);
    const fileName = fileNameOf(packing);
    return core.exports.add(fileName, async (spool) => {
      const written = await spoolPackage({
        ...bundleContents(packing),
        name: fileName.replace(/\.lpapp$/u, ''),
        spool,
        signal,
        onProgress: ({ bytes, totalBytes }) =>
          report({ step: 'writing', subject: fileName, unit: 'bytes', done: bytes, total: totalBytes }),
      });
      return { warnings: written.notices.length > 0 ? ['larger-than-fat32'] : [] };
    });
  });
}

function packed(core: OpenCore, id: string): Pick<PackRequest, 'read' | 'refusedNames'> {
  const { application: stands, refused } = currentOf(core, id);
  const { name, creditCode } = stands.applicant;
  if (name.trim() === '') {
    throw new RefusedError('intake/name-missing', { folder: core.workspace.stores.intake.heading(id)?.folder ?? '' });
  }
  // Who applies may have been corrected, and the id says who that is.
  const application = { ...stands, id: applicationId(name, creditCode) };
  const files = new Map(
    application.attachments.map(({ sha256, bytes, name: file }) => [
      sha256,
      { sha256, bytes, extension: extensionOf(file), open: () => core.workspace.evidence.read(sha256) },
    ]),
  );
  return { read: { application, files: [...files.values()] }, refusedNames: refused };
}

function fileNameOf({ read }: Pick<PackRequest, 'read'>): string {
  return exportFileName({ ascii: read.application.id, chinese: read.application.applicant.name, extension: 'lpapp' });
}
