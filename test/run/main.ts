import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { ownLines } from './own-lines.ts';
import { runSideBySide } from './side-by-side.ts';

/**
 * `npm test`: types, lint, layers and the build side by side, and, where all of them are well, every test in one run of Vitest, which needs
 * what was built. What is checked stands in package.json; here it is only spread over the processors.
 */
const scripts = z.record(z.string(), z.string()).parse(packageJson.scripts);
const begun = performance.now();
const checks = ['check:types', 'check:lint', 'check:layers', 'build'].flatMap((script) => ownLines(scripts, script));
const isWell = await runSideBySide(checks);
if (isWell && (await runSideBySide(ownLines(scripts, 'test:all')))) {
  console.log(`all is well after ${Math.round((performance.now() - begun) / 1000)} s`);
} else {
  process.exitCode = 1;
}
