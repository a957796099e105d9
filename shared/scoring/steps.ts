/** A change of a sheet as it was kept: `undoes` and `redoes` name an earlier change. */
export type KeptChange = { readonly number: number; readonly undoes: number | null; readonly redoes: number | null };

/** How many changes of a sheet can be taken back. */
export const undoDepth = 50;

/**
 * Which change of a sheet is next to be taken back, and which of those taken back is next to be made again; null where there is none.
 * Taking back is itself a change, so both follow from the changes in their order; a new change leaves nothing to be made again.
 */
export function nextSteps(changes: readonly KeptChange[]): { readonly undo: number | null; readonly redo: number | null } {
  const done: number[] = [];
  const undone: number[] = [];
  for (const { number, undoes, redoes } of changes) {
    if (undoes !== null) {
      done.pop();
      undone.push(undoes);
    } else {
      if (redoes === null) {
        undone.length = 0;
      } else {
        undone.pop();
      }
      done.push(number);
      if (done.length > undoDepth) {
        done.shift();
      }
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
