import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import type { Workspace } from '#db/workspace.ts';
import type { OpenCore } from '../core/core.ts';
import { factsReader, readFacts } from '../intake/read-facts.ts';

/** Readings under way: whoever asks for the same bundle meanwhile waits for the same reading. */
const underWay = new WeakMap<Workspace, Map<string, Promise<ApplicationFacts>>>();

/**
 * What the attachments of a bundle say. Read from their bytes once and kept; read again when the reader has become another.
 * The signal stops a reading that this call has begun.
 */
export function factsOf({ workspace }: Pick<OpenCore, 'workspace'>, bundle: string, signal?: AbortSignal): Promise<ApplicationFacts> {
  const readings = underWay.get(workspace) ?? new Map<string, Promise<ApplicationFacts>>();
  underWay.set(workspace, readings);
  const reading = readings.get(bundle) ?? read(workspace, bundle, signal).finally(() => readings.delete(bundle));
  readings.set(bundle, reading);
  return reading;
}

async function read({ stores, evidence }: Workspace, bundle: string, signal: AbortSignal | undefined): Promise<ApplicationFacts> {
  // A turn later: the reading is on the list before it can be over.
  await Promise.resolve();
  const kept = stores.facts.get({ bundle, reader: factsReader });
  if (kept !== null) {
    return kept;
  }
  const found = stores.applications.get(bundle);
  if (found === null) {
    throw new Error(`bundle ${bundle} is in a round but not in the workspace`);
  }
  // One piece of memory for all files, one after the other: hundreds of them would pile up faster than they are collected.
  let scratch = Buffer.alloc(0);
  const facts = await readFacts(found.application.attachments, async ({ sha256 }) => {
    const bytes = evidence.stat(sha256)?.bytes ?? 0;
    if (scratch.byteLength < bytes) {
      scratch = Buffer.allocUnsafeSlow(bytes);
    }
    let at = 0;
    for await (const part of evidence.read(sha256)) {
      signal?.throwIfAborted();
      at += part.copy(scratch, at);
      await nextTurn();
    }
    return scratch.subarray(0, at);
  });
  stores.facts.keep({ bundle, reader: factsReader, facts });
  return facts;
}

/**
 * Reads the facts of bundles that have just been taken in, so that the first look at them is quick. What is left when the signal
 * fires is read when it is needed: taking the bundles in is over by now.
 */
export async function readAhead(
  core: Pick<OpenCore, 'workspace'>,
  bundles: readonly string[],
  { signal, onRead }: { signal: AbortSignal | undefined; onRead: (done: number) => void },
): Promise<void> {
  const isStopped = (): boolean => signal?.aborted === true;
  for (const [index, bundle] of bundles.entries()) {
    if (isStopped()) {
      return;
    }
    onRead(index);
    try {
      await factsOf(core, bundle, signal);
    } catch (error) {
      if (!isStopped()) {
        throw error;
      }
    }
  }
}
