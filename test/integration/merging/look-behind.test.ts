import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { answerAll, handIn, issueTo } from '../../fixtures/issued-round.ts';
import { clientOf, finished, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;
let expert: Core;
let round: string;

beforeAll(async () => {
  folder = makeFolder('look-behind');
  chair = await workspaceOf('组长', folder);
  expert = await workspaceOf('专家甲', folder);
  round = await issueTo(chair, [expert], folder);
  await answerAll(expert, round);
  await handIn(expert, round, chair);
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, expert].map((core) => core.close()));
  await removeFolder(folder);
});

test('the chair sees the ranking by every method and without each expert, who is named', async () => {
  const own = (await clientOf(chair).merge.ranking({ round })).candidates;
  const { variants } = await finished(await clientOf(chair).merge.sensitivity({ round }));
  expect(variants.map(({ name, without }) => without ?? name)).toEqual([
    'mean',
    'trimmed-total',
    'trimmed-stage',
    'trimmed-item',
    'median-total',
    'median-stage',
    'median-item',
    'z-score',
    '专家甲',
  ]);
  const [mean] = variants;
  expect(mean?.candidates.map(({ total, rank, changed }) => [total, rank, changed])).toEqual(
    own.map(({ total, rank }) => [total, rank, false]),
  );
  // Without the only expert nobody counts: nothing is ranked, and that is a change.
  expect(variants.at(-1)?.candidates.every(({ total, rank, changed }) => total === null && rank === null && changed)).toBe(true);
  expect((await clientOf(chair).merge.ranking({ round })).resolutions).toEqual([]);
});

test('agreement is kept back for one expert, with how many there are', async () => {
  const { experts, agreement } = await clientOf(chair).merge.quality({ round });
  expect(experts).toMatchObject([{ name: '专家甲', candidates: 0, leniency: null, spread: null, deviation: null }]);
  expect(agreement).toMatchObject({ kind: 'suppressed' });
});

test('neither is an expert’s to see', async () => {
  await expect(clientOf(expert).merge.quality({ round })).rejects.toMatchObject({ data: { code: 'merge/not-chair' } });
  const asked = async () => finished(await clientOf(expert).merge.sensitivity({ round }));
  await expect(asked()).rejects.toMatchObject({ data: { code: 'merge/not-chair' } });
});
