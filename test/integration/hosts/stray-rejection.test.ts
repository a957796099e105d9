import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const report = JSON.stringify(new URL('../../../electron/hosts/report-unexpected.ts', import.meta.url).href);

test('a promise that fails with nobody waiting is printed, and the host lives on', () => {
  const program = `import { outliveStrayRejections } from ${report};
    outliveStrayRejections();
    Promise.reject(new Error('a stray one'));
    setTimeout(() => console.log('still here'), 1);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'still here\n' });
  expect(stderr).toContain('a stray one');
});
