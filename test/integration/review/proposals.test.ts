import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core } from '#electron/core/core.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

let folder: string;
let core: Core;
let address: { round: string; application: string; stage: 'document' };
const client = () => createRouterClient(router, { context: { core } });

beforeAll(async () => {
  folder = makeFolder('proposals');
  core = createCore({
    workspaceFolder: join(folder, 'w'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  await core.create({ passphrase: '口令 2022 秋', name: '练习者', organisation: '示例单位（虚构）' });
  let round = '';
  for await (const event of await client().rounds.startPractice()) {
    round = event.kind === 'done' ? event.value.round : round;
  }
  const [row] = await client().applications.list({ round });
  address = { round, application: row?.id ?? '', stage: 'document' };
});

afterAll(async () => {
  await core.close();
  await removeFolder(folder);
});

const slotOf = ({ item, occupation, levelGroup }: Slot): Slot => ({ item, occupation, levelGroup });
const blank = { value: null, points: null, verdict: null, comment: '', evidence: [] };

it('shows the findings beside the proposals they make', async () => {
  const view = await client().sheets.get(address);
  expect(view.findings.length).toBeGreaterThan(10);
  for (const { proposed } of view.slots) {
    expect(proposed === null || view.findings.some(({ code, reason }) => code === proposed.finding && reason === proposed.reason)).toBe(
      true,
    );
  }
});

it('keeps what was proposed beside the decision, through changes and acceptance', async () => {
  const { slots } = await client().sheets.get(address);
  const gate = slots.find(({ item, proposed }) => item.startsWith('G') && proposed?.verdict === 'met');
  if (gate === undefined) {
    throw new Error('no gate with a proposal');
  }
  const slot = slotOf(gate);
  const changed = await client().sheets.record({ ...address, slot, answer: { ...blank, verdict: 'doubtful' }, reason: null });
  expect(changed.entry.proposal).toEqual({ ...gate.proposed, decision: 'changed' });
  const accepted = await client().sheets.record({ ...address, slot, answer: { ...blank, verdict: 'met' }, reason: null });
  expect(accepted.entry.proposal).toEqual({ ...gate.proposed, decision: 'accepted' });
  expect(accepted.entry.history.map(({ proposal }) => proposal?.decision)).toEqual(['changed']);
  const emptied = await client().sheets.record({ ...address, slot, answer: blank, reason: null });
  expect(emptied.entry.proposal).toBeUndefined();
});

it('does not complete a sheet with a change that has no reason', async () => {
  const { slots } = await client().sheets.get(address);
  const gate = slots.find(({ item, proposed }) => item.startsWith('G') && proposed !== null);
  if (gate?.proposed === null || gate === undefined) {
    throw new Error('no gate with a proposal');
  }
  const verdict = gate.proposed.verdict === 'doubtful' ? 'met' : 'doubtful';
  const missingHere = async () => {
    const missing = await client().submission.missing({ round: address.round });
    return missing.filter((one) => one.application === address.application && one.item === gate.item).map(({ refusal }) => refusal.code);
  };
  await client().sheets.record({ ...address, slot: slotOf(gate), answer: { ...blank, verdict }, reason: null });
  expect(await missingHere()).toEqual(['sheet/change-unexplained']);
  await client().sheets.record({ ...address, slot: slotOf(gate), answer: { ...blank, verdict, comment: '原件已核对' }, reason: null });
  expect(await missingHere()).toEqual([]);
  await client().sheets.record({ ...address, slot: slotOf(gate), answer: blank, reason: null });
});

it('accepts what is met in one step, leaves what was answered, and refuses the rest as a whole', async () => {
  const before = await client().sheets.get(address);
  const met = before.slots.filter(({ proposed }) => proposed?.verdict === 'met');
  const other = before.slots.find(({ proposed }) => proposed?.verdict !== 'met');
  const [first, second] = met;
  if (first === undefined || second === undefined || other === undefined) {
    throw new Error('the practice application has nothing to accept');
  }
  await expect(client().sheets.acceptMet({ ...address, slots: [slotOf(second), slotOf(other)] })).rejects.toMatchObject({
    data: { code: 'review/not-met' },
  });
  const refused = await client().sheets.get(address);
  expect(refused.fill).toEqual(before.fill);

  await client().sheets.record({ ...address, slot: slotOf(first), answer: { ...blank, verdict: 'doubtful' }, reason: null });
  const view = await client().sheets.acceptMet({ ...address, slots: met.map(slotOf) });
  const entries = view.sheet?.entries ?? [];
  expect(entries.find(({ item }) => item === first.item)).toMatchObject({ verdict: 'doubtful', proposal: { decision: 'changed' } });
  expect(entries.filter(({ proposal }) => proposal?.decision === 'accepted')).toHaveLength(met.length - 1);
  expect(view.fill.filled).toBe(met.length);
});

it('takes an answer as a decision about the proposal though the sheet was never read since the program started', async () => {
  const rows = await client().applications.list({ round: address.round });
  const another = { ...address, application: rows[1]?.id ?? '' };
  const { slots } = await client().sheets.get(another);
  const [gate, other] = slots.filter(({ item, proposed }) => item.startsWith('G') && proposed?.verdict === 'met');
  if (gate === undefined || other === undefined) {
    throw new Error('fewer than two gates with a proposal');
  }
  // The program starts again, as under a page that waits with an answer for its host to come back.
  await core.lock();
  await core.unlock('口令 2022 秋');
  const kept = await client().sheets.record({ ...another, slot: slotOf(gate), answer: { ...blank, verdict: 'doubtful' }, reason: null });
  expect(kept.entry.proposal).toEqual({ ...gate.proposed, decision: 'changed' });
  await core.lock();
  await core.unlock('口令 2022 秋');
  const view = await client().sheets.acceptMet({ ...another, slots: [slotOf(other)] });
  expect(view.sheet?.entries.find(({ item }) => item === other.item)?.proposal).toEqual({ ...other.proposed, decision: 'accepted' });
});
