import type { Progress } from '#shared/api/base.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import { RefusedError } from '#shared/result.ts';
import type { Workspace } from '#db/workspace.ts';
import type { OpenCore } from '../core/core.ts';
import { readFacts } from './read-facts.ts';
import { readerVersion } from '../reading/limits.ts';
import { SideBySide } from '../reading/side-by-side.ts';

/** Readings under way: whoever asks for the same bundle meanwhile waits for the same reading. */
const underWay = new WeakMap<Workspace, Map<string, Promise<ApplicationFacts>>>();

/**
 * What the attachments of a bundle say. Read from their bytes once and kept; read again when the reader has become another.
 * The signal stops a reading that this call has begun.
 */
export function factsOf({ workspace, readers }: Reading, bundle: string, signal?: AbortSignal): Promise<ApplicationFacts> {
  const readings = underWay.get(workspace) ?? new Map<string, Promise<ApplicationFacts>>();
  underWay.set(workspace, readings);
  const reading = readings.get(bundle) ?? read({ workspace, readers }, bundle, signal).finally(() => readings.delete(bundle));
  readings.set(bundle, reading);
  return reading;
}

type Reading = Pick<OpenCore, 'workspace' | 'readers'>;

async function read(
  { workspace: { stores, evidence }, readers }: Reading,
  bundle: string,
  signal: AbortSignal | undefined,
): Promise<ApplicationFacts> {
  // A turn later: the reading is on the list before it can be over.
  await Promise.resolve();
  const kept = stores.facts.get({ bundle, reader: readerVersion });
  if (kept !== null) {
    return kept;
  }
  const found = stores.applications.get(bundle);
  if (found === null) {
    throw new Error(`bundle ${bundle} is in a round but not in the workspace`);
  }
  const facts = await readFacts(found.application.attachments, { open: ({ sha256 }) => evidence.read(sha256), readers, signal });
  stores.facts.keep({ bundle, reader: readerVersion, facts });
  return facts;
}

/**
 * Reads the facts of bundles that have just been taken in, several at a time, so that the first look at them is quick; the progress counts
 * applications. What is left when the signal fires is read when it is needed: taking the bundles in is over by now.
 */
export async function readAhead(
  core: Reading,
  bundles: readonly { readonly bundle: string; readonly applicant: string }[],
  { signal, report }: { signal: AbortSignal; report: (progress: Omit<Progress, 'kind'>) => void },
): Promise<void> {
  const reading = new SideBySide({ count: core.readers.count + 1, bytes: Number.POSITIVE_INFINITY });
  let done = 0;
  try {
    for (const { bundle, applicant } of bundles) {
      signal.throwIfAborted();
      await reading.start(0, async () => {
        report({ step: 'checking', subject: applicant, unit: 'items', done, total: bundles.length });
        await factsOf(core, bundle, signal);
        done += 1;
        report({ step: 'checking', subject: applicant, unit: 'items', done, total: bundles.length });
      });
    }
    await reading.done();
  } catch (error) {
    if (!signal.aborted && !isUnavailable(error)) {
      throw error;
    }
  }
}

/** No process could be started just now: the facts are read when they are needed. */
function isUnavailable(error: unknown): boolean {
  return error instanceof RefusedError && error.refusal.code === 'reading/unavailable';
}
