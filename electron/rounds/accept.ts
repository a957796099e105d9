import type { Progress } from '#shared/api/base.ts';
import { ok, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import type { PackageSource } from '../packages/source.ts';
import { readAhead } from '../findings/facts.ts';
import { acceptRound, type AcceptOutcome } from '../round-package/accept-package.ts';
import { evidenceSink } from '../packages/evidence-sink.ts';
import { refuseSuccession, takeOver } from './take-over.ts';

type Acceptance = {
  readonly source: PackageSource;
  readonly fileName: string;
  /** Keys whose fingerprint the user says to have compared in person just now. */
  readonly trust: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly report: (progress: Omit<Progress, 'kind'>) => void;
};

export type Taken =
  | { readonly outcome: 'taken' | 'unchanged'; readonly round: string }
  | { readonly outcome: 'needs-trust'; readonly chair: AcceptOutcome['chair'] };

/**
 * Takes a round package into the workspace: its applications, their evidence, my part in it. Refuses with the codes of
 * `acceptRound`; a refused one, and one whose chair is not trusted yet, leaves nothing behind.
 */
export async function takeRound(core: OpenCore, { source, fileName, trust, signal, report }: Acceptance): Promise<Result<Taken>> {
  const { stores, evidence } = core.workspace;
  const me = core.me.person.keyId;
  const batch = evidence.beginBatch({ signal });
  try {
    const accepted = await acceptRound({
      source,
      fileName,
      identities: [core.me.keys.ageIdentity],
      spool: core.spool,
      trustedChairs: new Set([me, ...stores.cards.comparedKeys(), ...trust]),
      me,
      sink: evidenceSink(batch),
      signal,
      onProgress: ({ bytes, totalBytes }) => {
        report({ step: 'verifying', subject: fileName, unit: 'bytes', done: bytes, total: totalBytes });
      },
    });
    if (!accepted.ok) {
      await batch.discard();
      return accepted;
    }
    if (accepted.value.outcome === 'needs-trust') {
      await batch.discard();
      return ok({ outcome: 'needs-trust', chair: accepted.value.chair });
    }
    const { kind: _kind, format: _format, ...round } = accepted.value.document;
    const refusal = refuseSuccession(core, { round, sha256: accepted.value.sha256, fileName });
    if (refusal !== null) {
      await batch.discard();
      return { ok: false, refusal };
    }
    await batch.commit();
    const kept = keepRound(core, accepted.value, trust);
    const { applications } = accepted.value.document;
    const bundles = applications.map(({ bundle, applicant }) => ({ bundle: bundle.sha256, applicant: applicant.name }));
    await readAhead(core, bundles, { signal, report });
    return ok(kept);
  } catch (error) {
    await batch.discard();
    throw error;
  }
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
