import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problems } from '#shared/api/problems.ts';
import type { Core } from '#electron/core/core.ts';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { verifyDetached } from '#electron/packages/signature.ts';
import { bytesSource } from '#electron/packages/source.ts';
import { verifySource } from '#electron/packages/verify.ts';
import { packFolder } from '#electron/intake/pack.ts';
import { carry, clientOf, declareAll, finished, handOver, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { readers } from '../../fixtures/readers.ts';

const samples = new URL('../../fixtures/samples/', import.meta.url).pathname;

let folder: string;
let chair: Core;
let expert: Core;

const asked = (name: string): Promise<Core> => workspaceOf(name, folder);

beforeAll(async () => {
  folder = makeFolder('rounds');
  chair = await asked('组长');
  expert = await asked('专家甲');
});

afterAll(async () => {
  await chair.close();
  await expert.close();
  await removeFolder(folder);
});

async function bundleOf(sample: string, to: Core): Promise<string> {
  const target = join(folder, `${sample}.lpapp`);
  const packed = await packFolder({ folder: join(samples, sample), target, readers });
  expect(packed.ok).toBe(true);
  return handOver(target, `${sample}.lpapp`, to);
}

describe('a round from its first draft to the expert who accepts it', () => {
  let round: string;
  let issued: { id: string; name: string };

  it('starts as a draft that says what is left to do', async () => {
    const client = clientOf(chair);
    const draft = await client.rounds.draft.create({ title: '', practice: false });
    round = draft.id;
    expect(draft.panel.map(({ role }) => role)).toEqual(['chair']);
    const preflight = await client.rounds.draft.preflight({ round });
    expect(preflight.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.code]))).toEqual([
      'draft/no-title',
      'draft/no-experts',
      'draft/no-applications',
    ]);
    await expect(finished(await client.rounds.draft.issue({ round }))).rejects.toMatchObject({ data: { code: 'draft/no-title' } });
  });

  it('takes cards and bundles, each once, and names what is wrong with the others', async () => {
    const client = clientOf(chair);
    const card = await carry(expert, await clientOf(expert).workspace.exportCard(), chair);
    const own = await carry(chair, await client.workspace.exportCard(), chair);
    const cards = await client.rounds.draft.addCards({ round, files: [card, card, own] });
    expect(cards.outcomes.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toEqual(['taken', 'unchanged', 'draft/own-card']);
    const bundle = await bundleOf('01-示例职业培训学校', chair);
    const stick = await bundleOf('02-示例智造有限公司', chair);
    const applications = await finished(await client.rounds.draft.addApplications({ round, files: [bundle, bundle, stick, card] }));
    expect(applications.outcomes.map(({ outcome }) => outcome)).toEqual(['taken', 'unchanged', 'taken', 'refused']);
    expect(applications.draft.applications.map(({ applicant }) => applicant.name)).toEqual([
      '温州市瓯越示例职业培训学校',
      '温州瓯海示例智造有限公司',
    ]);
    expect(applications.draft.assignments).toHaveLength(2);
    const problems: Problems[] = [];
    for await (const one of await client.rounds.draft.problems({ round })) {
      problems.push(one);
    }
    expect(problems.map(({ application }) => application)).toEqual(applications.draft.applications.map(({ id }) => id));
    const [school, firm] = problems;
    expect(school?.notMet.length).not.toBe(firm?.notMet.length);
    expect(firm?.notMet.length).toBeGreaterThan(0);
  });

  it('is not issued before the fingerprints were compared', async () => {
    const client = clientOf(chair);
    await client.rounds.draft.update({ round, title: '练习：2022 新职业社会评价组织遴选' });
    await expect(finished(await client.rounds.draft.issue({ round }))).rejects.toMatchObject({
      data: { code: 'draft/fingerprints-not-compared', details: { count: 1 } },
    });
    const { panel } = await client.rounds.draft.get({ round });
    const stranger = panel.find(({ role }) => role === 'expert');
    await client.rounds.draft.confirmFingerprint({ round, member: stranger?.id ?? '', compared: true });
    const done = await finished(await client.rounds.draft.issue({ round }));
    issued = done.export;
    expect(issued.name).toMatch(/^round-练习.*\.lpround$/);
    expect(await client.rounds.list()).toMatchObject([{ id: round, state: 'issued', applications: 2, experts: 1 }]);
    await expect(client.rounds.draft.get({ round })).rejects.toMatchObject({ data: { code: 'draft/not-found' } });
  });

  it('is kept by the expert only after the chair’s fingerprint was compared, and then once', async () => {
    const client = clientOf(expert);
    const file = await carry(chair, issued, expert);
    const first = await finished(await client.packages.import({ files: [file], trust: [] }));
    const signer = first[0]?.signer;
    expect(first).toMatchObject([{ outcome: 'needs-trust', signer: { name: '组长' } }]);
    expect(await client.rounds.list()).toEqual([]);
    const state = await chair.state();
    expect(state.state === 'open' ? state.person.fingerprint : []).toEqual(signer?.fingerprint);

    const trusted = await finished(await client.packages.import({ files: [file], trust: [signer?.keyId ?? ''] }));
    expect(trusted).toMatchObject([{ outcome: 'taken', round }]);
    expect(await finished(await client.packages.import({ files: [file], trust: [] }))).toMatchObject([{ outcome: 'unchanged', round }]);
    expect(await client.rounds.list()).toMatchObject([{ id: round, state: 'accepted', roles: ['expert'], applications: 2 }]);
  });

  it('opens nothing of an applicant before the expert has signed in, accepted the commitment and declared themself', async () => {
    const client = clientOf(expert);
    const [entry] = (await client.rounds.get({ round })).round.applications;
    const open = () => client.applications.get({ round, application: entry?.id ?? '' });
    await expect(open()).rejects.toMatchObject({ data: { code: 'declaration/sign-in-first' } });
    await client.declarations.signIn({ round, place: '示例会议室' });
    await expect(open()).rejects.toMatchObject({ data: { code: 'declaration/commitment-first' } });
    const { commitment } = await client.declarations.accept({ round });
    expect(commitment?.text).toContain('承诺');
    await expect(open()).rejects.toMatchObject({ data: { code: 'declaration/conflict-first' } });
    const conflict = { applicant: entry?.applicant.id ?? '', conflict: 'kin' as const, reason: ' ' };
    await expect(client.declarations.declareConflicts({ round, conflicts: [conflict] })).rejects.toMatchObject({
      data: { code: 'declaration/reason-needed' },
    });
    await client.declarations.declareConflicts({ round, conflicts: [{ ...conflict, reason: '负责人的亲属（虚构）' }] });
    await expect(open()).rejects.toMatchObject({ data: { code: 'review/recused' } });
    await client.declarations.declareConflicts({ round, conflicts: [{ ...conflict, conflict: 'none', reason: '误选，已更正' }] });
    await declareAll(expert, round);
    expect(await open()).toMatchObject({ entry: { id: entry?.id } });
  });

  it('can be exported once more, as the very same round', async () => {
    const again = await finished(await clientOf(chair).rounds.exportRound({ round }));
    const file = await carry(chair, again, expert);
    expect(await finished(await clientOf(expert).packages.import({ files: [file], trust: [] }))).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('brings every attachment along, byte for byte', async () => {
    const { round: accepted } = await clientOf(expert).rounds.get({ round });
    for (const { bundle } of accepted.applications) {
      const kept = expert.opened().workspace.stores.applications.get(bundle.sha256);
      expect(kept?.application.attachments.length).toBeGreaterThan(5);
      for (const { sha256 } of kept?.application.attachments ?? []) {
        const [there, here] = [await expert.openEvidence(sha256), await chair.openEvidence(sha256)];
        expect(there?.bytes).toBe(here?.bytes);
        expect(await there?.read(0, there.bytes)).toEqual(await here?.read(0, here.bytes));
      }
    }
  });

  it('lists the applications with what the checks found, and proposes what they counted', async () => {
    const client = clientOf(expert);
    const rows = await client.applications.list({ round });
    expect(rows.map(({ stages }) => [stages.document.state, stages.document.filled])).toEqual([
      ['empty', 0],
      ['empty', 0],
    ]);
    const problems: Problems[] = [];
    for await (const one of await client.applications.problems({ round })) {
      problems.push(one);
    }
    expect(problems.map(({ application }) => application)).toEqual(rows.map(({ id }) => id));
    expect(problems[1]?.notMet).toContain('A11');
    expect(rows[0]?.initials).toMatch(/^[a-z]+$/);
    const view = await client.sheets.get({ round, application: rows[1]?.id ?? '', stage: 'document' });
    const experts = view.slots.find(({ item, levelGroup }) => item === 'A11' && levelGroup === 'skilled');
    expect(experts?.proposed).toMatchObject({ value: { kind: 'number', number: '17' }, points: '4.25' });
  });

  it('keeps answers with the points of their rule, and refuses what the rubric does not take', async () => {
    const client = clientOf(expert);
    const [row] = await client.applications.list({ round });
    const address = { round, application: row?.id ?? '', stage: 'visit' as const };
    const area = { item: 'B02', occupation: null, levelGroup: null };
    const answer = { value: { kind: 'number' as const, number: '62.4' }, points: null, verdict: null, comment: '', evidence: [] };
    const kept = await client.sheets.record({ ...address, slot: area, answer, reason: null });
    expect(kept).toMatchObject({ entry: { points: '3.00' }, state: 'draft', fill: { filled: 1 } });
    const wrong = { ...answer, value: { kind: 'choice' as const, choice: 'complete' } };
    await expect(client.sheets.record({ ...address, slot: area, answer: wrong, reason: null })).rejects.toMatchObject({
      data: { code: 'sheet/value-kind' },
    });
    const unknown = { ...area, occupation: '不在批次中的职业' };
    await expect(client.sheets.record({ ...address, slot: unknown, answer, reason: null })).rejects.toMatchObject({
      data: { code: 'review/slot-unknown' },
    });
    expect((await client.sheets.get(address)).sheet?.entries).toMatchObject([{ item: 'B02', points: '3.00' }]);
    await expect(client.sheets.complete(address)).rejects.toMatchObject({ data: { code: 'review/incomplete' } });
    await expect(clientOf(chair).sheets.record({ ...address, slot: area, answer, reason: null })).rejects.toMatchObject({
      data: { code: 'review/not-assigned' },
    });
  });

  it('seals, exports to the chair, and asks for a reason from then on', async () => {
    const client = clientOf(expert);
    await expect(client.submission.seal({ round, partial: false })).rejects.toMatchObject({ data: { code: 'review/blanks-left' } });
    expect(await client.submission.seal({ round, partial: true })).toMatchObject({ sequence: 1, changedSinceSealing: false });
    const exported = await finished(await client.submission.export({ round }));
    expect(exported.name).toMatch(/^score-01-专家甲.*\.lpscore$/);
    const sealed = expert.opened().workspace.stores.seals.latest(round)?.document;
    expect(sealed?.conflicts).toMatchObject([{ conflict: 'none' }, { conflict: 'none' }]);
    expect(sealed?.declarations.map(({ kind }) => kind)).toContain('commitment');
    for (const { text, acceptedAt, signature = '' } of sealed?.declarations ?? []) {
      const payload = canonicalBytes({ round: sealed?.round.sha256, text, acceptedAt });
      expect(await verifyDetached(payload, Buffer.from(signature))).toMatchObject({ keyId: sealed?.expert.key });
      expect(await verifyDetached(Buffer.from('other'), Buffer.from(signature))).toBeNull();
    }
    const file = await carry(expert, exported, chair);
    const chairClient = clientOf(chair);
    expect(await finished(await chairClient.packages.import({ files: [file, file], trust: [] }))).toMatchObject([
      { outcome: 'taken', kind: 'score', round },
      { outcome: 'unchanged', kind: 'score', round },
    ]);
    const own = await carry(expert, exported, expert);
    expect(await finished(await client.packages.import({ files: [own], trust: [] }))).toMatchObject([
      { outcome: 'refused', refusal: { code: 'merge/other-round' } },
    ]);

    const [row] = await client.applications.list({ round });
    const address = { round, application: row?.id ?? '', stage: 'visit' as const };
    const change = {
      slot: { item: 'B02', occupation: null, levelGroup: null },
      answer: { value: { kind: 'number' as const, number: '59.9' }, points: null, verdict: null, comment: '', evidence: [] },
    };
    expect(row?.stages.visit.state).toBe('exported');
    await expect(client.sheets.record({ ...address, ...change, reason: null })).rejects.toMatchObject({
      data: { code: 'review/reason-needed' },
    });
    const changed = await client.sheets.record({ ...address, ...change, reason: '复测后更正' });
    expect(changed.entry).toMatchObject({ points: '0.00', history: [{ points: '3.00', reason: '复测后更正' }] });
    expect(await client.submission.get({ round })).toMatchObject({ sequence: 1, changedSinceSealing: true });
  });

  it('shows the chair what is missing, takes decisions with their reasons, and exports what anyone can verify', async () => {
    const client = clientOf(chair);
    const board = await client.merge.board({ round });
    expect(board.experts).toMatchObject([{ name: '专家甲', sequence: 1 }]);
    expect(board.cells.filter(({ state }) => state === 'partial')).toMatchObject([{ stage: 'visit' }]);
    expect(board.conflicts.some(({ kind, resolved }) => kind === 'missing-sheet' && !resolved)).toBe(true);
    const pending = await client.merge.ranking({ round });
    expect(new Set(pending.candidates.map(({ outcome, rank }) => `${outcome} ${rank}`))).toEqual(new Set(['pending null']));

    const exclusion = {
      kind: 'exclude-expert' as const,
      expert: board.experts[0]?.id ?? '',
      application: null,
      by: (await client.rounds.get({ round })).me,
    };
    await expect(client.merge.resolve({ round, resolution: { ...exclusion, reason: ' ' } })).rejects.toMatchObject({
      data: { code: 'merge/resolution-reason-missing' },
    });
    await client.merge.resolve({ round, resolution: { ...exclusion, reason: '未完成评分' } });
    const decided = await client.merge.ranking({ round });
    expect(decided.resolutions).toMatchObject([{ kind: 'exclude-expert', reason: '未完成评分' }]);
    const [candidate] = decided.candidates;
    const explained = await client.merge.explain({
      round,
      application: candidate?.application ?? '',
      occupation: candidate?.occupation ?? '',
    });
    expect(explained).toMatchObject({ total: null, experts: [{ name: '专家甲', counted: 'excluded' }] });
    await expect(clientOf(expert).merge.board({ round })).rejects.toMatchObject({ data: { code: 'merge/not-chair' } });

    const exported = await finished(await client.merge.export({ round }));
    const open = await chair.openExport(exported.id);
    const parts: Uint8Array[] = [];
    for await (const part of open?.content ?? []) {
      parts.push(part);
    }
    const verified = await verifySource(bytesSource(Buffer.concat(parts)), { fileName: exported.name });
    expect(verified).toMatchObject({ ok: true, value: { kind: 'result' } });
  });

  it('is refused by somebody who is not on its panel, with nothing kept', async () => {
    const stranger = await asked('路人');
    const file = await carry(chair, issued, stranger);
    const outcomes = await finished(await clientOf(stranger).packages.import({ files: [file], trust: [] }));
    expect(outcomes).toMatchObject([{ outcome: 'refused', refusal: { code: 'package/not-for-me' } }]);
    expect(await clientOf(stranger).rounds.list()).toEqual([]);
    expect(stranger.opened().workspace.evidence.list().next().done).toBe(true);
    await stranger.close();
  });
});
