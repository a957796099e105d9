import type { IssuedReturn } from '#shared/api/returns.ts';
import { type Board, isWaiting } from '#shared/merge/index.ts';
import type { OpenCore } from '../core/core.ts';

/** The returns of a round that I chair, oldest first, each with whether it was answered. */
export function issuedReturns({ workspace }: OpenCore, round: string, board: Pick<Board, 'experts'>): IssuedReturn[] {
  return workspace.stores.returns.list(round).map(({ sha256, document, issuedAt }) => ({
    sha256,
    expert: document.expert,
    sequence: document.sequence,
    issuedAt,
    reason: document.reason,
    items: document.items,
    state: isWaiting(document, board) ? 'waiting' : 'answered',
  }));
}
