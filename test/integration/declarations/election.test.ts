import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { answerAll, draftFor, handIn, issueDraftTo, issueTo } from '../../fixtures/issued-round.ts';
import { carry, clientOf, declareAll, finished, workspaceOf } from '../../fixtures/workspaces.ts';
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
    expect(await election()).toMatchObject({ state: 'open', again: [], ballots: [{ state: 'waiting', notVoted: experts.map(idOf) }] });
    for (const [index, expert] of experts.entries()) {
      await answerAll(expert, round);
      expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
      expect((await election())?.state).toBe(index === 2 ? 'elected' : 'open');
    }
    expect(await election()).toMatchObject({
      state: 'elected',
      leader: idOf(experts[1]),
      ballots: [
        {
          notVoted: [],
          abstentions: 0,
          votes: [
            { member: idOf(experts[1]), votes: 2 },
            { member: idOf(experts[2]), votes: 1 },
          ],
        },
      ],
    });
    const ballots = chair
      .opened()
      .workspace.stores.packages.list({ round, kind: 'score' })
      .map(({ document }): { ballots: { numbers: string[] }[] } => JSON.parse(document));
    // Every number of every ballot looks like chance: none is a 0 or a 1 that one could read.
    expect(ballots.flatMap((sealed) => sealed.ballots.flatMap(({ numbers }) => numbers)).every((each) => each.length > 12)).toBe(true);
  });

  it('is held anew once an expert was replaced: everyone is told, and the new ballots travel in a new version', async () => {
    const [first, second, third] = experts;
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('three experts were made');
    }
    const client = clientOf(chair);
    const fourth = await workspaceOf('专家丁', folder);
    experts.push(fourth);
    await client.rounds.draft.reissue({ round });
    expect(await client.rounds.draft.changes({ round })).toMatchObject({ vote: 'same' });
    await client.rounds.draft.removeMember({ round, member: idOf(third) });
    expect(await client.rounds.draft.changes({ round })).toMatchObject({ vote: 'none' });
    const card = await carry(fourth, await clientOf(fourth).workspace.exportCard(), chair);
    await client.rounds.draft.addCards({ round, files: [card] });
    await client.rounds.draft.confirmFingerprint({ round, member: idOf(fourth), compared: true });
    expect(await client.rounds.draft.changes({ round })).toMatchObject({ vote: 'anew', sealAnew: false });
    await client.rounds.draft.update({ round, leftOutReasons: { [idOf(third)]: '因病退出（虚构）' } });
    const issued = await finished(await client.rounds.draft.issue({ round }));
    expect(await election()).toMatchObject({
      state: 'open',
      ballots: [{ state: 'waiting', notVoted: [first, second, fourth].map(idOf) }],
      again: [first, second].map(idOf),
    });
    for (const expert of [first, second, fourth]) {
      const file = await carry(chair, issued.export, expert);
      await finished(await clientOf(expert).packages.import({ files: [file], trust: [idOf(chair)] }));
      const { election: offered } = await clientOf(expert).declarations.get({ round });
      expect(offered?.castAt).toBeNull();
      expect(offered?.castBefore === null).toBe(expert === fourth);
      if (expert === fourth) {
        await declareAll(expert, round);
        await answerAll(expert, round);
      } else {
        // What was sealed before counts on; only the ballot asks for a new version.
        expect((await clientOf(expert).submission.get({ round })).changedSinceSealing).toBe(false);
      }
      await clientOf(expert).declarations.vote({ round, member: idOf(first) });
      expect((await clientOf(expert).submission.get({ round })).changedSinceSealing).toBe(true);
      expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    }
    expect(await election()).toMatchObject({
      state: 'elected',
      leader: idOf(first),
      again: [],
      ballots: [{ votes: [{ member: idOf(first), votes: 3 }] }],
    });
  });

  it('goes on in a further ballot of those who take part, among those the chair names; who is left out is told, and the earlier tally stays', async () => {
    const [first, second, third, fourth] = experts;
    const client = clientOf(chair);
    const ballot = (electors: (Core | undefined)[], candidates: (Core | undefined)[]) => ({
      electors: electors.map(idOf),
      candidates: candidates.map(idOf),
      reason: '票数相同，再投一次（虚构）',
    });
    for (const unfit of [ballot([first, second, second], [first, second]), ballot([first, second, third], [first, second])]) {
      await expect(client.merge.openBallot({ round, ballot: unfit })).rejects.toMatchObject({ data: { code: 'round/ballot-unfit' } });
    }
    await client.merge.openBallot({ round, ballot: ballot([first, second, fourth], [first, second]) });
    expect(await client.rounds.draft.changes({ round })).toMatchObject({ vote: 'further', sealAnew: false, about: ['ballots'] });
    const issued = await finished(await client.rounds.draft.issue({ round }));
    expect(await election()).toMatchObject({ state: 'open', again: [], ballots: [{ state: 'counted' }, { state: 'waiting' }] });
    for (const expert of [first, second, fourth]) {
      if (expert === undefined) {
        throw new Error('three experts were made');
      }
      const file = await carry(chair, issued.export, expert);
      await finished(await clientOf(expert).packages.import({ files: [file], trust: [idOf(chair)] }));
      const { election: offered } = await clientOf(expert).declarations.get({ round });
      expect(offered).toMatchObject({ number: 2, votes: true, castAt: null, castBefore: null });
      expect(offered?.members.map(({ name }) => name)).toEqual(['专家甲', '专家乙']);
      await expect(clientOf(expert).declarations.vote({ round, member: idOf(fourth) })).rejects.toMatchObject({
        data: { code: 'declaration/member-unknown' },
      });
      await clientOf(expert).declarations.vote({ round, member: expert === fourth ? null : idOf(second) });
      expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    }
    expect(await election()).toMatchObject({
      state: 'elected',
      leader: idOf(second),
      ballots: [{ votes: [{ member: idOf(first), votes: 3 }] }, { votes: [{ member: idOf(second), votes: 2 }], abstentions: 1 }],
    });
  });

  it('is closed by the chair with a vote in the room, which the signed result states and anyone recomputes', async () => {
    const [first] = experts;
    const client = clientOf(chair);
    const closing = { kind: 'election' as const, leader: idOf(first), votes: [], abstentions: 0, closedAt: '2000-01-01T00:00:00Z' };
    const resolution = { ...closing, by: idOf(chair), reason: '当选人请辞，当场另行推选（虚构）' };
    await expect(client.merge.resolve({ round, resolution: { ...resolution, leader: 'x' } })).rejects.toMatchObject({
      data: { code: 'merge/resolution-unfit' },
    });
    await client.merge.resolve({ round, resolution });
    const stated = await election();
    expect(stated).toMatchObject({ state: 'closed', leader: idOf(first), closing: { reason: resolution.reason } });
    expect(stated?.closing?.closedAt).not.toBe(resolution.closedAt);
    const exported = await finished(await client.merge.export({ round }));
    if (first === undefined) {
      throw new Error('three experts were made');
    }
    const file = await carry(chair, exported, first);
    await finished(await clientOf(first).packages.import({ files: [file], trust: [] }));
    const check = await clientOf(first).results.get({ round });
    expect(check).toMatchObject({ reproduced: true, result: { election: { state: 'closed', leader: idOf(first) } } });
  });

  it('is not held where the round does not ask for it', async () => {
    const other = await issueTo(chair, experts.slice(0, 1), folder);
    const [first] = experts;
    expect(first === undefined ? undefined : (await clientOf(first).declarations.get({ round: other })).election).toBeNull();
    expect((await clientOf(chair).merge.board({ round: other })).election).toBeNull();
  });
});
