import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { writePackage } from '#electron/packages/bag/write.ts';
import { valueOf } from '#shared/result.ts';
import { applicationWith, signedAt } from '../fixtures/packages/documents.ts';
import { removeFolder } from '../temporary.ts';
import { noise } from './noise.ts';
import { secondsOf, type Bench } from './bench.ts';

const importedSchema = z.object({ seconds: z.number(), peakBytes: z.number() });

/** A bundle of 2 GiB taken into a workspace through the API, in a process of its own, beside `unzip` and `sha256sum -c` of the same file. */
export const bench: Bench = {
  name: 'import',
  async run({ size, folder }) {
    const files = Array.from({ length: size === 'full' ? 256 : 8 }, () => noise(8));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const target = join(folder, 'a.lpapp');
    valueOf(await writePackage({ kind: 'application', document: applicationWith(files), files, signers: [], signedAt, target }));
    const byHand = await secondsOf(() => {
      execFileSync('unzip', ['-q', target, '-d', folder]);
      execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: join(folder, 'a') });
    });
    await removeFolder(join(folder, 'a'));
    const program = join(import.meta.dirname, 'programs/import-bundle.ts');
    const said = execFileSync(process.execPath, [program, join(folder, 'workspace'), target]).toString();
    const { seconds, peakBytes } = importedSchema.parse(JSON.parse(said));
    return [
      {
        what: `import (at most ${Math.ceil(peakBytes / 1e6)} MB resident, 1 MB = 10^6)`,
        seconds,
        bytes,
        floor: { what: 'unzip + sha256sum -c', seconds: byHand },
      },
    ];
  },
};
