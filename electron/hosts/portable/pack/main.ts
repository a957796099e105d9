import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../launch/ensure-built.ts';
import { root } from '../../launch/root.ts';
import { makePortable } from './make.ts';
import { platforms } from './platforms.ts';

/** `npm run portable [-- --platform NAME]… [--out DIR]`: makes the ZIPs of all platforms, or of those named, in `release/`. */
async function pack(): Promise<number> {
  const { values } = parseArgs({
    options: { platform: { type: 'string', multiple: true, default: [] }, out: { type: 'string', default: 'release' } },
  });
  const unknown = values.platform.filter((name) => !platforms.some((platform) => platform.name === name));
  if (unknown.length > 0) {
    console.error(
      `没有这样的平台：${unknown.join('、')}。可选： No such platform. There are: ${platforms.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  const wanted = platforms.filter(({ name }) => values.platform.length === 0 || values.platform.includes(name));
  await ensureBuilt(root);
  for (const [index, platform] of wanted.entries()) {
    console.log(`${index + 1}/${wanted.length} ${platform.name}：正在安装依赖并打包…… Installing its packages and packing…`);
    const { zip, bytes, sha256 } = await makePortable({ root, platform, out: resolve(values.out) });
    console.log(`${zip}  ${(bytes / 1e6).toFixed(1)} MB  SHA-256 ${sha256}`);
  }
  return 0;
}

process.exitCode = await pack();
