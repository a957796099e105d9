import { assignedStages } from '../domain/panel.ts';
import type { Round, RoundApplication } from '../domain/round.ts';
import type { RubricItem } from '../domain/rubric.ts';
import type { Slot } from '../domain/sheet.ts';
import type { Stage } from '../domain/values.ts';
import { slotKey, slotsOfItem } from '../scoring/index.ts';

/** Where an application is scored: one slot of one item. */
export type Place = { readonly slot: Slot; readonly key: string; readonly item: RubricItem };

/** A round in tables, so that a merge asks each of its thousands of sheets nothing that takes a walk through the round. */
export type Frame = {
  readonly round: Round;
  application(id: string): RoundApplication | undefined;
  /** The stages that are the expert's to score there; none where it is not assigned. */
  stages(expert: string, application: string): ReadonlySet<Stage>;
  /** Whether the round imposes the recusal. */
  imposesRecusal(expert: string, applicant: string): boolean;
  /** All slots of an application by `slotKey`, in the rubric's order. */
  places(application: RoundApplication): ReadonlyMap<string, Place>;
};

/** A round is never changed, so its tables are made once, however many packages are held against it. */
const frames = new WeakMap<Round, Frame>();

/** The tables of a round; `places` are made when first asked for. */
export function frameOf(round: Round): Frame {
  const frame = frames.get(round) ?? makeFrame(round);
  frames.set(round, frame);
  return frame;
}

const none: ReadonlySet<Stage> = new Set();

function makeFrame(round: Round): Frame {
  const pair = (left: string, right: string) => JSON.stringify([left, right]);
  const applications = new Map(round.applications.map((application) => [application.id, application]));
  const assigned = new Map(
    round.assignments.map((assignment) => [pair(assignment.expert, assignment.application), new Set(assignedStages(assignment))]),
  );
  const recused = new Set(round.recusals.map(({ expert, applicant }) => pair(expert, applicant)));
  const placesById = new Map<string, ReadonlyMap<string, Place>>();
  return {
    round,
    application: (id) => applications.get(id),
    stages: (expert, application) => assigned.get(pair(expert, application)) ?? none,
    imposesRecusal: (expert, applicant) => recused.has(pair(expert, applicant)),
    places: (application) => {
      const known = placesById.get(application.id) ?? placesOf(round, application);
      placesById.set(application.id, known);
      return known;
    },
  };
}

function placesOf(round: Round, application: RoundApplication): Map<string, Place> {
  return new Map(
    round.rubric.items
      .flatMap((item) => slotsOfItem(item, application).map((slot) => ({ slot, key: slotKey(slot), item })))
      .map((place) => [place.key, place]),
  );
}
