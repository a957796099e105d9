import type { SheetAddress } from '#db/stores/sheets.ts';
import type { Workspace } from '#db/workspace.ts';
import { proposedAnswers } from '#shared/checks/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import type { OpenProposal, Slot } from '#shared/domain/sheet.ts';
import { scoreAnswer, slotKey } from '#shared/scoring/index.ts';

/** What was last put before the expert on each sheet: an answer is a decision on that, not on what a later check would say. */
const shown = new WeakMap<Workspace, Map<string, ReadonlyMap<string, OpenProposal>>>();

/** The proposals of the findings by slot, with the points they would give; one that the rubric does not take is none. */
export function proposalsOf(findings: readonly Finding[], rubric: Rubric): Map<string, OpenProposal> {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  return new Map(
    proposedAnswers(findings, rubric).flatMap(({ slot, answer, finding }) => {
      const item = items.get(slot.item);
      const scored = item === undefined ? null : scoreAnswer(item, answer);
      if (scored?.ok !== true) {
        return [];
      }
      const { value, points } = scored.value.answer;
      return [[slotKey(slot), { finding: finding.code, reason: finding.reason, verdict: finding.verdict, value, points }] as const];
    }),
  );
}

/** Remembers what a sheet shows. */
export function showProposals(workspace: Workspace, address: SheetAddress, proposals: ReadonlyMap<string, OpenProposal>): void {
  const sheets = shown.get(workspace) ?? new Map<string, ReadonlyMap<string, OpenProposal>>();
  shown.set(workspace, sheets);
  sheets.set(sheetKey(address), proposals);
}

/** What was proposed to the expert at a slot; null where nothing was, or the sheet was not looked at. */
export function shownProposal(workspace: Workspace, address: SheetAddress, slot: Slot): OpenProposal | null {
  return shown.get(workspace)?.get(sheetKey(address))?.get(slotKey(slot)) ?? null;
}

function sheetKey({ round, application, stage }: SheetAddress): string {
  return JSON.stringify([round, application, stage]);
}
