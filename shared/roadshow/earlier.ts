import type { Sheet, Slot } from '../domain/sheet.ts';

/** A score that I gave another applicant for the same item. */
export type EarlierScore = {
  readonly application: string;
  readonly applicant: string;
  readonly slot: Slot;
  readonly points: string;
};

type Request = {
  /** Mine, in the order of the day. */
  readonly order: readonly { readonly id: string; readonly applicant: string }[];
  /** Roadshow sheets. */
  readonly sheets: readonly Sheet[];
  readonly application: string;
};

/** What I gave the applicants before this one, in the order of the day and of the items; without blanks. */
export function earlierScores({ order, sheets, application }: Request): EarlierScore[] {
  const at = order.findIndex(({ id }) => id === application);
  const bySheet = new Map(sheets.map((sheet) => [sheet.application, sheet]));
  return order
    .slice(0, Math.max(0, at))
    .flatMap(({ id, applicant }) =>
      (bySheet.get(id)?.entries ?? []).flatMap(({ item, occupation, levelGroup, points }) =>
        points === null ? [] : [{ application: id, applicant, slot: { item, occupation, levelGroup }, points }],
      ),
    );
}
