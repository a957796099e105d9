import * as z from 'zod';
import { assignedStages } from './panel.ts';
import type { Round } from './round.ts';
import { idSchema, labelSchema, proseSchema } from './values.ts';

/** An expert who no longer scores what an earlier issue of the round had them score, and the chair's written reason. */
export const leftOutSchema = z.strictObject({
  expert: idSchema,
  name: labelSchema,
  /** The applications that they are left out of, of those still in the round. */
  applications: z.array(idSchema).min(1),
  reason: proseSchema.min(1),
});

/** Who is left out, before anybody has said why. */
export type LeftOut = Omit<z.infer<typeof leftOutSchema>, 'reason'> & {
  /** Not on the panel any more, so that nothing of theirs can count. */
  readonly wholly: boolean;
};

type Issue = Pick<Round, 'panel' | 'applications' | 'assignments' | 'recusals'>;

/**
 * The experts of one issue of a round from whom the next takes something to score that it still has others score: an application, or stages
 * of one. Whoever it newly recuses there is not among them, since that has its own reason in the round. In roster order.
 */
export function leftOutBetween(before: Issue, after: Issue): LeftOut[] {
  const given = stagesGiven(after);
  const recused = new Set(after.recusals.map(({ expert, applicant }) => pair(expert, applicant)));
  const applicants = new Map(after.applications.map(({ id, applicant }) => [id, applicant.id]));
  const members = new Set(after.panel.map(({ id }) => id));
  const gone = before.assignments.filter(({ expert, application, ...own }) => {
    const applicant = applicants.get(application);
    const now = given.get(pair(expert, application)) ?? [];
    return applicant !== undefined && !recused.has(pair(expert, applicant)) && assignedStages(own).some((stage) => !now.includes(stage));
  });
  return before.panel.flatMap(({ id, name }) => {
    const applications = gone.filter(({ expert }) => expert === id).map(({ application }) => application);
    return applications.length === 0 ? [] : [{ expert: id, name, applications, wholly: !members.has(id) }];
  });
}

/** The reasons of the issue before that still hold: what is theirs to score again, or not in the round any more, is no longer left out. */
export function stillLeftOut(before: readonly z.infer<typeof leftOutSchema>[], after: Issue): z.infer<typeof leftOutSchema>[] {
  const given = stagesGiven(after);
  const there = new Set(after.applications.map(({ id }) => id));
  return before.flatMap((entry) => {
    const applications = entry.applications.filter((id) => there.has(id) && !given.has(pair(entry.expert, id)));
    return applications.length === 0 ? [] : [{ ...entry, applications }];
  });
}

function stagesGiven({ assignments }: Issue) {
  return new Map(assignments.map((assignment) => [pair(assignment.expert, assignment.application), assignedStages(assignment)]));
}

function pair(left: string, right: string): string {
  return JSON.stringify([left, right]);
}
