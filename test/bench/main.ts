import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFolder, removeFolder } from '../temporary.ts';
import type { Bench, Measurement } from './bench.ts';

/** `npm run bench [-- --quick] [--folder DIR] [NAME…]`: every file of this folder that exports a `bench`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, folder: { type: 'string', default: tmpdir() }, list: { type: 'boolean' } },
});
const benches = await findBenches();
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0 || values.list) {
  process.stdout.write(`benches: ${benches.map(({ name }) => name).join(', ')}\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const folder = makeFolder(`bench-${bench.name}`, values.folder);
  try {
    process.stdout.write(`${bench.name}\n`);
    for (const measurement of await bench.run({ size: values.quick ? 'quick' : 'full', folder })) {
      process.stdout.write(`  ${line(measurement)}\n`);
    }
  } finally {
    await removeFolder(folder);
  }
}

function line({ what, seconds, bytes, floor }: Measurement): string {
  const rate = bytes === null ? '' : `  ${(bytes / 2 ** 20 / seconds).toFixed(0).padStart(6)} MiB/s`;
  const ratio = floor === null ? '' : `  ${(seconds / floor.seconds).toFixed(2)} × ${floor.what} (${duration(floor.seconds)})`;
  return `${what.padEnd(44)} ${duration(seconds).padStart(11)}${rate}${ratio}`;
}

function duration(seconds: number): string {
  return seconds < 0.1 ? `${(seconds * 1000).toFixed(2)} ms` : `${seconds.toFixed(2)} s`;
}

async function findBenches(): Promise<Bench[]> {
  const found: Bench[] = [];
  for (const file of readdirSync(import.meta.dirname).toSorted()) {
    if (file.endsWith('.ts') && file !== 'main.ts') {
      const loaded: unknown = await import(join(import.meta.dirname, file));
      if (typeof loaded === 'object' && loaded !== null && 'bench' in loaded && isBench(loaded.bench)) {
        found.push(loaded.bench);
      }
    }
  }
  return found;
}

function isBench(value: unknown): value is Bench {
  return value instanceof Object && 'name' in value && 'run' in value;
}
