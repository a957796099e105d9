import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '#db/workspace.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { valueOf } from '#shared/result.ts';
import { makeFolder, removeFolder } from '../temporary.ts';
import { enterCore } from './core-over-http.ts';
import { startLoopbackProgram } from './loopback-program.ts';

const passphrase = '口令 2022 秋天 示例';
/** Two workspaces at a time, so that one starts while the other is killed. */
const workspaces = 2;
/**
 * Each costs a start and an unlocking: `LINPING_KILLS` makes it more. That nothing is lost at hundreds of moments is shown where the keys
 * are at hand, in test/integration/db/killed-while-scoring.test.ts; this is the program that ships.
 */
const kills = Number(process.env['LINPING_KILLS'] ?? 10);
/** Chosen anew in every run. */
const seed = Math.floor(Math.random() * 2 ** 31);

let folder: string;

beforeAll(async () => {
  folder = makeFolder('crash');
});

afterAll(async () => {
  await removeFolder(folder);
});

type Client = Awaited<ReturnType<typeof enterCore>>;
/** What the host said it had kept, before it was killed. */
type Acknowledged = { answers: number[]; questions: number[]; clock: number; undone: number };

test(`killed at ${kills} random moments while an expert scores, the host never loses what it acknowledged, nor keeps half of anything`, async () => {
  const all = await Promise.all(Array.from({ length: workspaces }, (_, index) => crashAgainAndAgain(index)));
  expect(all.reduce((sum, { lives }) => sum + lives, 0)).toBe(kills);
  // Where nothing was acknowledged, nothing could have been lost; where every act was, the kill came between two.
  expect(all.reduce((sum, { acknowledged }) => sum + acknowledged.answers.length, 0)).toBeGreaterThan(0);
  expect(all.reduce((sum, { inTheMiddle }) => sum + inTheMiddle, 0)).toBe(kills);
}, 1_200_000);

async function crashAgainAndAgain(index: number) {
  const workspaceFolder = join(folder, `workspace-${index}`);
  const { round, application, slots } = await prepare(workspaceFolder);
  const address = { round, application, stage: 'roadshow' as const };
  const acknowledged: Acknowledged = { answers: [], questions: [], clock: 0, undone: 0 };
  const random = dice(seed + index);
  let inTheMiddle = 0;
  let number = 0;
  const lives = kills / workspaces;
  for (let life = 0; life < lives; life += 1) {
    const program = await startLoopbackProgram({ workspaceFolder });
    const client = await enterCore(program.entryUrl);
    await client.workspace.unlock({ passphrase });
    const { sheet } = await client.sheets.get(address);
    if (life > 0) {
      expectWhole(sheet, acknowledged);
    }
    // After some acts, a random moment later: how much a machine does in a given time is its own affair.
    const enough = 1 + Math.floor(random() * 8);
    let killing: Promise<void> | null = null;
    for (let done = 0, alive = true; alive; done += 1) {
      if (done === enough) {
        killing = pause(random() * 30).then(() => program.kill());
      }
      number += 1;
      try {
        await act(client, { address, slot: slots[Math.floor(random() * slots.length)], number, random, acknowledged });
      } catch (error) {
        if (killing === null) {
          throw error;
        }
        // The host is dead; whether this act was kept nobody was told.
        alive = false;
        inTheMiddle += 1;
      }
    }
    await killing;
  }
  const workspace = valueOf(await openWorkspace({ folder: workspaceFolder, passphrase, now: () => new Date().toISOString() }));
  const chain = workspace.stores.audit.verifyChain();
  const progress = workspace.stores.sheets.progressOf(address);
  const sheet = workspace.stores.sheets.read(address);
  await workspace.close();
  expectWhole(sheet, acknowledged);
  expect(chain.holds).toBe(true);
  expect(progress?.filled).toBe(sheet?.entries.filter(({ points }) => points !== null).length);
  return { acknowledged, inTheMiddle, lives };
}

type Act = {
  address: { round: string; application: string; stage: 'roadshow' };
  slot: { item: string; occupation: string | null; levelGroup: 'skilled' | 'technician' | null } | undefined;
  number: number;
  random: () => number;
  acknowledged: Acknowledged;
};

/** Something that an expert does at a roadshow; what it writes can be told whole from half by its number. */
async function act(client: Client, { address, slot, number, random, acknowledged }: Act): Promise<void> {
  const { round, application } = address;
  const kind = random();
  if (kind < 0.7 && slot !== undefined) {
    const points = pointsOf(number);
    const answer = { value: null, points, verdict: null, comment: `answer ${number}`, evidence: [] };
    await client.sheets.record({ ...address, slot, answer, reason: null });
    acknowledged.answers.push(number);
  } else if (kind < 0.8) {
    const text = {
      askedBy: `专家 ${number}（虚构）`,
      question: `question ${number}`,
      answer: `said ${number}`,
      items: ['C01'],
      withdrawn: false,
    };
    await client.roadshow.keepQuestion({ round, application, id: null, text, reason: null });
    acknowledged.questions.push(number);
  } else if (kind < 0.9) {
    const event = { phase: 'talk' as const, action: 'start' as const, at: new Date().toISOString() };
    await client.roadshow.pressClock({ round, application, event });
    acknowledged.clock += 1;
  } else if ((await client.sheets.steps(address)).undo !== null) {
    await client.sheets.undo(address);
    acknowledged.undone += 1;
  }
}

const pointsOf = (number: number): string => `${number % 4}.00`;

function expectWhole(sheet: Sheet | null, acknowledged: Acknowledged): void {
  const answers = (sheet?.entries ?? []).flatMap((entry) => [entry, ...entry.history]);
  const given = answers.flatMap(({ comment, points }) =>
    comment === '' ? [] : [{ number: Number(comment.replace('answer ', '')), points }],
  );
  const kept = new Set(given.map(({ number }) => number));
  expect(acknowledged.answers.filter((number) => !kept.has(number))).toEqual([]);
  // Comment and points of one answer belong together; a blank one has neither.
  expect(given.filter(({ number, points }) => points !== pointsOf(number))).toEqual([]);
  expect(answers.filter(({ comment, points }) => comment === '' && points !== null)).toEqual([]);
  const questions = sheet?.questions ?? [];
  const asked = new Set(questions.map(({ question }) => Number(question.replace('question ', ''))));
  expect(acknowledged.questions.filter((number) => !asked.has(number))).toEqual([]);
  expect(questions.filter(({ question, answer }) => answer !== question.replace('question', 'said'))).toEqual([]);
  expect(sheet?.roadshow?.clock.length ?? 0).toBeGreaterThanOrEqual(acknowledged.clock);
}

/** A workspace with a practice round, made by the host itself. */
async function prepare(workspaceFolder: string) {
  const program = await startLoopbackProgram({ workspaceFolder });
  const client = await enterCore(program.entryUrl);
  await client.workspace.create({ passphrase, name: '练习者（虚构）', organisation: '示例单位' });
  let round = '';
  for await (const event of await client.rounds.startPractice()) {
    round = event.kind === 'done' ? event.value.round : round;
  }
  const [row] = await client.applications.list({ round });
  const application = row?.id ?? '';
  const { slots } = await client.sheets.get({ round, application, stage: 'roadshow' });
  await program.stop();
  return { round, application, slots: slots.map(({ item, occupation, levelGroup }) => ({ item, occupation, levelGroup })) };
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function dice(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
