import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { bytesSource } from '#electron/packages/source.ts';
import type { ReturnDocument } from '#shared/packages/documents.ts';
import { answerAll, handIn, issueTo } from '../../fixtures/issued-round.ts';
import { signedAt } from '../../fixtures/packages/documents.ts';
import { valueOf } from '../../fixtures/packages/value-of.ts';
import { carry, clientOf, finished, handOver, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let chair: Core;
let first: Core;
let second: Core;
let round: string;
let application: string;

beforeAll(async () => {
  folder = makeFolder('returns');
  chair = await workspaceOf('组长', folder);
  first = await workspaceOf('专家甲', folder);
  second = await workspaceOf('专家乙', folder);
  round = await issueTo(chair, [first, second], folder);
  application = (await clientOf(first).rounds.get({ round })).round.applications[0]?.id ?? '';
  await answerAll(first, round);
}, 120_000);

afterAll(async () => {
  await Promise.all([chair, first, second].map((core) => core.close()));
  await removeFolder(folder);
});

const slotOf = (item: string) => ({ item, occupation: null, levelGroup: null });
const visit = () => ({ round, application, stage: 'visit' as const });
const take = async (core: Core, file: string) => (await finished(await clientOf(core).packages.import({ files: [file], trust: [] })))[0];
const idOf = (core: Core) => core.opened().me.keys.keyId;
const area = (number: string) => ({
  value: { kind: 'number' as const, number },
  points: null,
  verdict: null,
  comment: '现场未能拍照（示例）',
  evidence: [],
});

describe('items returned to an expert', () => {
  let returned: { id: string; name: string };
  const items = () => [
    { application, stage: 'visit' as const, ...slotOf('B02'), reason: '面积与租赁合同不符，请复测' },
    { application, stage: 'visit' as const, ...slotOf('B04'), reason: '请补充说明' },
  ];
  const make = async (expert: Core, over: object = {}) =>
    finished(await clientOf(chair).returns.make({ round, expert: idOf(expert), reason: '请重评', items: items(), ...over }));

  it('are named by the chair, with a reason, on something that counts', async () => {
    await expect(make(first)).rejects.toMatchObject({ data: { code: 'return/nothing-counts' } });
    await clientOf(first).sheets.complete(visit());
    expect(await handIn(first, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    await expect(make(second)).rejects.toMatchObject({ data: { code: 'return/nothing-counts' } });
    await expect(make(first, { reason: ' ' })).rejects.toMatchObject({ data: { code: 'return/reason-missing' } });
    const elsewhere = items().map((item) => ({ ...item, stage: 'roadshow' as const }));
    await expect(make(first, { items: elsewhere })).rejects.toMatchObject({ data: { code: 'return/slot-unknown' } });
    await expect(
      finished(await clientOf(first).returns.make({ round, expert: idOf(first), reason: 'x', items: items() })),
    ).rejects.toMatchObject({
      data: { code: 'merge/not-chair' },
    });
    expect((await clientOf(chair).merge.board({ round })).returns).toEqual([]);

    const answers = await clientOf(chair).returns.answers({ ...visit(), expert: idOf(first) });
    expect(answers.sequence).toBe(1);
    expect(answers.slots.find(({ item }) => item === 'B02')?.answer).toMatchObject({ value: { number: '60' }, points: '3.00' });
    returned = await make(first);
    expect(returned.name).toMatch(/^return-01-专家甲.*\.lpreturn$/);
  });

  it('show on the chair’s board as returned, and count as they were until the answer comes', async () => {
    const board = await clientOf(chair).merge.board({ round });
    const cells = board.cells.filter(({ expert, state }) => expert === idOf(first) && state === 'returned');
    expect(cells).toMatchObject([{ application, stage: 'visit' }]);
    expect(board.returns).toMatchObject([{ expert: idOf(first), sequence: 1, state: 'waiting', reason: '请重评' }]);
    expect(board.experts.find(({ id }) => id === idOf(first))?.sequence).toBe(1);
  });

  it('can be exported once more as the very same package', async () => {
    const sha256 = (await clientOf(chair).merge.board({ round })).returns[0]?.sha256 ?? '';
    const again = await finished(await clientOf(chair).returns.exportAgain({ round, return: sha256 }));
    const content = (await chair.openExport(again.id))?.content;
    const opened = await readPackage({
      source: bytesSource(content === undefined ? Buffer.alloc(0) : await buffer(content)),
      fileName: again.name,
      identities: [chair.opened().me.keys.ageIdentity],
    });
    expect(valueOf(opened).sha256).toBe(sha256);
  });

  /** A return as somebody could forge it, sealed to the first expert. */
  const forged = async (name: string, change: Partial<ReturnDocument>, signer: Core = chair): Promise<string> => {
    const [issued] = chair.opened().workspace.stores.returns.list(round);
    if (issued === undefined) {
      throw new Error('nothing was returned');
    }
    const target = join(folder, `${name}.lpreturn`);
    valueOf(
      await writePackage({
        kind: 'return',
        document: { ...issued.document, ...change },
        files: [],
        signers: [{ privateJwk: signer.opened().me.keys.signKey }],
        signedAt,
        recipients: [first.opened().me.keys.public.ageRecipient],
        target,
      }),
    );
    return handOver(target, `${name}.lpreturn`, first);
  };

  it('unlock nothing for another expert, from another round, by another hand or for a version that is not mine', async () => {
    const before = first.opened().workspace.stores.audit.head();
    const refusals = [
      await take(second, await carry(chair, returned, second)),
      await take(first, await forged('another', { expert: idOf(second) })),
      await take(first, await forged('round', { round: { id: round, sha256: '0'.repeat(64) } })),
      await take(first, await forged('hand', {}, second)),
      await take(first, await forged('future', { sequence: 7 })),
      await take(first, await forged('score', { score: '0'.repeat(64) })),
      await take(first, await forged('slot', { items: [{ application, stage: 'visit', ...slotOf('Z99'), reason: '' }] })),
    ];
    expect(refusals.map((outcome) => outcome?.refusal?.code)).toEqual([
      'package/not-for-me',
      'return/for-another',
      'return/other-round',
      'return/not-by-chair',
      'return/unknown-score',
      'return/unknown-score',
      'return/slot-unknown',
    ]);
    expect(first.opened().workspace.stores.audit.head()).toEqual(before);
  });

  it('open for the expert with their reason, once; all else on the sheet stays locked', async () => {
    const client = clientOf(first);
    const file = await carry(chair, returned, first);
    expect(await take(first, file)).toMatchObject({ outcome: 'taken', kind: 'return', round });
    const events = first.opened().workspace.stores.audit.head();
    expect(await take(first, file)).toMatchObject({ outcome: 'unchanged', kind: 'return', round });
    expect(first.opened().workspace.stores.audit.head()).toEqual(events);

    const view = await client.sheets.get(visit());
    expect(view.state).toBe('returned');
    expect(view.slots.flatMap(({ item, lock }) => (lock.kind === 'returned' ? [[item, lock.reason]] : []))).toEqual([
      ['B02', '面积与租赁合同不符，请复测'],
      ['B04', '请补充说明'],
    ]);
    expect(new Set(view.slots.map(({ lock }) => lock.kind))).toEqual(new Set(['returned', 'held']));
    const locked = { ...visit(), slot: slotOf('B03'), answer: area('10'), reason: '想改' };
    await expect(client.sheets.record(locked)).rejects.toMatchObject({ data: { code: 'review/not-returned', details: { item: 'B03' } } });
    const kept = await client.sheets.record({ ...visit(), slot: slotOf('B02'), answer: area('59.9'), reason: null });
    expect(kept).toMatchObject({
      state: 'returned',
      entry: { points: '0.00', history: [{ points: '3.00', reason: '面积与租赁合同不符，请复测' }] },
    });
    expect(await client.submission.get({ round })).toMatchObject({ sequence: 1, changedSinceSealing: true });
    expect((await client.sheets.get({ ...visit(), stage: 'document' })).state).toBe('exported');
  });

  it('come back under a new number, old and new side by side; nothing is returned any more', async () => {
    const client = clientOf(chair);
    expect(await handIn(first, round, chair)).toMatchObject([{ outcome: 'taken' }]);
    const board = await client.merge.board({ round });
    expect(board.cells.some(({ state }) => state === 'returned')).toBe(false);
    expect(board.experts.find(({ id }) => id === idOf(first))?.sequence).toBe(2);
    expect(board.returns).toMatchObject([{ state: 'answered' }]);
    const comparison = await client.returns.comparison({ round, return: board.returns[0]?.sha256 ?? '' });
    expect(comparison).toMatchObject({
      before: 1,
      after: 2,
      answers: [
        { item: 'B02', before: { points: '3.00' }, after: { points: '0.00' }, reason: '面积与租赁合同不符，请复测' },
        { item: 'B04', reason: null },
      ],
    });
    expect(comparison.answers[1]?.before).toEqual(comparison.answers[1]?.after);
    expect((await clientOf(first).sheets.get(visit())).slots.every(({ lock }) => lock.kind === 'reason')).toBe(true);
    const change = { ...visit(), slot: slotOf('B03'), answer: area('31') };
    await expect(clientOf(first).sheets.record({ ...change, reason: null })).rejects.toMatchObject({
      data: { code: 'review/reason-needed' },
    });
  });

  it('are refused when a newer version has been sealed since', async () => {
    const late = await forged('late', { sequence: 1, reason: '又一次' });
    expect(await take(first, late)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'return/superseded', details: { sequence: 1, newest: 2 } },
    });
  });
});

describe('a result on a panel member’s own workspace', () => {
  let exported: { id: string; name: string };

  it('is not shown to somebody whose sheets it still waits for', async () => {
    const early = await finished(await clientOf(chair).merge.export({ round }));
    expect(await take(second, await carry(chair, early, second))).toMatchObject({ outcome: 'taken' });
    await expect(clientOf(second).results.get({ round })).rejects.toMatchObject({
      data: { code: 'result/own-sheets-first', details: { count: 3 } },
    });
    await answerAll(second, round);
    await handIn(second, round, chair);
    exported = await finished(await clientOf(chair).merge.export({ round }));
    expect(await clientOf(second).results.get({ round })).toMatchObject({ holds: false, mine: { state: 'missing' } });
  }, 120_000);

  it('is taken in once and holds: my sheets to the byte, everybody’s signature, the ranking computed again', async () => {
    await expect(clientOf(first).results.get({ round })).rejects.toMatchObject({ data: { code: 'result/none' } });
    const file = await carry(chair, exported, first);
    expect(await take(first, file)).toMatchObject({ outcome: 'taken', kind: 'result', round });
    expect(await take(first, file)).toMatchObject({ outcome: 'unchanged', kind: 'result', round });
    expect(await clientOf(first).rounds.list()).toMatchObject([{ id: round, hasResult: true }]);
    const check = await clientOf(first).results.get({ round });
    expect(check).toMatchObject({ holds: true, reproduced: true, chair: '组长', mine: { state: 'counted', inResult: 2, exported: 2 } });
    expect(check.inputs.map(({ name, sequence, signed }) => [name, sequence, signed])).toEqual([
      ['专家甲', 2, true],
      ['专家乙', 1, true],
    ]);
    expect(check.result).toEqual(await clientOf(chair).merge.ranking({ round }));
  });

  it('is read again from what was kept, by whoever opens it', async () => {
    expect(await take(chair, await carry(chair, exported, chair))).toMatchObject({ outcome: 'taken' });
    expect(await clientOf(chair).results.get({ round })).toMatchObject({ holds: true, mine: { state: 'none' } });
  });

  it('does not hold when a newer version of mine was handed over, or when mine is not in it', async () => {
    const client = clientOf(second);
    await take(second, await carry(chair, exported, second));
    await client.sheets.record({ ...visit(), slot: slotOf('B02'), answer: area('61'), reason: '更正' });
    await client.submission.seal({ round, partial: false });
    await finished(await client.submission.export({ round }));
    expect(await client.results.get({ round })).toMatchObject({ holds: false, mine: { state: 'older', inResult: 1, exported: 2 } });
    const without = await resigned('without', ({ inputs, ...document }) => ({
      ...document,
      inputs: inputs.filter(({ expert }) => expert !== idOf(second)),
    }));
    expect(await take(second, await handOver(without, 'without.lpresult', second))).toMatchObject({ outcome: 'taken' });
    expect(await client.results.get({ round })).toMatchObject({ holds: false, reproduced: false, mine: { state: 'missing' } });
  });

  it('is red when the chair’s ranking is not what its scores give', async () => {
    const improved = await resigned('improved', (document) => ({
      ...document,
      candidates: document.candidates.map((candidate) => ({ ...candidate, total: '99.99' })),
    }));
    expect(await take(first, await handOver(improved, 'improved.lpresult', first))).toMatchObject({ outcome: 'taken' });
    expect(await clientOf(first).results.get({ round })).toMatchObject({ holds: false, reproduced: false, mine: { state: 'counted' } });
  });

  it('is refused when damaged, signed by somebody else, or of a round that is not mine', async () => {
    const content = (await chair.openExport(exported.id))?.content;
    const bytes = content === undefined ? Buffer.alloc(0) : await buffer(content);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const damaged = join(folder, 'damaged.lpresult');
    await writeFile(damaged, bytes);
    expect(await take(first, await handOver(damaged, 'damaged.lpresult', first))).toMatchObject({ outcome: 'refused' });
    const usurped = await resigned('usurped', (document) => document, second);
    expect(await take(first, await handOver(usurped, 'usurped.lpresult', first))).toMatchObject({
      refusal: { code: 'merge/result-not-by-chair' },
    });
    const stranger = await workspaceOf('路人', folder);
    expect(await take(stranger, await carry(chair, exported, stranger))).toMatchObject({ refusal: { code: 'result/other-round' } });
    await stranger.close();
  });

  type Result = Parameters<typeof writePackage<'result'>>[0]['document'];

  /** The exported result with another document, signed anew. */
  const resigned = async (name: string, change: (document: Result) => Result, signer: Core = chair): Promise<string> => {
    const content = (await chair.openExport(exported.id))?.content;
    const source = bytesSource(content === undefined ? Buffer.alloc(0) : await buffer(content));
    const opened = valueOf(await readPackage({ source, fileName: 'x', expectKind: 'result' as const }));
    const document = change(structuredClone(opened.document));
    const named = new Set([document.round.sha256, ...document.inputs.map(({ sha256 }) => sha256)]);
    const inputs = opened.inputs.map(({ skeleton }) => skeleton).filter(({ sha256 }) => named.has(sha256));
    const target = join(folder, `${name}.lpresult`);
    const signers = [{ privateJwk: signer.opened().me.keys.signKey }];
    valueOf(await writePackage({ kind: 'result', document, files: [], inputs, signers, signedAt, target }));
    return target;
  };
});
