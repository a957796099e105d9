import { createHash } from 'node:crypto';
import type { ExportRef, Progress } from '#shared/api/base.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { packageChunks } from '../packages/bag/write.ts';
import { issueRound, type BundleToIssue, type IssuedPackage } from '../round-setup/issue-package.ts';
import { readDraft, roundOf } from './draft.ts';
import { preflight } from './preflight.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/**
 * Issues a draft of mine and fixes it. Refuses with the first refusal of the pre-flight list, or the codes of
 * `issueRound`; the draft then stays a draft.
 */
export function issueDraft(core: OpenCore, id: string, tools: Tools): Promise<Result<{ round: string; export: ExportRef }>> {
  return catchRefusal(async () => {
    const draft = readDraft(core, id);
    const wrong = preflight(draft, (keyId) => core.workspace.stores.cards.isCompared(keyId)).find(({ refusal }) => refusal !== null);
    if (wrong?.refusal) {
      throw new RefusedError(wrong.refusal.code, wrong.refusal.details);
    }
    const round = roundOf(draft);
    const bundles: BundleToIssue[] = [];
    for (const [done, { bundle, applicant }] of round.applications.entries()) {
      tools.report({ step: 'copying', subject: applicant.name, unit: 'items', done, total: round.applications.length });
      bundles.push(await bundleFile(core, bundle.sha256, tools.signal));
    }
    // A bundle made by another program may be as long as it likes; the round speaks of the file that travels in it.
    const applications = round.applications.map((application, index) => ({
      ...application,
      bundle: { ...application.bundle, bytes: bundles[index]?.file.bytes ?? application.bundle.bytes },
    }));
    let issued: IssuedPackage | null = null;
    const exported = await core.exports.add(
      exportFileName({ ascii: 'round', chinese: round.title, extension: 'lpround' }),
      async (target) => {
        const written = await issueRound({
          round: { ...round, applications },
          bundles,
          chair: core.me.keys,
          signedAt: core.now(),
          target,
          signal: tools.signal,
          onProgress: ({ bytes, totalBytes }) => {
            tools.report({ step: 'writing', subject: round.title, unit: 'bytes', done: bytes, total: totalBytes });
          },
        });
        if (!written.ok) {
          throw new RefusedError(written.refusal.code, written.refusal.details);
        }
        issued = written.value;
        return { warnings: written.value.notices.map(() => 'larger-than-fat32' as const) };
      },
    );
    keepIssued(core, issued, draft.chairScores);
    return { round: round.id, export: exported };
  });
}

function keepIssued(core: OpenCore, issued: IssuedPackage | null, chairScores: boolean): void {
  if (issued === null) {
    throw new Error('an export was made without a package');
  }
  const { kind: _kind, format: _format, ...round } = issued.document;
  core.workspace.stores.rounds.fix({
    round,
    sha256: issued.sha256,
    state: 'issued',
    me: core.me.person.keyId,
    roles: chairScores ? ['chair', 'expert'] : ['chair'],
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
