import type * as Crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';

/**
 * Loaded before each integration test: in the test's own process scrypt costs next to nothing, for the hundreds of workspaces that are made
 * and opened there by the way. It has its real cost where tests are about keys (`test/integration/db/`), and where a test starts processes, which
 * have the product's. The product knows nothing of this: a key file that names a lower cost is refused.
 */
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof Crypto>();
  const path = expect.getState().testPath ?? '';
  if (/[\\/]integration[\\/]db[\\/]/u.test(path) || /'node:child_process'|runLinping/u.test(readFileSync(path, 'utf8'))) {
    return crypto;
  }
  const cheap = (...[passphrase, salt, bytes, options, done]: Parameters<typeof Crypto.scrypt>) =>
    crypto.scrypt(passphrase, salt, bytes, { ...options, cost: 2 }, done);
  return { ...crypto, scrypt: cheap };
});
