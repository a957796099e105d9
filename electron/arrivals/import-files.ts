import type { Progress } from '#shared/api/base.ts';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { catchRefusal, ok, refused, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import { takeScore } from '../merging/take-score.ts';
import { takeResult } from '../results/take-result.ts';
import { takeReturn } from '../returns/take-return.ts';
import { readPackage } from '../packages/bag/read.ts';
import { sourceChunks, type PackageSource } from '../packages/source.ts';
import { readAhead } from '../findings/facts.ts';
import { takeRound } from '../rounds/accept.ts';
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
 * Each is copied once, and only the private copy is read, however often the checks need it.
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

async function takePackage(
  core: OpenCore,
  arrival: Arrival,
): Promise<Result<Pick<ImportOutcome, 'kind' | 'outcome'> & Partial<ImportOutcome>>> {
  const { source, fileName, signal } = arrival;
  const seen = await readPackage({ source, fileName, identities: [core.me.keys.ageIdentity], spool: core.spool, signal });
  if (!seen.ok) {
    return seen;
  }
  const { kind } = seen.value;
  switch (kind) {
    case 'round': {
      const taken = await takeRound(core, arrival);
      if (!taken.ok || taken.value.outcome !== 'needs-trust') {
        return taken.ok ? ok({ kind, ...taken.value }) : taken;
      }
      const { keyId, member, fingerprint } = taken.value.chair;
      const signer = { keyId, name: member.name, organisation: member.organisation, fingerprint: fingerprint.split(' ') };
      return ok({ kind, outcome: taken.value.outcome, signer });
    }
    case 'score': {
      const taken = await takeScore(core, arrival);
      return taken.ok ? ok({ kind, ...taken.value }) : taken;
    }
    case 'application':
      return refused('draft/application-needs-round', { file: fileName });
    case 'return': {
      const taken = await takeReturn(core, arrival);
      return taken.ok ? ok({ kind, ...taken.value }) : taken;
    }
    case 'result': {
      const taken = await takeResult(core, arrival);
      return taken.ok ? ok({ kind, ...taken.value }) : taken;
    }
  }
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
