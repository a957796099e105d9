import type { Conflict } from '#shared/api/merge.ts';

/** A conflict as one string: the same matter gives the same key. */
export function conflictKey(conflict: Conflict): string {
  const { kind, application, occupation, levelGroup, item, stage, experts, candidates } = conflict;
  return JSON.stringify([kind, application, occupation, levelGroup, item, stage, experts, candidates]);
}
