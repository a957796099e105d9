import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new, empty folder; `parent` is the system's place for such unless another is given. Whoever makes it calls `removeFolder`. */
export function makeFolder(name: string, parent = tmpdir()): string {
  return mkdtempSync(join(parent, `linping-${name}-`));
}

/**
 * Takes a folder away with all that is in it. Programs that write into it must have ended before; what the system itself
 * (a virus scanner, a file that is just being closed) still holds is asked for again for a while.
 */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** A new, empty folder that goes away when the test ends, after everything that the test asked to be ended later. */
export function temporaryFolder(name = 'test'): string {
  const folder = makeFolder(name);
  onTestFinished(() => removeFolder(folder));
  return folder;
}
