import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../../../package.json' with { type: 'json' };
import { portableFiles } from './contents.ts';
import { installProduction } from './install-production.ts';
import type { Platform } from './platforms.ts';
import type { WrittenZip } from './write-zip.ts';
import { writeZip } from './write-zip.ts';

export interface PortableZip extends WrittenZip {
  /** The ZIP. */
  readonly zip: string;
}

/**
 * Makes the portable copy for one platform in `out`, from what was built into `dist` under `root`: a ZIP with the built program, its production
 * packages, its Node and a start file. Throws where npm can't have the packages.
 */
export async function makePortable({ root, platform, out }: { root: string; platform: Platform; out: string }): Promise<PortableZip> {
  const installed = await mkdtemp(join(tmpdir(), `linping-portable-${platform.name}-`));
  try {
    await installProduction({ root, folder: installed, platform });
    const files = await portableFiles({ root, installed }, platform);
    await mkdir(out, { recursive: true });
    const zip = join(out, `linping-${packageJson.version}-${platform.name}.zip`);
    return { zip, ...(await writeZip({ files, folder: `遴评-${packageJson.version}-${platform.name}`, zip })) };
  } finally {
    await rm(installed, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
