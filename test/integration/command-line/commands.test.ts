import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createWorkspace } from '#db/workspace.ts';
import { makeApplicant, writeApplicantFolder } from '#electron/rehearsal/applicants.ts';
import { rehearse } from '#electron/rehearsal/rehearse.ts';
import { runLinping } from '../../fixtures/command-line/run-linping.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { temporaryFolder } from '../../temporary.ts';
import { readers } from '../../fixtures/readers.ts';

describe('pack and check', () => {
  test('a folder becomes a bundle, and the bundle says what it holds and what the checks find', async () => {
    const folder = temporaryFolder();
    const applicant = await writeApplicantFolder(await makeApplicant({ seed: 3, index: 1 }), folder);
    const bundle = join(folder, 'a.lpapp');
    const packed = await runLinping('pack', applicant, '--out', bundle, '--json');
    expect(packed.exitCode).toBe(0);
    expect(JSON.parse(packed.stdout)).toMatchObject({ file: bundle, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });

    const checked = await runLinping('check', bundle, '--json', '--until', '2022-10-31');
    const answer = z
      .object({
        application: z.object({ applicant: z.object({ name: z.string() }), occupations: z.array(z.unknown()).min(1) }),
        findings: z.array(
          z.object({
            code: z.string(),
            verdict: z.string(),
            found: z.unknown(),
            required: z.unknown(),
            where: z.array(z.unknown()),
            clause: z.string(),
          }),
        ),
      })
      .parse(JSON.parse(checked.stdout));
    // The second made-up applicant leases for 24 months only.
    expect(answer.findings.find(({ code }) => code === 'G10')).toMatchObject({ verdict: 'not-met' });
    expect(checked.exitCode).toBe(1);
  });

  test('a folder without the form is refused, in both languages', async () => {
    const folder = temporaryFolder();
    await mkdir(join(folder, '空'));
    const chinese = await runLinping('pack', join(folder, '空'), '--out', join(folder, 'a.lpapp'));
    const english = await runLinping('pack', join(folder, '空'), '--out', join(folder, 'a.lpapp'), '--lang', 'en', '--json');
    expect([chinese.exitCode, english.exitCode]).toEqual([1, 1]);
    expect(chinese.stderr).toMatch(/\p{Script=Han}/u);
    expect(JSON.parse(english.stdout)).toMatchObject({
      refusal: { code: 'intake/form-missing', message: expect.stringMatching(/^[^\p{Script=Han}]*[a-z]/u) },
    });
  });
});

describe('wrong usage', () => {
  test.each([[[]], [['frobnicate']], [['pack', 'x']], [['verify', 'x', '--unknown']], [['rehearse', '--out', 'x', '--experts', 'many']]])(
    '%j ends with 2 and says so in either language',
    async (argv) => {
      const chinese = await runLinping(...argv);
      const english = await runLinping(...argv, '--lang=en');
      expect([chinese.exitCode, english.exitCode]).toEqual([2, 2]);
      expect(chinese.stderr).toContain('用法有误');
      expect(english.stderr).toContain('Wrong usage');
      expect(chinese.stdout).toBe('');
    },
  );

  test('help and version are no errors', async () => {
    expect(await runLinping('--help')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('rehearse') });
    expect(await runLinping('merge', '--help', '--lang', 'en')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--resolutions'),
    });
    expect(await runLinping('--version')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('migrate', () => {
  test('opens a workspace with the passphrase from a file, and refuses a wrong one', async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    await valueOf(
      await createWorkspace({ folder: workspace, passphrase: '一句很长的口令', now: () => '2026-11-24T10:00:00+08:00' }),
    ).close();
    await writeFile(join(folder, 'right'), '一句很长的口令\n');
    await writeFile(join(folder, 'wrong'), '另一句\n');
    const right = await runLinping('migrate', '--workspace', workspace, '--passphrase-file', join(folder, 'right'), '--json');
    expect(right.exitCode).toBe(0);
    expect(JSON.parse(right.stdout)).toEqual({ workspace, upToDate: true, mended: null });
    const wrong = await runLinping('migrate', '--workspace', workspace, '--passphrase-file', join(folder, 'wrong'), '--json');
    expect(wrong.exitCode).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ refusal: { code: 'workspace/passphrase-wrong' } });
  });
});

test('a rehearsal depends on nothing but its seed, keys and times aside', async () => {
  const folder = temporaryFolder();
  const results = [];
  for (const [index, seed] of [11, 11, 12].entries()) {
    const out = join(folder, String(index));
    const now = () => new Date(Date.UTC(2026, 10, 24, 10 + index));
    valueOf(await rehearse({ readers, folder: out, applicants: 3, experts: 3, seed, now }));
    const text = await readFile(join(out, 'result.json'), 'utf8');
    results.push(text.replaceAll(/"sha256":"[0-9a-f]{64}"/g, '"sha256":""'));
  }
  expect(results[0]).toBe(results[1]);
  expect(results[2]).not.toBe(results[1]);
});
