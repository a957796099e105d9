import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writePackage } from '#electron/packages/bag/write.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { applicationWith, signedAt } from '../fixtures/packages/documents.ts';
import { removeFolder } from '../temporary.ts';
import { secondsOf, type Bench } from './bench.ts';
import { noise } from './noise.ts';

/** A bundle written, and read as `verify` does, beside `unzip` and `sha256sum -c` of the same file. */
export const bench: Bench = {
  name: 'packages',
  async run({ size, folder }) {
    const files = Array.from({ length: size === 'full' ? 32 : 2 }, () => noise(64));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const target = join(folder, 'a.lpapp');
    const writing = await secondsOf(async () => {
      const written = await writePackage({ kind: 'application', document: applicationWith(files), files, signers: [], signedAt, target });
      if (!written.ok) {
        throw new Error(written.refusal.code);
      }
    });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const reading = await secondsOf(async () => {
      const verified = await verifyFile({ path: target });
      if (!verified.ok) {
        throw new Error(verified.refusal.code);
      }
    });
    clearInterval(watch);
    const byHand = await secondsOf(() => {
      execFileSync('unzip', ['-q', target, '-d', folder]);
      execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: join(folder, 'a') });
    });
    await removeFolder(join(folder, 'a'));
    const floor = { what: 'unzip + sha256sum -c', seconds: byHand };
    return [
      { what: 'write, fsync, read back', seconds: writing, bytes, floor: null },
      { what: `verify (at most ${Math.ceil(peak / 2 ** 20)} MiB resident)`, seconds: reading, bytes, floor },
    ];
  },
};
