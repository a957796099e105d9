import { RefusedError } from '#shared/result.ts';
import type { OpenCore } from '../core/core.ts';

/** A round that I chair. Throws a refusal `draft/round-not-found` or `merge/not-chair`. */
export function chairedRound({ workspace }: OpenCore, id: string) {
  const found = workspace.stores.rounds.get(id);
  if (found === null) {
    throw new RefusedError('draft/round-not-found');
  }
  if (!found.roles.includes('chair')) {
    throw new RefusedError('merge/not-chair');
  }
  return found;
}
