import type { NewResolution, Resolution } from '#shared/domain/result.ts';
import type { Conflict } from '#shared/merge/index.ts';

/** What a chair could decide about each open matter, with a reason; nothing for what is settled. Most seeds leave nothing open. */
export function madeUpResolutions(conflicts: readonly Conflict[], chair: string): Resolution[] {
  return conflicts
    .filter(({ resolved }) => !resolved)
    .flatMap((conflict) => resolutionsOf(conflict, chair))
    .map((resolution, index) => ({ ...resolution, sequence: index + 1 }));
}

function resolutionsOf(conflict: Conflict, by: string): NewResolution[] {
  const { application, occupation, levelGroup, item, experts, statements, candidates } = conflict;
  switch (conflict.kind) {
    case 'nobody-counts':
      return experts.map((expert) => ({ kind: 'withdraw-exclusion', expert, application, by, reason: '评分表已补交，恢复计入。' }));
    case 'missing-sheet':
    case 'equivocation':
      return experts.map((expert) => ({ kind: 'exclude-expert', expert, application, by, reason: '未收到可用的评分表，本次不计入。' }));
    case 'measurement':
      return application === null || item === null
        ? []
        : [
            {
              kind: 'measurement',
              application,
              occupation,
              levelGroup,
              item,
              value: statements[0]?.value ?? null,
              by,
              reason: '经现场复测，以此数为准。',
            },
          ];
    case 'gate':
      return application === null || item === null
        ? []
        : [{ kind: 'gate', application, occupation, levelGroup, item, verdict: 'met', by, reason: '经专家组核对原件，认定符合。' }];
    case 'deviation':
      return application === null || occupation === null
        ? []
        : experts.map((expert) => ({
            kind: 'deviation',
            application,
            occupation,
            expert,
            by,
            reason: '专家说明了评分依据，专家组认可。',
          }));
    case 'tie':
      return [{ kind: 'tie', order: candidates, by, reason: '经专家组表决确定次序。' }];
  }
}
