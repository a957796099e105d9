import type { Progress } from '#shared/api/base.ts';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { catchRefusal, ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { takeScore } from '../merging/take-score.ts';
import { takeResult } from '../results/take-result.ts';
import { takeReturn } from '../returns/take-return.ts';
import type { EvidenceBatch } from '#db/evidence/batch.ts';
import type { PackageKind } from '#shared/packages/kinds.ts';
import { readPackage, type OpenedPackage, type PackageHead } from '../packages/bag/read.ts';
import { evidenceSink } from '../packages/evidence-sink.ts';
import { bundleSink, type OpenedBundles } from '../round-package/accept-package.ts';
import { sourceChunks, type PackageSource } from '../packages/source.ts';
import { readAhead } from '../findings/facts.ts';
import { takeRound, trustedChairs } from '../rounds/accept.ts';
import { addToDraft, takeBundle } from '../rounds/take-bundle.ts';
import { takeCard } from '../rounds/take-card.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

const nothing = { kind: null, round: null, refusal: null, signer: null } as const;

/** One refused or taken file after another: a bad one does not keep the others from being taken. */
async function eachFile(
  core: OpenCore,
  files: readonly string[],
  take: (id: string, name: string) => Promise<ImportOutcome>,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const id of files) {
    outcomes.push(await take(id, core.files.ref(id)?.name ?? ''));
  }
  return outcomes;
}

/** Takes application bundles into a draft, then reads what their attachments say, for the checks; what became of each. */
export async function importBundles(
  core: OpenCore,
  { round, files }: { round: string; files: readonly string[] },
  tools: Tools,
): Promise<ImportOutcome[]> {
  const taken: { bundle: string; applicant: string }[] = [];
  const outcomes = await eachFile(core, files, async (id, name) => {
    const outcome = await withSource(core, id, async (source) => {
      const bundle = await takeBundle(core, { source, fileName: name, signal: tools.signal, onProgress: tools.report });
      taken.push(...(bundle.ok ? [{ bundle: bundle.value.sha256, applicant: bundle.value.application.applicant.name }] : []));
      return bundle.ok ? addToDraft(core, { round, bundle: bundle.value, fileName: name }) : bundle;
    });
    return outcome.ok
      ? { ...nothing, file: name, kind: 'application', round, outcome: outcome.value }
      : { ...nothing, file: name, kind: 'application', round, outcome: 'refused', refusal: outcome.refusal };
  });
  await readAhead(core, taken, tools);
  return outcomes;
}

/** Takes identity cards into a draft's panel; what became of each. */
export function importCards(core: OpenCore, { round, files }: { round: string; files: readonly string[] }): Promise<ImportOutcome[]> {
  return eachFile(core, files, async (id, name) => {
    const outcome = await takeCard(core, { round, file: id });
    return outcome.ok
      ? { ...nothing, file: name, kind: 'card', round, outcome: outcome.value }
      : { ...nothing, file: name, kind: 'card', round, outcome: 'refused', refusal: outcome.refusal };
  });
}

/**
 * Takes packages of any kind, by what they are and not by what they are called: a round, a return or a result as an expert, a score as the chair.
 * Each is copied once, and the private copy is opened and verified once.
 */
export function importPackages(
  core: OpenCore,
  { files, trust }: { files: readonly string[]; trust: ReadonlySet<string> },
  tools: Tools,
): Promise<ImportOutcome[]> {
  return eachFile(core, files, async (id, file) => {
    const taken = await withSource(core, id, async (stick) => {
      const copy = await core.spool(sourceChunks(stick, 0, stick.size, tools.signal));
      try {
        return await takePackage(core, { source: copy, fileName: file, trust, ...tools });
      } finally {
        await copy.close();
      }
    });
    return taken.ok ? { ...nothing, file, ...taken.value } : { ...nothing, file, outcome: 'refused', refusal: taken.refusal };
  });
}

type Arrival = Tools & { readonly source: PackageSource; readonly fileName: string; readonly trust: ReadonlySet<string> };

type Taken = Pick<ImportOutcome, 'kind' | 'outcome'> & Partial<ImportOutcome>;

/** Opens and verifies a package, once, and hands it to those who take its kind. Refused, it leaves nothing behind. */
export async function takePackage(core: OpenCore, arrival: Arrival): Promise<Result<Taken>> {
  const { source, fileName, signal, report } = arrival;
  const batch = core.workspace.evidence.beginBatch({ signal });
  const sink = evidenceSink(batch);
  const bundles: OpenedBundles = new Map();
  const chairs = trustedChairs(core, arrival.trust);
  const sinkFor = ({ kind, signatures }: PackageHead) =>
    kind === 'round'
      ? bundleSink({ spool: core.spool, sink, signal, fileName, trustedChairs: chairs }, { signatures, bundles })
      : kind === 'score'
        ? sink
        : null;
  try {
    const opened = await readPackage({
      source,
      fileName,
      identities: [core.me.keys.ageIdentity],
      spool: core.spool,
      signal,
      sinkFor,
      onProgress: ({ bytes, totalBytes }) => {
        report({ step: 'verifying', subject: fileName, unit: 'bytes', done: bytes, total: totalBytes });
      },
    });
    return opened.ok ? await takeOpened(core, { ...arrival, opened: opened.value, bundles, batch }) : opened;
  } finally {
    await batch.discard();
  }
}

type OpenedArrival = Arrival & { readonly opened: OpenedPackage; readonly bundles: OpenedBundles; readonly batch: EvidenceBatch };

async function takeOpened(core: OpenCore, { opened, ...arrival }: OpenedArrival): Promise<Result<Taken>> {
  const { kind } = opened;
  if (isKind(opened, 'round')) {
    const taken = await takeRound(core, { ...arrival, opened });
    if (!taken.ok || taken.value.outcome !== 'needs-trust') {
      return taken.ok ? ok({ kind, ...taken.value }) : taken;
    }
    const { keyId, member, fingerprint } = taken.value.chair;
    const signer = { keyId, name: member.name, organisation: member.organisation, fingerprint: fingerprint.split(' ') };
    return ok({ kind, outcome: taken.value.outcome, signer });
  }
  if (isKind(opened, 'application')) {
    return refused('draft/application-needs-round', { file: arrival.fileName });
  }
  const taken = isKind(opened, 'score')
    ? await takeScore(core, { ...arrival, opened })
    : isKind(opened, 'return')
      ? await takeReturn(core, { ...arrival, opened })
      : isKind(opened, 'result')
        ? await takeResult(core, { ...arrival, opened })
        : null;
  if (taken === null) {
    throw new Error(`nobody takes a ${kind}`);
  }
  return taken.ok ? ok({ kind, ...taken.value }) : taken;
}

function isKind<Kind extends PackageKind>(opened: OpenedPackage, kind: Kind): opened is OpenedPackage<Kind> {
  return opened.kind === kind;
}

/** Opens a handed-over file for `use` and closes it afterwards; a refusal thrown inside is the result. */
export async function withSource<Value>(
  core: OpenCore,
  id: string,
  use: (source: PackageSource) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened: Result<PackageSource> | { ok: false; refusal: Refusal } = await core.files.open(id);
  if (!opened.ok) {
    return opened;
  }
  try {
    const result = await catchRefusal(() => use(opened.value));
    return result.ok ? result.value : result;
  } finally {
    await opened.value.close();
  }
}
