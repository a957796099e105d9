import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { answerAll, draftFor, handIn, issueDraftTo, issueTo } from '../../fixtures/issued-round.ts';
import { clientOf, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;
let experts: Core[];
let round: string;

beforeAll(async () => {
  folder = makeFolder('election');
  chair = await workspaceOf('组长', folder);
  experts = [await workspaceOf('专家甲', folder), await workspaceOf('专家乙', folder), await workspaceOf('专家丙', folder)];
  round = await draftFor(chair, experts, folder);
  await clientOf(chair).rounds.draft.setElection({ round, asks: true });
  await issueDraftTo(chair, experts, round);
}, 180_000);

afterAll(async () => {
  await Promise.all([chair, ...experts].map((core) => core.close()));
  await removeFolder(folder);
});

const idOf = (core: Core | undefined) => core?.opened().me.keys.keyId ?? '';
const election = async () => (await clientOf(chair).merge.board({ round })).election;

describe('the vote for 组长', () => {
  it('is offered to those who score, and nobody votes twice or for a stranger', async () => {
    const [first, second, third] = experts;
    for (const expert of experts) {
      const { election: offered } = await clientOf(expert).declarations.get({ round });
      expect(offered?.members.map(({ name }) => name)).toEqual(['组长', '专家甲', '专家乙', '专家丙']);
      expect(offered?.castAt).toBeNull();
      await expect(clientOf(expert).declarations.vote({ round, member: 'x' })).rejects.toMatchObject({
        data: { code: 'declaration/member-unknown' },
      });
      const member = expert === first ? idOf(third) : idOf(second);
      expect((await clientOf(expert).declarations.vote({ round, member })).election?.castAt).not.toBeNull();
      await expect(clientOf(expert).declarations.vote({ round, member })).rejects.toMatchObject({ data: { code: 'declaration/voted' } });
    }
    await expect(clientOf(chair).declarations.vote({ round, member: idOf(first) })).rejects.toMatchObject({
      data: { code: 'declaration/no-vote' },
    });
  });

  it('is counted when the last ballot is in, and not before; nothing that travels or stays names a choice', async () => {
    expect(await election()).toEqual({ state: 'waiting', missing: experts.map(idOf), votes: [] });
    for (const [index, expert] of experts.entries()) {
      await answerAll(expert, round);
      expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
      expect((await election())?.state).toBe(index === 2 ? 'counted' : 'waiting');
    }
    expect(await election()).toEqual({
      state: 'counted',
      missing: [],
      votes: [
        { member: idOf(experts[1]), name: '专家乙', votes: 2 },
        { member: idOf(experts[2]), name: '专家丙', votes: 1 },
      ],
    });
    const ballots = chair
      .opened()
      .workspace.stores.packages.list({ round, kind: 'score' })
      .map(({ document }): { ballot: { numbers: string[] } } => JSON.parse(document));
    // Every number of every ballot looks like chance: none is a 0 or a 1 that one could read.
    expect(ballots.flatMap(({ ballot }) => ballot.numbers).every((each) => each.length > 12)).toBe(true);
  });

  it('is not held where the round does not ask for it', async () => {
    const other = await issueTo(chair, experts.slice(0, 1), folder);
    const [first] = experts;
    expect(first === undefined ? undefined : (await clientOf(first).declarations.get({ round: other })).election).toBeNull();
    expect((await clientOf(chair).merge.board({ round: other })).election).toBeNull();
  });
});
