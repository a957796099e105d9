import type { SetAside } from '../domain/result.ts';
import type { Round, RoundApplication } from '../domain/round.ts';
import type { Answer, Sheet, Slot } from '../domain/sheet.ts';
import { type Stage, stageSchema, type Verdict } from '../domain/values.ts';
import { type Hundredths, parsePoints } from '../points/hundredths.ts';
import { completeness, isBlank, scoreAnswer, slotKey, slotsOf } from '../scoring/index.ts';
import { isRecused, refuseSheet } from './content.ts';
import type { Decisions } from './resolutions.ts';
import type { Selection } from './select.ts';

/** What an expert said about a slot, with what the rubric makes of it. */
export type Statement = {
  readonly slot: Slot;
  readonly answer: Answer;
  /** null for a gate. */
  readonly points: Hundredths | null;
  /** How the expert stands to the item's gate; null without one. */
  readonly gate: Verdict | null;
};

export type SheetState = 'missing' | 'partial' | 'received';

/**
 * An expert at an application: `counting` when the sheets of all stages are there and complete, `missing` while one is not, else
 * out of the panel and of every denominator.
 */
export type Seat = {
  readonly expert: string;
  readonly standing: 'counting' | 'missing' | 'recused' | 'excluded';
  readonly sheets: Readonly<Record<Stage, SheetState>>;
  /** By `slotKey`; blank slots are absent. */
  readonly statements: ReadonlyMap<string, Statement>;
};

/** The seats of an application in roster order: those assigned to it, and those recused from its applicant. */
export function seatsOf(
  round: Round,
  application: RoundApplication,
  { selection, decisions }: { readonly selection: Selection; readonly decisions: Decisions },
): Seat[] {
  return round.panel.flatMap(({ id: expert }): Seat[] => {
    const document = selection.counting.get(expert)?.document;
    const recused = isRecused(round, document, { expert, applicant: application.applicant.id });
    const assigned = round.assignments.some((each) => each.expert === expert && each.application === application.id);
    if (!recused && !assigned) {
      return [];
    }
    const own = recused ? [] : (document?.sheets.filter((sheet) => sheet.application === application.id) ?? []);
    const sheets = sheetStates(round, application, own);
    const complete = stageSchema.options.every((stage) => sheets[stage] === 'received');
    const standing = recused ? 'recused' : decisions.excludes(expert, application.id) ? 'excluded' : complete ? 'counting' : 'missing';
    return [{ expert, standing, sheets, statements: statementsOf(round, own) }];
  });
}

/** The seats whose experts are expected to say something: neither recused nor excluded. */
export function expectedSeats(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.standing === 'counting' || seat.standing === 'missing');
}

export function countingSeats(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.standing === 'counting');
}

/** The sheets of the packages that count which are set aside on their own: of a recused expert, or not assigned. */
export function sheetsSetAside(round: Round, selection: Selection): SetAside[] {
  return [...selection.counting.values()].flatMap(({ sha256, document }) =>
    document.sheets.flatMap((sheet): SetAside[] => {
      const code = refuseSheet(round, document, sheet);
      const { application, stage } = sheet;
      return code === null ? [] : [{ sha256, code, expert: document.expert.id, sequence: document.sequence, application, stage }];
    }),
  );
}

/** A sheet is `received` when nothing on it is blank or lacks its comment; with nothing to fill in, it is received as it is. */
function sheetStates(round: Round, application: RoundApplication, sheets: readonly Sheet[]): Record<Stage, SheetState> {
  const stateOf = (stage: Stage): SheetState => {
    const slots = slotsOf(round.rubric, stage, application);
    const sheet = sheets.find((each) => each.stage === stage) ?? null;
    if (completeness(round.rubric, sheet, slots).length === 0) {
      return 'received';
    }
    return sheet === null ? 'missing' : 'partial';
  };
  return { document: stateOf('document'), visit: stateOf('visit'), roadshow: stateOf('roadshow') };
}

function statementsOf(round: Round, sheets: readonly Sheet[]): Map<string, Statement> {
  const items = new Map(round.rubric.items.map((item) => [item.code, item]));
  const statements = new Map<string, Statement>();
  for (const entry of sheets.flatMap((sheet) => sheet.entries)) {
    const item = items.get(entry.item);
    const { occupation, levelGroup, ...answer } = entry;
    const scored = item === undefined || isBlank(item, answer) ? null : scoreAnswer(item, answer);
    if (scored?.ok === true) {
      const { points } = scored.value.answer;
      const slot = { item: entry.item, occupation, levelGroup };
      statements.set(slotKey(slot), { slot, answer, points: points === null ? null : parsePoints(points), gate: scored.value.gate });
    }
  }
  return statements;
}
