import { assignedStages } from '../domain/panel.ts';
import type { Round, RoundApplication } from '../domain/round.ts';
import type { RubricItem } from '../domain/rubric.ts';
import type { Slot } from '../domain/sheet.ts';
import type { Stage } from '../domain/values.ts';
import { slotKey, slotsOfItem } from '../scoring/index.ts';

/** A slot of an application with its item and its `slotKey`. */
export type IndexedSlot = { readonly slot: Slot; readonly key: string; readonly item: RubricItem };

/** A round in tables, so that a merge asks each of its thousands of sheets nothing that takes a walk through the round. */
export type RoundIndex = {
  readonly round: Round;
  application(id: string): RoundApplication | undefined;
  /** The stages that are the expert's to score there; none where it is not assigned. */
  stages(expert: string, application: string): ReadonlySet<Stage>;
  /** Whether the round imposes the recusal. */
  imposesRecusal(expert: string, applicant: string): boolean;
  /** All slots of an application by `slotKey`, in the rubric's order. */
  slots(application: RoundApplication): ReadonlyMap<string, IndexedSlot>;
};

/** A round is never changed, so its tables are made once, however many packages are held against it. */
const indexes = new WeakMap<Round, RoundIndex>();

/** The tables of a round; `slots` are made when first asked for. */
export function roundIndexOf(round: Round): RoundIndex {
  const roundIndex = indexes.get(round) ?? makeRoundIndex(round);
  indexes.set(round, roundIndex);
  return roundIndex;
}

const none: ReadonlySet<Stage> = new Set();

function makeRoundIndex(round: Round): RoundIndex {
  const pair = (left: string, right: string) => JSON.stringify([left, right]);
  const applications = new Map(round.applications.map((application) => [application.id, application]));
  const assigned = new Map(
    round.assignments.map((assignment) => [pair(assignment.expert, assignment.application), new Set(assignedStages(assignment))]),
  );
  const recused = new Set(round.recusals.map(({ expert, applicant }) => pair(expert, applicant)));
  const slotsByApplication = new Map<string, ReadonlyMap<string, IndexedSlot>>();
  return {
    round,
    application: (id) => applications.get(id),
    stages: (expert, application) => assigned.get(pair(expert, application)) ?? none,
    imposesRecusal: (expert, applicant) => recused.has(pair(expert, applicant)),
    slots: (application) => {
      const known = slotsByApplication.get(application.id) ?? slotsOfApplication(round, application);
      slotsByApplication.set(application.id, known);
      return known;
    },
  };
}

function slotsOfApplication(round: Round, application: RoundApplication): Map<string, IndexedSlot> {
  return new Map(
    round.rubric.items
      .flatMap((item) => slotsOfItem(item, application).map((slot) => ({ slot, key: slotKey(slot), item })))
      .map((slot) => [slot.key, slot]),
  );
}
