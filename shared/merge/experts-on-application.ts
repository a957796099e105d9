import type { SetAside } from '../domain/result.ts';
import type { RoundApplication } from '../domain/round.ts';
import type { Rubric } from '../domain/rubric.ts';
import { type Stage, stageSchema } from '../domain/values.ts';
import { isRecused, refuseSheet, type SheetRead, type Statement } from './content.ts';
import type { RoundIndex, IndexedSlot } from './round-index.ts';
import type { Decisions } from './resolutions.ts';
import type { Selection } from './select.ts';

/** `not-assigned`: the stage is not the expert's to score there. */
export type SheetState = 'missing' | 'partial' | 'received' | 'not-assigned';

/** Whether a sheet is asked for and not there whole. */
export function isOpen(state: SheetState): state is 'missing' | 'partial' {
  return state === 'missing' || state === 'partial';
}

/**
 * An expert at an application: `counting` when the sheets of all assigned stages are there and complete, `missing` while one is not, else
 * out of the panel and of every denominator.
 */
export type ExpertOnApplication = {
  readonly expert: string;
  readonly participation: 'counting' | 'missing' | 'recused' | 'excluded';
  readonly sheets: Readonly<Record<Stage, SheetState>>;
  /** By `slotKey`; blank slots are absent. */
  readonly statements: ReadonlyMap<string, Statement>;
};

/** The experts of an application in roster order: those assigned to it, and those recused from its applicant. */
export function expertsOnApplication(
  roundIndex: RoundIndex,
  application: RoundApplication,
  { selection, decisions }: { readonly selection: Selection; readonly decisions: Decisions },
): ExpertOnApplication[] {
  return roundIndex.round.panel.flatMap(({ id: expert }): ExpertOnApplication[] => {
    const counting = selection.counting.get(expert);
    const recused = isRecused(roundIndex, counting?.document, { expert, applicant: application.applicant.id });
    const assigned = roundIndex.stages(expert, application.id);
    if (!recused && assigned.size === 0) {
      return [];
    }
    const own = recused ? [] : (counting?.contents.get(application.id) ?? []).filter(({ stage }) => assigned.has(stage));
    const sheets = sheetStates(roundIndex.slots(application), { own, assigned });
    const complete = stageSchema.options.every((stage) => sheets[stage] === 'received' || sheets[stage] === 'not-assigned');
    const participation = recused ? 'recused' : decisions.excludes(expert, application.id) ? 'excluded' : complete ? 'counting' : 'missing';
    return [{ expert, participation, sheets, statements: new Map(own.flatMap(({ statements }) => [...statements])) }];
  });
}

/** The experts who are expected to say something: neither recused nor excluded. */
export function expectedExperts(experts: readonly ExpertOnApplication[]): ExpertOnApplication[] {
  return experts.filter((member) => member.participation === 'counting' || member.participation === 'missing');
}

/** The experts to whom a stage is assigned. */
export function expertsInStage(stage: Stage, experts: readonly ExpertOnApplication[]): ExpertOnApplication[] {
  return experts.filter(({ sheets }) => sheets[stage] !== 'not-assigned');
}

export function countingExperts(experts: readonly ExpertOnApplication[]): ExpertOnApplication[] {
  return experts.filter((member) => member.participation === 'counting');
}

/** The stages that the rubric asks for and none of the expected experts scores. */
export function stagesWithoutExpert({ items }: Pick<Rubric, 'items'>, experts: readonly ExpertOnApplication[]): Stage[] {
  const expected = expectedExperts(experts);
  return stageSchema.options.filter((stage) => items.some((item) => item.stage === stage) && expertsInStage(stage, expected).length === 0);
}

/** The sheets of the packages that count which are set aside on their own: of a recused expert, or not assigned. */
export function sheetsSetAside(roundIndex: RoundIndex, selection: Selection): SetAside[] {
  return [...selection.counting.values()].flatMap(({ sha256, document }) =>
    document.sheets.flatMap((sheet): SetAside[] => {
      const code = refuseSheet(roundIndex, document, sheet);
      const { application, stage } = sheet;
      return code === null ? [] : [{ sha256, code, expert: document.expert.id, sequence: document.sequence, application, stage }];
    }),
  );
}

/** A sheet is `received` when nothing on it is blank or lacks its comment; with nothing to fill in, it is received as it is. */
function sheetStates(
  places: ReadonlyMap<string, IndexedSlot>,
  { own, assigned }: { readonly own: readonly SheetRead[]; readonly assigned: ReadonlySet<Stage> },
): Record<Stage, SheetState> {
  const open = new Set<Stage>();
  const byStage = new Map(own.map((sheet) => [sheet.stage, sheet]));
  for (const { key, item } of places.values()) {
    const statement = byStage.get(item.stage)?.statements.get(key);
    if (statement === undefined || statement.commentMissing) {
      open.add(item.stage);
    }
  }
  const stateOf = (stage: Stage): SheetState =>
    !assigned.has(stage) ? 'not-assigned' : !open.has(stage) ? 'received' : byStage.has(stage) ? 'partial' : 'missing';
  return { document: stateOf('document'), visit: stateOf('visit'), roadshow: stateOf('roadshow') };
}
