import { type Assignment, assignedStages, type PanelMember, type Recusal } from '../domain/panel.ts';
import type { RoundApplication, Rules } from '../domain/round.ts';
import { stagesInOrder } from '../domain/values.ts';
import type { Refusal } from '../refusals/refusal.ts';

type Assigned = {
  readonly panel: readonly Pick<PanelMember, 'id' | 'name' | 'role'>[];
  readonly applications: readonly {
    readonly id: string;
    readonly applicant: Pick<RoundApplication['applicant'], 'id' | 'name'>;
    readonly occupations: readonly object[];
  }[];
  readonly assignments: readonly Assignment[];
  readonly recusals: readonly Pick<Recusal, 'expert' | 'applicant'>[];
};

/** Those of the scorers (ids) who have nothing to score, in roster order; who is recused from every applicant can't have anything. */
export function withoutAssignment(round: Assigned, scorers: readonly string[]): Pick<PanelMember, 'id' | 'name'>[] {
  const { panel, applications } = round;
  const busy = new Set(standing(round).map(({ expert }) => expert));
  const isRecused = recusedIn(round);
  return panel.filter(
    ({ id }) => scorers.includes(id) && !busy.has(id) && applications.some(({ applicant }) => !isRecused(id, applicant.id)),
  );
}

/**
 * What the rules of a round would not do with the panel as it is assigned, for its chair to read before issuing; empty when they fit. Codes
 * `draft/trims-nowhere` and `draft/trims-not-here` (too few experts for dropping anything), `draft/one-candidate` (a z-score of one).
 */
export function rulesThatDontFit(round: Assigned & { readonly rules: Pick<Rules, 'aggregate'> }): Refusal[] {
  return round.rules.aggregate.method === 'z-score' ? oneCandidate(round) : notTrimmed(round, round.rules.aggregate);
}

/** Dropping begins with `minExperts`; by total everyone scores all stages, else it is the stage with the fewest that matters. */
function notTrimmed(round: Assigned, { method, minExperts, dropHighest, dropLowest }: Rules['aggregate']): Refusal[] {
  if (method !== 'trimmed' || dropHighest + dropLowest === 0 || round.applications.length === 0) {
    return [];
  }
  const own = standing(round);
  const scored = round.applications.map(({ id, applicant }) => {
    const here = own.filter(({ application }) => application === id);
    const experts = Math.min(...stagesInOrder.map((stage) => here.filter((one) => assignedStages(one).includes(stage)).length));
    return { name: applicant.name, experts };
  });
  const few = scored.filter(({ experts }) => experts < minExperts);
  if (few.length === 0) {
    return [];
  }
  const numbers = few.map(({ experts }) => experts);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const details = { minExperts, experts: least === most ? least : `${least}–${most}`, highest: dropHighest, lowest: dropLowest };
  return few.length === scored.length
    ? [{ code: 'draft/trims-nowhere', details }]
    : [{ code: 'draft/trims-not-here', details: { ...details, applicants: few.map(({ name }) => name).join('、'), count: few.length } }];
}

/** Of one total there is no spread: normalised it is everyone's mean, whatever the expert gave. */
function oneCandidate(round: Assigned): Refusal[] {
  const own = standing(round);
  const occupations = new Map(round.applications.map(({ id, occupations: { length } }) => [id, length]));
  const alone = round.panel.filter(({ id }) => {
    const candidates = own
      .filter(({ expert }) => expert === id)
      .reduce((sum, { application }) => sum + (occupations.get(application) ?? 0), 0);
    return candidates === 1;
  });
  return alone.length === 0
    ? []
    : [{ code: 'draft/one-candidate', details: { names: alone.map(({ name }) => name).join('、'), count: alone.length } }];
}

/** The assignments that no recusal takes away. */
function standing(round: Assigned): Assignment[] {
  const applicants = new Map(round.applications.map(({ id, applicant }) => [id, applicant.id]));
  const isRecused = recusedIn(round);
  return round.assignments.filter(({ expert, application }) => !isRecused(expert, applicants.get(application) ?? ''));
}

function recusedIn({ recusals }: Pick<Assigned, 'recusals'>): (expert: string, applicant: string) => boolean {
  const pairs = new Set(recusals.map(({ expert, applicant }) => JSON.stringify([expert, applicant])));
  return (expert, applicant) => pairs.has(JSON.stringify([expert, applicant]));
}
