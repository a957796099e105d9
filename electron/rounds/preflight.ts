import type { Preflight } from '#shared/api/rounds.ts';
import { rubricProblems, rulesProblems } from '#shared/rubric/problems.ts';
import { rulesThatDontFit, withoutAssignment } from '#shared/assignments/fit.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { assignedStages } from '#shared/domain/panel.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import type { OpenCore } from '../core/core.ts';
import { assignmentRefusal } from '../round-package/check-round.ts';
import { assignmentsOf, roundOf, scorersOf, type Draft } from './draft.ts';
import { leftOutRefusal } from './left-out.ts';
import { differsFrom } from './round-changes.ts';

/** The same for a draft of mine, and of a round that is out: that its next version says something else. */
export function preflightOf(core: OpenCore, draft: Draft): Preflight {
  const { cards, rounds } = core.workspace.stores;
  const issued = rounds.get(draft.id);
  const checks = preflight(draft, (keyId) => cards.isCompared(keyId));
  return issued === null
    ? checks
    : [
        ...checks,
        { check: 'left-out', refusal: leftOutRefusal(core, draft, issued.round), notes: [] },
        {
          check: 'changes',
          refusal: differsFrom(issued.round, roundOf(draft)) ? null : { code: 'draft/nothing-changed', details: {} },
          notes: [],
        },
      ];
}

/** What must hold before a round is issued; each check with what is wrong, or null. `isCompared`: by key id. */
export function preflight(draft: Draft, isCompared: (keyId: string) => boolean): Preflight {
  const strangers = draft.panel.filter(({ id, role }) => role === 'expert' && !isCompared(id)).length;
  const checks: Omit<Preflight[number], 'notes'>[] = [
    { check: 'title', refusal: draft.title.trim() === '' ? { code: 'draft/no-title', details: {} } : null },
    { check: 'rubric', refusal: rubricProblems(draft.rubric)[0]?.refusal ?? null },
    { check: 'rules', refusal: rulesProblems(draft.rules, draft.rubric)[0] ?? null },
    { check: 'panel', refusal: scorersOf(draft).length === 0 ? { code: 'draft/no-experts', details: {} } : null },
    { check: 'fingerprints', refusal: strangers > 0 ? { code: 'draft/fingerprints-not-compared', details: { count: strangers } } : null },
    { check: 'applications', refusal: applicationsRefusal(draft) },
    { check: 'assignments', refusal: assignmentsRefusal(draft) },
  ];
  const notes = rulesThatDontFit({ ...draft, assignments: assignmentsOf(draft) });
  return checks.map((check) => ({ ...check, notes: check.check === 'rules' ? notes : [] }));
}

function applicationsRefusal({ applications }: Draft): Refusal | null {
  if (applications.length === 0) {
    return { code: 'draft/no-applications', details: {} };
  }
  const empty = applications.find(({ occupations }) => occupations.length === 0);
  return empty === undefined ? null : { code: 'draft/application-without-occupation', details: { applicant: empty.applicant.name } };
}

/**
 * Every stage of every application needs somebody who is not recused, everyone who scores needs something, and the rules have to fit who
 * scores what.
 */
function assignmentsRefusal(draft: Draft): Refusal | null {
  const recused = new Set(draft.recusals.map(({ expert, applicant }) => `${expert} ${applicant}`));
  const assignments = assignmentsOf(draft);
  for (const { id, applicant } of draft.applications) {
    const details = { applicant: applicant.name };
    const own = assignments.filter(({ expert, application }) => application === id && !recused.has(`${expert} ${applicant.id}`));
    if (own.length === 0) {
      return { code: 'draft/application-unassigned', details };
    }
    const bare = stagesInOrder.find(
      (stage) => draft.rubric.items.some((item) => item.stage === stage) && !own.some((one) => assignedStages(one).includes(stage)),
    );
    if (bare !== undefined) {
      return { code: `draft/${bare}-unassigned`, details };
    }
  }
  const idle = withoutAssignment({ ...draft, assignments }, scorersOf(draft));
  return idle.length > 0
    ? { code: 'draft/scorers-unassigned', details: { names: idle.map(({ name }) => name).join('、') } }
    : assignmentRefusal({ ...draft, assignments });
}
