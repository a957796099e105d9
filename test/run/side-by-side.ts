import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { OwnLine } from './own-lines.ts';

/**
 * Runs programs on our own Node, as many at a time as there are processors, and says of each how long it took; whether all of them ended
 * well. A single one writes as it goes; of several each one's output stands together, when it has ended.
 */
export async function runSideBySide(lines: readonly OwnLine[]): Promise<boolean> {
  const waiting = [...lines];
  let isWell = true;
  const worker = async (): Promise<void> => {
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      isWell = (await runOne(line, lines.length === 1 ? 'inherit' : 'pipe')) && isWell;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return isWell;
}

async function runOne({ script, argv }: OwnLine, output: 'inherit' | 'pipe'): Promise<boolean> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', './electron/hosts/own-node.mjs', ...argv], { stdio: ['ignore', output, output] });
  const said: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => said.push(piece));
  child.stderr?.on('data', (piece: Buffer) => said.push(piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.stdout.write(Buffer.concat(said));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'well' : `ENDED WITH ${String(code)}`}: ${script} (${argv.join(' ')}), ${seconds} s`);
  return code === 0;
}
