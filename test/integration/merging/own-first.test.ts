import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { sealCode } from '#shared/packages/seal-code.ts';
import { answerAll, handIn } from '../../fixtures/issued-round.ts';
import { declareAll } from '../../fixtures/workspaces.ts';
import { carry, clientOf, draftWithSamples, finished, issueTo, workspaceFolders } from '../../fixtures/small-panel.ts';

let folder: string;
let chair: Core;
let expert: Core;
let end: () => Promise<void>;
let round: string;

/** A chair who scores too, and an expert who has handed everything in: 62 ㎡ where the chair will say 60. */
beforeAll(async () => {
  ({ folder, chair, expert, end } = await workspaceFolders());
  const made = await draftWithSamples(chair, expert, folder);
  round = made.round;
  await clientOf(chair).rounds.draft.setChairScores({ round, scores: true });
  await issueTo(chair, expert, round);
  await declareAll(chair, round);
  await answerAll(expert, round, { otherwise: { B02: { value: { kind: 'number', number: '45' } } } });
  expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
}, 180_000);

afterAll(() => end());

const idOf = (core: Core) => core.opened().me.keys.keyId;
const board = () => clientOf(chair).merge.board({ round });
const first = { data: { code: 'merge/own-sheets-first' } };
const candidate = async () => {
  const { round: document } = await clientOf(chair).rounds.get({ round });
  const [application] = document.applications;
  return { application: application?.id ?? '', occupation: application?.occupations[0]?.name ?? '' };
};
const codeOf = async (core: Core) => (await clientOf(core).submission.get({ round })).codes.at(-1)?.code ?? [];

describe('a chair who scores too', () => {
  it('sees who has handed in, but nothing of what the others gave, before the own sheets are sealed', async () => {
    const { ownFirst, conflicts, cells } = await board();
    expect(ownFirst.sheets).toHaveLength(6);
    expect(cells.some(({ expert: id, state }) => id === idOf(expert) && state === 'received')).toBe(true);
    expect(conflicts.flatMap(({ statements }) => statements)).toEqual([]);
    const { merge, returns } = clientOf(chair);
    const { application, occupation } = await candidate();
    await expect(merge.ranking({ round })).rejects.toMatchObject(first);
    await expect(merge.explain({ round, application, occupation })).rejects.toMatchObject(first);
    await expect(finished(await merge.sensitivity({ round }))).rejects.toMatchObject(first);
    await expect(merge.quality({ round })).rejects.toMatchObject(first);
    await expect(finished(await merge.export({ round }))).rejects.toMatchObject(first);
    await expect(returns.answers({ round, expert: idOf(expert), application, stage: 'visit' })).rejects.toMatchObject(first);
  });

  it('opens nothing by sealing sheets with blanks in them', async () => {
    const { application } = await candidate();
    const sheet = { round, application, stage: 'roadshow' as const };
    const { slots } = await clientOf(chair).sheets.get(sheet);
    const answer = { value: null, points: '4.00', verdict: null, comment: '示例', evidence: [] };
    const slot = slots.find(({ item }) => item === 'C02');
    if (slot === undefined) {
      throw new Error('no C02');
    }
    const { item, occupation, levelGroup } = slot;
    await clientOf(chair).sheets.record({ ...sheet, slot: { item, occupation, levelGroup }, answer, reason: null });
    await clientOf(chair).submission.seal({ round, partial: true });
    expect((await board()).ownFirst.sheets).toHaveLength(6);
  });

  it('sees what differs once the own sheets are sealed, and everything once they all are', async () => {
    const { round: document } = await clientOf(chair).rounds.get({ round });
    const [one, other] = document.applications.map(({ applicant }) => applicant.id);
    await answerAll(chair, round, { without: [other ?? ''], reason: '封存后补全（示例）' });
    await clientOf(chair).submission.seal({ round, partial: true });
    const half = await board();
    expect(new Set(half.ownFirst.sheets.map(({ application }) => application))).toEqual(new Set([document.applications[1]?.id]));
    await answerAll(chair, round, { without: [one ?? ''], reason: '封存后补全（示例）' });
    expect(await handIn(chair, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const { ownFirst, conflicts } = await board();
    expect(ownFirst).toEqual({ sheets: [], withheld: 0 });
    const measured = conflicts.filter(({ kind, item }) => kind === 'measurement' && item === 'B02');
    expect(measured.map(({ statements }) => statements.map(({ value }) => value))).toEqual(
      [1, 2].map(() =>
        expect.arrayContaining([
          { kind: 'number', number: '60' },
          { kind: 'number', number: '45' },
        ]),
      ),
    );
    expect((await clientOf(chair).merge.ranking({ round })).candidates.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('a seal code', () => {
  it('is the digits of the hash of the document as it travels, and changes with each version', async () => {
    const { codes } = await clientOf(expert).submission.get({ round });
    expect(codes).toHaveLength(1);
    const kept = chair
      .opened()
      .workspace.stores.packages.list({ round, kind: 'score' })
      .find((each) => each.expert === idOf(expert));
    const sha256 = createHash('sha256')
      .update(kept?.document ?? '')
      .digest('hex');
    expect(codes[0]).toMatchObject({ sequence: 1, sha256, code: sealCode(sha256) });
    expect(codes[0]?.code.join(' ')).toMatch(/^\d{5} \d{5} \d{5} \d{5}$/);
  });

  it('is noted by the chair alone, in twenty digits, for somebody on the roster', async () => {
    const { noteCode } = clientOf(chair).merge;
    await expect(noteCode({ round, expert: idOf(expert), code: '12345' })).rejects.toMatchObject({
      data: { code: 'merge/code-malformed' },
    });
    await expect(noteCode({ round, expert: 'somebody', code: '12345 '.repeat(4) })).rejects.toMatchObject({
      data: { code: 'merge/code-expert-unknown' },
    });
    await expect(clientOf(expert).merge.noteCode({ round, expert: idOf(expert), code: '12345 '.repeat(4) })).rejects.toMatchObject({
      data: { code: 'merge/not-chair' },
    });
    expect((await board()).codes.map(({ state }) => state)).toEqual(['not-noted', 'not-noted']);
  });

  it('matches what was handed in, says when it fits nothing, and shows what was changed after it was read out', async () => {
    const state = async () => (await board()).codes.find((each) => each.expert === idOf(expert));
    const note = (code: readonly string[]) => clientOf(chair).merge.noteCode({ round, expert: idOf(expert), code: code.join(' ') });
    await note(['00000', '11111', '22222', '33333']);
    expect(await state()).toMatchObject({ state: 'differs', sequence: null });
    const readOut = await codeOf(expert);
    await note(readOut);
    expect(await state()).toMatchObject({ state: 'matches', sequence: 1, noted: readOut });

    const { application } = await candidate();
    const slot = { item: 'B02', occupation: null, levelGroup: null };
    const answer = { value: { kind: 'number' as const, number: '60' }, points: null, verdict: null, comment: '复测（示例）', evidence: [] };
    const sheet = { round, application, stage: 'visit' as const };
    await clientOf(expert).sheets.record({ ...sheet, slot, answer, reason: '讨论后复测（示例）' });
    expect(await handIn(expert, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    expect(await state()).toMatchObject({ state: 'changed-since', sequence: 1 });
    const changed = await clientOf(chair).merge.changedSinceCode({ round, expert: idOf(expert) });
    expect(changed).toMatchObject({ before: 1, after: 2, answers: [{ ...slot, reason: '讨论后复测（示例）' }] });
    expect(await clientOf(expert).submission.changes({ round, from: 1 })).toEqual(changed);
    expect(await codeOf(expert)).not.toEqual(readOut);
    await note(await codeOf(expert));
    expect(await state()).toMatchObject({ state: 'matches', sequence: 2 });
  });

  it('stands beside each package in a result, for whoever wrote it down', async () => {
    const result = await carry(chair, await finished(await clientOf(chair).merge.export({ round })), expert);
    await finished(await clientOf(expert).packages.import({ files: [result], trust: [] }));
    const { inputs, holds } = await clientOf(expert).results.get({ round });
    expect(holds).toBe(true);
    expect(inputs.find((each) => each.expert === idOf(expert))?.code).toEqual(await codeOf(expert));
  });
});
