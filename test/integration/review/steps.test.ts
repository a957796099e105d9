import { array, assert, asyncProperty, constantFrom, oneof, record } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import type { Answer, Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { clientOf, finished, workspaceOf } from '../../fixtures/workspaces.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

let folder: string;
let core: Core;
let round: string;
let applications: readonly { id: string; occupation: string; levelGroup: 'skilled' | 'technician' }[];

beforeAll(async () => {
  folder = makeFolder('steps');
  core = await workspaceOf('练习者（虚构）', folder);
  const client = clientOf(core);
  ({ round } = await finished(await client.rounds.startPractice()));
  const { round: document } = await client.rounds.get({ round });
  for (const { id: application } of document.applications) {
    const address = { round, application, stage: 'roadshow' as const };
    for (const { item, occupation, levelGroup } of (await client.sheets.get(address)).slots.filter(({ item }) => item !== 'C03')) {
      await client.sheets.record({
        ...address,
        slot: { item, occupation, levelGroup },
        answer: { ...blank, points: '2.00' },
        reason: null,
      });
    }
  }
  applications = await Promise.all(
    document.applications.map(async ({ id }) => {
      const { slots } = await client.sheets.get({ round, application: id, stage: 'document' });
      const pair = slots.find(({ item }) => item === 'A26');
      return { id, occupation: pair?.occupation ?? '', levelGroup: pair?.levelGroup ?? 'skilled' };
    }),
  );
});

afterAll(async () => {
  await core.close();
  await removeFolder(folder);
});

const blank: Answer = { value: null, points: null, verdict: null, comment: '', evidence: [] };
const ratio = (count: string, of: string): Answer => ({ ...blank, value: { kind: 'ratio', count, of } });

/** Items of every kind with what people give there: nothing, half, whole, a comment alone. */
const items: readonly { stage: Stage; item: string; answers: readonly Answer[] }[] = [
  { stage: 'document', item: 'G01', answers: [blank, { ...blank, verdict: 'met' }, { ...blank, verdict: 'not-applicable' }] },
  { stage: 'document', item: 'A06', answers: [blank, { ...blank, value: { kind: 'number', number: '2' } }, { ...blank, comment: '待核' }] },
  {
    stage: 'document',
    item: 'A26',
    answers: [blank, ratio('17', '18'), { ...blank, typed: { count: '17' } }, { ...blank, comment: '只有一半' }],
  },
  { stage: 'document', item: 'A02', answers: [blank, { ...blank, value: { kind: 'checklist', ticked: [] } }] },
  { stage: 'document', item: 'A15', answers: [blank, { ...blank, value: { kind: 'choice', choice: 'partial' } }] },
  { stage: 'document', item: 'A03', answers: [blank, { ...blank, points: '2.50' }, { ...blank, points: '0.00' }] },
  { stage: 'roadshow', item: 'C03', answers: [blank, { ...blank, points: '3.00' }, { ...blank, points: '1.00', comment: '答辩不清' }] },
  {
    stage: 'visit',
    item: 'B01',
    answers: [
      blank,
      { ...blank, partial: { equipment: { kind: 'checklist', ticked: [] } } },
      { ...blank, measurements: [], partial: {} },
      {
        ...blank,
        measurements: [{ id: 'm1', part: 'area', label: '', number: '30', of: null, unit: '㎡', tool: 'tape', photo: null }],
      },
    ],
  },
];

type Act = { readonly kind: 'answer'; readonly at: number; readonly which: number } | { readonly kind: 'undo' | 'redo' | 'reopen' };

const acts = array(
  oneof(
    {
      arbitrary: record({ kind: constantFrom('answer' as const), at: constantFrom(...items.keys()), which: constantFrom(0, 1, 2, 3) }),
      weight: 3,
    },
    { arbitrary: record({ kind: constantFrom('undo' as const, 'undo' as const, 'redo' as const, 'reopen' as const) }), weight: 3 },
  ),
  { maxLength: 24 },
);

/** What a person expects: what stands at each slot, and two stacks of changes. */
class Model {
  readonly standing = new Map<string, string>();
  readonly done: { slot: string; before: string; after: string }[] = [];
  readonly undone: { slot: string; before: string; after: string }[] = [];

  give(slot: string, after: string): void {
    const before = this.standing.get(slot) ?? nothing;
    if (before !== after) {
      this.done.push({ slot, before, after });
      this.undone.length = 0;
      this.standing.set(slot, after);
    }
  }

  step(kind: 'undo' | 'redo'): boolean {
    const [from, to] = kind === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const step = from.pop();
    if (step !== undefined) {
      to.push(step);
      this.standing.set(step.slot, kind === 'undo' ? step.before : step.after);
    }
    return step !== undefined;
  }
}

/** What an answer says, without what the core makes of it (points of measured items) and without empty lists. */
function said({ value, verdict, comment, points, measurements = [], partial = {}, typed = {} }: Answer): string {
  return JSON.stringify([
    value,
    verdict,
    comment,
    value === null ? points : null,
    measurements,
    Object.entries(partial),
    Object.entries(typed),
  ]);
}

const nothing = said(blank);

it('any answers, undone, made again and reopened, on any kind of item, never fail and end where the model says', async () => {
  const client = clientOf(core);
  let run = 0;
  await assert(
    asyncProperty(acts, async (given: Act[]) => {
      // The sheets of the run before were sealed by nobody and go on: the model begins with what stands.
      const place = applications[run % applications.length] ?? { id: '', occupation: '', levelGroup: 'skilled' as const };
      run += 1;
      const stages = new Map<Stage, Model>();
      const slotOf = (item: string): Slot =>
        item === 'A26'
          ? { item, occupation: place.occupation, levelGroup: place.levelGroup }
          : { item, occupation: null, levelGroup: null };
      const entriesOf = async (stage: Stage) => (await client.sheets.get({ round, application: place.id, stage })).sheet?.entries ?? [];
      const modelOf = async (stage: Stage) => {
        const known = stages.get(stage);
        if (known !== undefined) {
          return known;
        }
        const model = new Model();
        for (const entry of await entriesOf(stage)) {
          model.standing.set(entry.item, said(entry));
        }
        stages.set(stage, model);
        return model;
      };
      let stage: Stage = 'document';
      for (const act of given) {
        const address = () => ({ round, application: place.id, stage });
        if (act.kind === 'answer') {
          const { item, answers, stage: of } = items[act.at] ?? items[0] ?? { item: '', answers: [], stage: 'document' };
          stage = of;
          const answer = answers[act.which % answers.length] ?? blank;
          const model = await modelOf(stage);
          await client.sheets.record({ ...address(), slot: slotOf(item), answer, reason: null });
          model.give(item, said(answer));
        } else if (act.kind === 'reopen') {
          // Complete only where nothing is missing: the roadshow.
          await client.sheets.complete(address()).catch(() => undefined);
          await client.sheets.reopen(address());
        } else {
          const model = await modelOf(stage);
          const next = (await client.sheets.steps(address()))[act.kind];
          if (model.step(act.kind)) {
            expect(next).not.toBeNull();
            await client.sheets[act.kind](address());
          }
        }
        const model = await modelOf(stage);
        for (const entry of await entriesOf(stage)) {
          expect(said(entry)).toBe(model.standing.get(entry.item) ?? nothing);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('half of a pair, then both, is taken back to nothing and no further', async () => {
  const client = clientOf(core);
  const place = applications[0] ?? { id: '', occupation: '', levelGroup: 'skilled' as const };
  const address = { round, application: place.id, stage: 'visit' as const };
  const slot = { item: 'B13', occupation: null, levelGroup: null };
  await client.sheets.record({ ...address, slot, answer: blank, reason: null });
  expect((await client.sheets.steps(address)).undo?.slot).not.toEqual(slot);
  await client.sheets.record({ ...address, slot, answer: { ...blank, points: '1.00' }, reason: null });
  const view = await client.sheets.undo(address);
  expect(view.sheet?.entries.find(({ item }) => item === 'B13')).toMatchObject({ points: null });
  expect((await client.sheets.steps(address)).undo?.slot).not.toEqual(slot);
});
