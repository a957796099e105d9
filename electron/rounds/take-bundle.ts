import type { Application } from '#shared/domain/application.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { Progress } from '#shared/api/base.ts';
import type { OpenCore } from '../core/core.ts';
import { readPackage } from '../packages/bag/read.ts';
import type { PackageSource } from '../packages/source.ts';
import { roundApplicationOf } from '../round-package/round-application.ts';
import { changeDraft } from './draft.ts';
import { evidenceSink } from '../packages/evidence-sink.ts';

type Bundle = {
  readonly source: PackageSource;
  readonly fileName: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Omit<Progress, 'kind'>) => void;
};

/** A bundle whose files are in the evidence store and whose application is on record. */
export type TakenBundle = {
  readonly sha256: string;
  readonly bytes: number;
  readonly application: Application;
  readonly outcome: 'taken' | 'unchanged';
};

/**
 * Reads an application bundle, each byte once, into the workspace: staged while it is being checked, then moved in
 * together; a refused one leaves nothing. What its attachments say is read later (`readAhead`). Refuses with `package/…` codes. Does not close the source.
 */
export async function takeBundle(core: OpenCore, { source, fileName, signal, onProgress }: Bundle): Promise<Result<TakenBundle>> {
  const batch = core.workspace.evidence.beginBatch({ signal });
  try {
    const read = await readPackage({
      source,
      fileName,
      expectKind: 'application',
      spool: core.spool,
      identities: [core.me.keys.ageIdentity],
      sink: evidenceSink(batch),
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ bytes, totalBytes }) =>
        onProgress?.({ step: 'reading', subject: fileName, unit: 'bytes', done: bytes, total: totalBytes }),
    });
    if (!read.ok) {
      await batch.discard();
      return read;
    }
    await batch.commit();
    const { sha256, bytes, document, signatures } = read.value;
    const { kind: _kind, format: _format, ...application } = document;
    const outcome = core.workspace.stores.applications.keep({ bundle: sha256, bytes, signer: signatures[0]?.keyId ?? null, application });
    return ok({ sha256, bytes, application, outcome });
  } catch (error) {
    await batch.discard();
    throw error;
  }
}

/**
 * Puts a bundle that is in the workspace into a draft. The same one again is `unchanged`; refuses with
 * `draft/application-known` when another bundle carries the same id.
 */
export function addToDraft(
  core: OpenCore,
  { round, bundle, fileName }: { round: string; bundle: TakenBundle; fileName: string },
): Result<'taken' | 'unchanged'> {
  const entry = roundApplicationOf(bundle);
  let outcome: Result<'taken' | 'unchanged'> = ok('taken');
  changeDraft(core, round, (draft) => {
    const known = draft.applications.find(({ id }) => id === entry.id);
    if (known !== undefined) {
      outcome =
        known.bundle.sha256 === bundle.sha256
          ? ok('unchanged')
          : refused('draft/application-known', { file: fileName, applicant: known.applicant.name });
      return draft;
    }
    return { ...draft, applications: [...draft.applications, entry] };
  });
  if (outcome.ok && outcome.value === 'taken') {
    core.workspace.stores.applications.addToRound({ round, bundle: bundle.sha256 });
  }
  return outcome;
}
