import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { scoresOf, tableOf } from './scores.ts';

/**
 * `npm run mutate -- FILE…`: changes these files line by line and sees whether a test fails each time; without a FILE every file that
 * stryker.config.json names. What is known from the runs before is not tried again. Prints each file's score and fails where a file has
 * less than 80 %, or all of them together less than what the configuration asks for.
 */
const files = process.argv.slice(2);
const report = 'out/mutation/report.json';
const missing = files.filter((file) => !existsSync(file.replace(/:\d+(:\d+)?(-\d+(:\d+)?)?$/, '')));
if (missing.length > 0) {
  console.error(`no such file: ${missing.join(', ')}`);
  process.exit(2);
}
const only = files.length === 0 ? [] : ['--mutate', files.join(',')];
const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...only], { stdio: 'inherit' });
if (status !== 0 && !existsSync(report)) {
  process.exit(1);
}
const mutants = z.array(z.object({ status: z.string() }));
const { files: mutated } = z.object({ files: z.record(z.string(), z.object({ mutants })) }).parse(JSON.parse(readFileSync(report, 'utf8')));
const scores = scoresOf(mutated, files);
console.log(tableOf(scores));
process.exitCode = status === 0 && scores.every(({ percent }) => percent >= 80) ? 0 : 1;
