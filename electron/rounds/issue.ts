import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ExportRef, Progress } from '#shared/api/base.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { keepPackage } from '../merging/kept-packages.ts';
import { packageChunks } from '../packages/bag/write.ts';
import type { RoundToIssue } from '../round-package/check-round.ts';
import { issueRound, type BundleToIssue, type IssuedPackage } from '../round-package/issue-package.ts';
import { readDraft, roundOf } from './draft.ts';
import { preflightOf } from './preflight.ts';
import { replacing } from './reissue.ts';
import { takeOver } from './take-over.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/**
 * Issues a draft of mine and fixes it. Refuses with the first refusal of the pre-flight list, or the codes of
 * `issueRound`; the draft then stays a draft.
 */
export function issueDraft(core: OpenCore, id: string, tools: Tools): Promise<Result<{ round: string; export: ExportRef }>> {
  return catchRefusal(async () => {
    const draft = readDraft(core, id);
    const wrong = preflightOf(core, draft).find(({ refusal }) => refusal !== null);
    if (wrong?.refusal) {
      throw new RefusedError(wrong.refusal.code, wrong.refusal.details);
    }
    const { exported, issued } = await exportIssue(
      core,
      { round: { ...roundOf(draft), ...replacing(core, draft) }, signedAt: core.now() },
      tools,
    );
    keepIssued(core, issued, draft.chairScores);
    return { round: id, export: exported };
  });
}

/** An issued round of mine once more: the same document under the same identity. Refuses as issuing does. */
export function exportRoundAgain(core: OpenCore, id: string, tools: Tools): Promise<Result<ExportRef>> {
  return catchRefusal(async () => {
    const found = core.workspace.stores.rounds.get(id);
    if (found === null || found.state !== 'issued') {
      throw new RefusedError('draft/round-not-found');
    }
    const { exported, issued } = await exportIssue(core, { round: found.round, signedAt: found.recordedAt }, tools);
    if (issued.sha256 !== found.sha256) {
      throw new Error(`round ${id} was issued as ${found.sha256} and came out as ${issued.sha256}`);
    }
    return exported;
  });
}

/** Writes a round's package with its bundles among the exports. Throws the refusals of `issueRound`. */
async function exportIssue(
  core: OpenCore,
  { round, signedAt }: { round: RoundToIssue; signedAt: string },
  { report, signal }: Tools,
): Promise<{ exported: ExportRef; issued: IssuedPackage }> {
  const bundles: BundleToIssue[] = [];
  for (const [done, { bundle, applicant }] of round.applications.entries()) {
    report({ step: 'copying', subject: applicant.name, unit: 'items', done, total: round.applications.length });
    bundles.push(await bundleFile(core, bundle.sha256, signal));
  }
  // A bundle made by another program may be as long as it likes; the round speaks of the file that travels in it.
  const applications = round.applications.map((application, index) => ({
    ...application,
    bundle: { ...application.bundle, bytes: bundles[index]?.file.bytes ?? application.bundle.bytes },
  }));
  const packages: IssuedPackage[] = [];
  const exported = await core.exports.addSealed(
    exportFileName({ ascii: 'round', chinese: round.title, extension: 'lpround' }),
    async (target) => {
      const written = await issueRound({
        round: { ...round, applications },
        bundles,
        chair: core.me.keys,
        signedAt,
        target,
        signal,
        onProgress: ({ bytes, totalBytes }) => {
          report({ step: 'writing', subject: round.title, unit: 'bytes', done: bytes, total: totalBytes });
        },
      });
      if (!written.ok) {
        throw new RefusedError(written.refusal.code, written.refusal.details);
      }
      packages.push(written.value);
      return { warnings: written.value.notices.map(() => 'larger-than-fat32' as const) };
    },
  );
  const [issued] = packages;
  if (issued === undefined) {
    throw new Error('an export was made without a package');
  }
  return { exported, issued };
}

function keepIssued(core: OpenCore, issued: IssuedPackage, chairScores: boolean): void {
  const { kind: _kind, format: _format, ...round } = issued.document;
  const { keyId } = core.me.person;
  const { rounds } = core.workspace.stores;
  const before = rounds.get(round.id);
  core.workspace.transaction(() => {
    rounds.fix({
      round,
      sha256: issued.sha256,
      state: 'issued',
      me: keyId,
      roles: chairScores ? ['chair', 'expert'] : ['chair'],
    });
    const file = basename(issued.path);
    const { bytes, skeleton } = issued;
    keepPackage(core, { kind: 'round', round: round.id, expert: null, sequence: null, signer: keyId, file, bytes, skeleton });
    if (before !== null) {
      takeOver(core, before.round);
    }
  });
}

/** A bundle as one file of the round's package, made anew out of the evidence store: the same bag, so the same identity. */
async function bundleFile({ workspace, now }: OpenCore, sha256: string, signal: AbortSignal): Promise<BundleToIssue> {
  const kept = workspace.stores.applications.get(sha256);
  if (kept === null) {
    throw new Error(`bundle ${sha256} is in a round but not in the workspace`);
  }
  const { application } = kept;
  const bundle = await packageChunks({
    kind: 'application',
    document: { kind: 'application', format: 1, ...application },
    files: application.attachments.map(({ sha256: file, bytes, name }) => ({
      sha256: file,
      bytes,
      extension: name.split('.').at(-1) ?? '',
      open: () => workspace.evidence.read(file),
    })),
    signers: [],
    signedAt: now(),
    name: `application-${sha256.slice(0, 16)}`,
    signal,
  });
  if (bundle.sha256 !== sha256) {
    throw new Error(`bundle ${sha256} came out as ${bundle.sha256}`);
  }
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of bundle.chunks()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256, file: { sha256: hash.digest('hex'), bytes, extension: 'lpapp', open: bundle.chunks } };
}
