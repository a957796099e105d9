import { assignedStages, type Assignment, assignmentOf } from '#shared/domain/panel.ts';
import type { Stage } from '#shared/domain/values.ts';

export type Pair = { readonly expert: string; readonly application: string };

/** The stages that an expert scores at an application. */
export function stagesOfPair(assignments: readonly Assignment[], { expert, application }: Pair): readonly Stage[] {
  const found = assignments.find((one) => one.expert === expert && one.application === application);
  return found === undefined ? [] : assignedStages(found);
}

/** The assignments with other stages for these pairs; the pairs' own go to the end, the others stay where they are. */
export function reassigned(assignments: readonly Assignment[], pairs: readonly Pair[], stages: readonly Stage[]): Assignment[] {
  const keyOf = ({ expert, application }: Pair) => JSON.stringify([expert, application]);
  const meant = new Set(pairs.map(keyOf));
  return [
    ...assignments.filter((one) => !meant.has(keyOf(one))),
    ...pairs.flatMap((pair): Assignment[] => {
      const assignment = assignmentOf(pair.expert, pair.application, stages);
      return assignment === null ? [] : [assignment];
    }),
  ];
}
