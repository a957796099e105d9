import type { OpenCore } from '../core/core.ts';
import { isReadableIn, myRound } from '../my-round/my-round.ts';

/**
 * A piece of evidence that I may look into, with the name it came under (null where it has none), or null. What came with an
 * applicant's papers may be read as far as one of the applications that hold it may: in a round as {@link isReadableIn} says, in a draft or
 * a folder read for one by whoever sets it up. What came with nobody's papers I added, or an expert sent it to me as the chair.
 */
export function readableEvidence(core: Pick<OpenCore, 'workspace'>, sha256: string): { bytes: number; name: string | null } | null {
  const { evidence, stores } = core.workspace;
  const found = evidence.stat(sha256);
  if (found === null) {
    return null;
  }
  const { bytes } = found;
  const holders = stores.applications.holders(sha256);
  const readable = holders.find(({ bundle }) => isReadable(core, bundle));
  if (readable !== undefined) {
    return { bytes, name: readable.name };
  }
  const inFolder = stores.intake.fileName(sha256);
  return inFolder !== null ? { bytes, name: inFolder } : holders.length === 0 ? { bytes, name: null } : null;
}

function isReadable(core: Pick<OpenCore, 'workspace'>, bundle: string): boolean {
  const { applications, rounds } = core.workspace.stores;
  return applications.roundsOf(bundle).some((id) => {
    if (rounds.draft(id) !== null) {
      return true;
    }
    const round = myRound(core, id);
    const application = round.round.applications.find((one) => one.bundle.sha256 === bundle);
    return application !== undefined && isReadableIn(round, application);
  });
}
