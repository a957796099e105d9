import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultDocumentSchema, type ScoreDocument } from '#shared/packages/documents.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { createKeys, readKeyFile, type IdentityKeys } from '#electron/packages/identity.ts';
import { bytesSource } from '#electron/packages/source.ts';
import { runLinping, type Ended } from '../../fixtures/command-line/run-linping.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { runTool } from '../../tools.ts';

const independent = fileURLToPath(new URL('../../independent/recompute.py', import.meta.url));

let root: string;
let folder: string;
let rehearsed: Ended;

beforeAll(async () => {
  root = makeFolder('rehearsal');
  folder = join(root, 'round');
  rehearsed = await runLinping('rehearse', '--applicants', '8', '--experts', '5', '--seed', '7', '--out', folder);
});

afterAll(() => removeFolder(root));

const scorePaths = async (): Promise<string[]> => {
  const names = await readdir(join(folder, 'scores'));
  return names.toSorted().map((name) => join(folder, 'scores', name));
};
const merge = (scores: readonly string[], out: string, ...more: readonly string[]): Promise<Ended> =>
  runLinping('merge', '--round', join(folder, 'round.lpround'), '--key', join(folder, 'keys/chair.json'), ...scores, '--out', out, ...more);
const statedResult = async () => resultDocumentSchema.parse(JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')));

describe('a rehearsal', () => {
  test('prints the ranking as a table and leaves every file of a round behind', async () => {
    expect(rehearsed).toMatchObject({ exitCode: 0 });
    expect(rehearsed.stdout).toContain('练习');
    expect(rehearsed.stdout).toContain(folder);
    const { candidates } = await statedResult();
    for (const { total, occupation } of candidates) {
      expect(rehearsed.stdout).toContain(occupation);
      expect(rehearsed.stdout).toContain(total ?? 'every candidate of this round has a total');
    }
    const ids = ['chair', 'expert-1', 'expert-2', 'expert-3', 'expert-4', 'expert-5'];
    expect((await readdir(folder)).toSorted()).toEqual(
      ['applications', 'cards', 'keys', 'reports', 'result.json', 'result.lpresult', 'round.lpround', 'scores'].toSorted(),
    );
    expect(await readdir(join(folder, 'cards'))).toEqual(ids.map((id) => `${id}.lpcard`));
    expect(await readdir(join(folder, 'keys'))).toEqual(ids.flatMap((id) => [`${id}.age`, `${id}.json`]));
    expect(await readdir(join(folder, 'scores'))).toEqual(ids.slice(1).map((id) => `${id}.lpscore`));
    expect(await readdir(join(folder, 'applications'))).toHaveLength(8);
  });

  test('has every kind of fate in it, and nothing that is left open', async () => {
    const { candidates } = await statedResult();
    const outcomes = new Set(candidates.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['recommended', 'not-recommended', 'ruled-out']));
    expect(candidates.some(({ perExpert }) => perExpert.some(({ counted }) => counted === 'recused'))).toBe(true);
    expect(candidates.some(({ perExpert }) => perExpert.some(({ counted }) => counted === 'dropped-high'))).toBe(true);
    expect(
      candidates.some(({ levels, levelsRecommended }) => levelsRecommended.length > 0 && levelsRecommended.length < levels.length),
    ).toBe(true);
  });

  test('keeps out of the reports what must not be in them', async () => {
    const names = await readdir(join(folder, 'reports'));
    const pdf = names.find((name) => name.endsWith('.pdf')) ?? '';
    const text = await runTool('pdftotext', ['-layout', join(folder, 'reports', pdf), '-']);
    const notice = await readFile(join(folder, 'reports', names.find((name) => name.endsWith('.txt')) ?? ''), 'utf8');
    const pages = text.split('\f').filter((page) => page !== '');
    expect(pages.every((page) => page.includes('练习'))).toBe(true);
    expect(text).toContain('推荐');
    expect(text + notice).not.toContain('批准');
    expect(text + notice).not.toMatch(/[1-9]\d{5}(19|20)\d{9}[\dX]/);
    expect(notice).toContain('练习');
  });

  test('is refused among other people’s files, and leaves them alone', async () => {
    const mine = makeFolder('mine', root);
    await writeFile(join(mine, '重要.txt'), 'x');
    const ended = await runLinping('rehearse', '--applicants', '1', '--experts', '1', '--out', mine);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('请另选一个空文件夹');
    expect(await readdir(mine)).toEqual(['重要.txt']);
  });
});

describe('a script in another language', () => {
  test('recomputes every total and rank from the package files alone', async () => {
    const recomputed: unknown = JSON.parse(await runTool('python3', ['-B', independent, folder]));
    const { candidates } = await statedResult();
    expect(recomputed).toEqual({
      candidates: candidates.map(({ application, occupation, group, total, stages, rank, outcome, levelsRecommended }) => ({
        application,
        occupation,
        group,
        total,
        stages,
        rank,
        outcome,
        levelsRecommended,
      })),
      differences: [],
    });
  });

  test('finds a total that was changed by a hundredth', async () => {
    const copy = join(root, 'changed');
    await cp(folder, copy, { recursive: true });
    const path = join(copy, 'result.json');
    const text = await readFile(path, 'utf8');
    const [total] = /"total":"[0-9]{2}\.[0-9]{2}"(?=\})/.exec(text) ?? [''];
    expect(total).not.toBe('');
    const wrong = total.replace(/\d(?="$)/, (digit) => String((Number(digit) + 1) % 10));
    await writeFile(path, text.replace(total, wrong));
    await expect(runTool('python3', ['-B', independent, copy])).rejects.toThrow('recompute.py');
  });
});

describe('merging on the command line', () => {
  test('gives the same bytes for any order of the files, and for each of them twice', async () => {
    const scores = await scorePaths();
    const [first, ...rest] = scores;
    const orders = [scores, scores.toReversed(), [...rest, first ?? ''], [...scores, ...scores.toReversed()]];
    const expected = await readFile(join(folder, 'result.json'));
    for (const [index, order] of orders.entries()) {
      const out = join(root, `merged-${index}`);
      expect(await merge(order, out)).toMatchObject({ exitCode: 0 });
      expect((await readFile(join(out, 'result.json'))).equals(expected)).toBe(true);
    }
  });

  test('leaves out nobody quietly: without a score package its candidates wait, until the chair excludes the expert', async () => {
    const scores = (await scorePaths()).slice(0, 4);
    const waiting = await merge(scores, join(root, 'four'), '--json');
    const pending: unknown = JSON.parse(waiting.stdout);
    expect(pending).toMatchObject({ candidates: expect.arrayContaining([expect.objectContaining({ outcome: 'pending', total: null })]) });
    const resolutions = join(root, 'resolutions.json');
    await writeFile(
      resolutions,
      JSON.stringify([
        { kind: 'exclude-expert', expert: 'expert-5', application: null, by: 'chair', reason: '因病未能参加。', sequence: 1 },
      ]),
    );
    const decided = await merge(scores, join(root, 'decided'), '--json', '--resolutions', resolutions);
    expect(decided).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(decided.stdout)).toMatchObject({
      waiting: [],
      candidates: expect.not.arrayContaining([expect.objectContaining({ outcome: 'pending' })]),
    });
    const verified = await runLinping('verify', join(root, 'decided', 'result.lpresult'));
    expect(verified.stdout).toContain('排名一致');
    expect(verified.stdout).toContain('所附 4 份评分');
    const left = ['--key', join(folder, 'keys/expert-5.json'), join(folder, 'scores/expert-5.lpscore')];
    const notIn = await runLinping('verify', join(root, 'decided', 'result.lpresult'), ...left);
    expect(notIn.exitCode).toBe(1);
    expect(notIn.stdout).toContain('expert-5.lpscore 没有计入');
  });

  const keysOfFile = async (id: string): Promise<IdentityKeys> =>
    valueOf(await readKeyFile(await readFile(join(folder, 'keys', `${id}.json`)), `${id}.json`));

  /** The first expert's package with another content, signed by `signer`. */
  const forge = async (name: string, change: (document: ScoreDocument) => ScoreDocument, signer?: IdentityKeys): Promise<string> => {
    const chair = await keysOfFile('chair');
    const source = bytesSource(await readFile(join(folder, 'scores', 'expert-1.lpscore')));
    const opened = valueOf(await readPackage({ source, fileName: 'x', expectKind: 'score', identities: [chair.ageIdentity] }));
    const target = join(root, `${name}.lpscore`);
    valueOf(
      await writePackage({
        kind: 'score',
        document: change(opened.document),
        files: [],
        signers: [{ privateJwk: (signer ?? (await keysOfFile('expert-1'))).signKey }],
        signedAt: '2026-11-24T10:00:00+08:00',
        recipients: [chair.public.ageRecipient],
        target,
      }),
    );
    return target;
  };

  const withFirstPointsChanged = (document: ScoreDocument): ScoreDocument => {
    const changed = structuredClone(document);
    const entry = changed.sheets
      .flatMap(({ entries }) => entries)
      .find(({ value, points }) => value?.kind === 'number' && points !== '0.00');
    if (entry === undefined) {
      throw new Error('no measured entry');
    }
    entry.points = '0.01';
    return changed;
  };

  test('refuses changed points, another round, strangers and forged names, each with its own words, and writes nothing', async () => {
    const stranger = await createKeys();
    const forged = [
      [await forge('points', withFirstPointsChanged), 'merge/points-differ', '不一致'],
      [
        await forge('round', (document) => ({ ...document, round: { ...document.round, sha256: '0'.repeat(64) } })),
        'merge/other-round',
        '另一个评审批次',
      ],
      [await forge('rubric', (document) => ({ ...document, rubricSha256: '0'.repeat(64) })), 'merge/other-rubric', '另一版评分标准'],
      [
        await forge('roster', (document) => ({ ...document, expert: { ...document.expert, id: 'expert-9' } })),
        'merge/not-on-roster',
        '不在本批次专家名册中',
      ],
      [await forge('signer', (document) => document, stranger), 'merge/signed-by-another', '不是这位专家'],
    ] as const;
    for (const [path, code, words] of forged) {
      const out = join(root, `refused-${basename(path)}`);
      const ended = await merge([path, ...(await scorePaths()).slice(1)], out, '--json');
      expect(ended.exitCode).toBe(1);
      expect(JSON.parse(ended.stdout)).toMatchObject({ refused: [{ code }] });
      expect(ended.stderr).toContain(words);
      expect(ended.stderr).toContain(basename(path));
      await expect(readdir(out)).rejects.toThrow('ENOENT');
    }
  });

  test('is the chair’s: another key opens nothing', async () => {
    const out = join(root, 'not-chair');
    const key = join(folder, 'keys/expert-1.json');
    const ended = await runLinping(
      'merge',
      '--round',
      join(folder, 'round.lpround'),
      '--key',
      key,
      ...(await scorePaths()),
      '--out',
      out,
      '--lang',
      'en',
    );
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('not that of the chair');
  });
});

describe('verifying on the command line', () => {
  test('accounts for every kind of file, and refuses a flipped byte', async () => {
    const applications = await readdir(join(folder, 'applications'));
    const application = join(folder, 'applications', applications[0] ?? '');
    const files = [join(folder, 'round.lpround'), join(folder, 'result.lpresult'), application, join(folder, 'cards/chair.lpcard')];
    const key = ['--key', join(folder, 'keys/expert-2.json')];
    const whole = await runLinping('verify', ...files, join(folder, 'scores/expert-2.lpscore'), ...key, '--json');
    expect(whole.exitCode).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({
      files: [
        { kind: 'round', signers: [{ member: 'chair' }] },
        { kind: 'result', scores: [{ file: 'expert-2.lpscore', counted: true }] },
        { kind: 'application', signers: [] },
        { kind: 'card' },
        { kind: 'score' },
      ],
    });
    expect((await runLinping('verify', application)).stdout).toContain('完整，未签名');

    const bytes = await readFile(join(folder, 'result.lpresult'));
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    const damaged = join(root, 'damaged.lpresult');
    await writeFile(damaged, bytes);
    const refused = await runLinping('verify', damaged, application, '--json');
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ files: [{ whole: false }, { whole: true }] });
  });

  test('does not take the chair’s word for a ranking: it is computed again', async () => {
    const chair = await keysOfChair();
    const source = bytesSource(await readFile(join(folder, 'result.lpresult')));
    const opened = valueOf(await readPackage({ source, fileName: 'x', expectKind: 'result' }));
    const document = structuredClone(opened.document);
    const ranked = document.candidates.filter(({ rank }) => rank !== null);
    ranked.forEach((candidate) => (candidate.rank = (candidate.rank ?? 0) + 1));
    const target = join(root, 'improved.lpresult');
    const inputs = opened.inputs.map(({ skeleton }) => skeleton);
    const signers = [{ privateJwk: chair.signKey }];
    valueOf(await writePackage({ kind: 'result', document, files: [], inputs, signers, signedAt: '2026-11-24T10:00:00+08:00', target }));
    const ended = await runLinping('verify', target);
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toContain('得到的结果与它写的不一致');
  });

  const keysOfChair = async (): Promise<IdentityKeys> =>
    valueOf(await readKeyFile(await readFile(join(folder, 'keys/chair.json')), 'chair.json'));
});
