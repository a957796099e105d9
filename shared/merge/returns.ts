import type { ReturnDocument } from '../packages/documents.ts';
import type { Board, Cell } from './board.ts';

/** A return waits for its answer while the version it names is the one that counts. */
export function isWaiting({ expert, sequence }: Pick<ReturnDocument, 'expert' | 'sequence'>, board: Pick<Board, 'experts'>): boolean {
  return board.experts.some((each) => each.id === expert && each.sequence === sequence);
}

/**
 * The board's cells with `returned` where a return of items on that sheet waits for its answer. What was returned counts as it is until
 * a newer version comes: a return unlocks, it takes nothing away. Cells that do not count anyway stay what they are.
 */
export function withReturns(
  board: Pick<Board, 'experts' | 'cells'>,
  returns: readonly ReturnDocument[],
): (Omit<Cell, 'state'> & { state: Cell['state'] | 'returned' })[] {
  const key = (expert: string, application: string, stage: string) => JSON.stringify([expert, application, stage]);
  const waiting = new Set(
    returns
      .filter((each) => isWaiting(each, board))
      .flatMap(({ expert, items }) => items.map(({ application, stage }) => key(expert, application, stage))),
  );
  return board.cells.map((cell) =>
    (cell.state === 'received' || cell.state === 'partial' || cell.state === 'missing') &&
    waiting.has(key(cell.expert, cell.application, cell.stage))
      ? { ...cell, state: 'returned' as const }
      : cell,
  );
}
