import type { Progress } from '#shared/api/base.ts';
import { ok, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import type { EvidenceBatch } from '#db/evidence/batch.ts';
import type { OpenedPackage } from '../packages/bag/read.ts';
import { readAhead } from '../findings/facts.ts';
import { acceptOpened, type AcceptOutcome, type OpenedBundles } from '../round-package/accept-package.ts';
import { refuseSuccession, takeOver } from './take-over.ts';

type Acceptance = {
  readonly opened: OpenedPackage<'round'>;
  readonly bundles: OpenedBundles;
  /** Where the bundles' attachments are staged; what is not committed here is the caller's to discard. */
  readonly batch: EvidenceBatch;
  readonly fileName: string;
  /** Keys whose fingerprint the user says to have compared in person just now. */
  readonly trust: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly report: (progress: Omit<Progress, 'kind'>) => void;
};

export type Taken =
  | { readonly outcome: 'taken' | 'unchanged'; readonly round: string }
  | { readonly outcome: 'needs-trust'; readonly chair: AcceptOutcome['chair'] };

/** The chairs that I know: myself, those whose card I compared, and those that the user vouches for just now. */
export function trustedChairs(core: OpenCore, trust: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([core.me.person.keyId, ...core.workspace.stores.cards.comparedKeys(), ...trust]);
}

/**
 * Takes an opened round into the workspace: its applications, their evidence, my part in it. Refuses as `acceptOpened` does; of a refused one,
 * and of one whose chair is not trusted yet, nothing is committed.
 */
export async function takeRound(
  core: OpenCore,
  { opened, bundles, batch, fileName, trust, signal, report }: Acceptance,
): Promise<Result<Taken>> {
  const request = { opened, bundles, fileName, trustedChairs: trustedChairs(core, trust), me: core.me.person.keyId };
  const accepted = await acceptOpened(request);
  if (!accepted.ok) {
    return accepted;
  }
  if (accepted.value.outcome === 'needs-trust') {
    return ok({ outcome: 'needs-trust', chair: accepted.value.chair });
  }
  const { kind: _kind, format: _format, ...round } = accepted.value.document;
  const refusal = refuseSuccession(core, { round, sha256: accepted.value.sha256, fileName });
  if (refusal !== null) {
    return { ok: false, refusal };
  }
  await batch.commit();
  const kept = keepRound(core, accepted.value, trust);
  const read = accepted.value.document.applications.map(({ bundle, applicant }) => ({ bundle: bundle.sha256, applicant: applicant.name }));
  await readAhead(core, read, { signal, report });
  return ok(kept);
}

/** All records of a verified round in one transaction. */
function keepRound(
  core: OpenCore,
  { document, sha256, chair, member, bundles }: Extract<AcceptOutcome, { outcome: 'accepted' }>,
  trust: ReadonlySet<string>,
): Taken {
  if (member === null) {
    throw new Error('a round was accepted for nobody');
  }
  const { workspace, me } = core;
  const { stores } = workspace;
  const { kind: _kind, format: _format, ...round } = document;
  return workspace.transaction(() => {
    if (trust.has(chair.keyId)) {
      stores.cards.setCompared({ keyId: chair.keyId, compared: true });
    }
    const chairs = chair.keyId === me.person.keyId;
    const scores = round.assignments.some(({ expert }) => expert === member.id);
    const before = stores.rounds.get(round.id);
    const outcome = stores.rounds.fix({
      round,
      sha256,
      state: 'accepted',
      me: member.id,
      roles: [...(chairs ? (['chair'] as const) : []), ...(scores || !chairs ? (['expert'] as const) : [])],
    });
    for (const bundle of bundles) {
      const { kind: _bundleKind, format: _bundleFormat, ...application } = bundle.document;
      stores.applications.keep({ bundle: bundle.sha256, bytes: bundle.application.bundle.bytes, signer: null, application });
      stores.applications.addToRound({ round: round.id, bundle: bundle.sha256 });
    }
    if (before !== null && outcome === 'taken') {
      takeOver(core, before.round);
    }
    return { outcome, round: round.id };
  });
}
