import type { Conflict } from '#shared/api/merge.ts';
import type { Resolution } from '#shared/domain/result.ts';

/** What was decided about a conflict, of several votes the last; null while nothing was. A gate that nobody disputes may have been decided too. */
export function decisionOn(conflict: Conflict, resolutions: readonly Resolution[]): Resolution | null {
  return resolutions.findLast((resolution) => isAbout(resolution, conflict)) ?? null;
}

function isAbout(resolution: Resolution, { kind, application, occupation, levelGroup, item, experts, candidates }: Conflict): boolean {
  switch (resolution.kind) {
    case 'gate':
    case 'measurement':
      return (
        resolution.kind === kind &&
        resolution.application === application &&
        resolution.item === item &&
        resolution.occupation === occupation &&
        resolution.levelGroup === levelGroup
      );
    case 'deviation':
      return (
        kind === 'deviation' &&
        resolution.application === application &&
        resolution.occupation === occupation &&
        experts.includes(resolution.expert)
      );
    case 'exclude-expert':
      return (
        (kind === 'missing-sheet' || kind === 'equivocation') &&
        experts.includes(resolution.expert) &&
        (resolution.application === null || resolution.application === application)
      );
    case 'withdraw-exclusion':
      return false;
    case 'tie':
      return (
        kind === 'tie' &&
        candidates.every((candidate) =>
          resolution.order.some((one) => one.application === candidate.application && one.occupation === candidate.occupation),
        )
      );
    case 'election':
      return false;
  }
}
