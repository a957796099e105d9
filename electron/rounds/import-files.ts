import type { Progress } from '#shared/api/base.ts';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import { catchRefusal, type Refusal, type Result } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';
import type { PackageSource } from '../packages/source.ts';
import { takeRound } from './accept.ts';
import { addToDraft, takeBundle } from './take-bundle.ts';
import { takeCard } from './take-card.ts';

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

/** Takes application bundles into a draft; what became of each. */
export function importBundles(
  core: OpenCore,
  { round, files }: { round: string; files: readonly string[] },
  tools: Tools,
): Promise<ImportOutcome[]> {
  return eachFile(core, files, async (id, name) => {
    const outcome = await withSource(core, id, async (source) => {
      const bundle = await takeBundle(core, { source, fileName: name, signal: tools.signal, onProgress: tools.report });
      return bundle.ok ? addToDraft(core, { round, bundle: bundle.value, fileName: name }) : bundle;
    });
    return outcome.ok
      ? { ...nothing, file: name, kind: 'application', round, outcome: outcome.value }
      : { ...nothing, file: name, kind: 'application', round, outcome: 'refused', refusal: outcome.refusal };
  });
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

/** Takes round packages as an expert; what became of each. */
export function importRounds(
  core: OpenCore,
  { files, trust }: { files: readonly string[]; trust: ReadonlySet<string> },
  tools: Tools,
): Promise<ImportOutcome[]> {
  return eachFile(core, files, async (id, name) => {
    const taken = await withSource(core, id, (source) => takeRound(core, { source, fileName: name, trust, ...tools }));
    if (!taken.ok) {
      return { ...nothing, file: name, outcome: 'refused', refusal: taken.refusal };
    }
    if (taken.value.outcome === 'needs-trust') {
      const { keyId, member, fingerprint } = taken.value.chair;
      const signer = { keyId, name: member.name, organisation: member.organisation, fingerprint: fingerprint.split(' ') };
      return { ...nothing, file: name, kind: 'round', outcome: 'needs-trust', signer };
    }
    return { ...nothing, file: name, kind: 'round', round: taken.value.round, outcome: taken.value.outcome };
  });
}

async function withSource<Value>(
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
