import type { Rubric } from '../domain/rubric.ts';
import type { Stage } from '../domain/values.ts';
import type { Conflict } from './conflicts.ts';

/** One of my own sheets that I have not sealed whole. */
export type OwnSheet = { readonly application: string; readonly stage: Stage };

/**
 * Whether a matter says nothing of what others gave on a sheet that I have yet to seal myself: own work comes first. That a sheet is
 * missing, that nobody counts, or that someone sent two contents under one number, is no score and is always shown.
 */
export function isShownBefore(conflict: Conflict, rubric: Rubric, unsealed: readonly OwnSheet[]): boolean {
  const { kind, application, item, candidates } = conflict;
  if (kind === 'missing-sheet' || kind === 'nobody-counts' || kind === 'equivocation') {
    return true;
  }
  const stage = rubric.items.find(({ code }) => code === item)?.stage ?? null;
  const applications = new Set([application, ...candidates.map((candidate) => candidate.application)]);
  return !unsealed.some((sheet) => applications.has(sheet.application) && (stage === null || stage === sheet.stage));
}
