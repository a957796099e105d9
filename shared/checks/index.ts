import type { Finding } from '../domain/finding.ts';
import { checkEligibility } from './eligibility.ts';
import { type Check, type CheckInput, checkContextOf } from './check-context.ts';
import { checkIdentifiers } from './identifiers.ts';
import { checkOccupations } from './occupations.ts';
import { checkPeople } from './people.ts';
import { checkRegulations } from './regulations.ts';
import { checkResources } from './resources.ts';
import { checkStaff } from './staff.ts';
import { checkApplicantConditions } from './g05-applicant-conditions.ts';
import { checkLease } from './g10-lease.ts';
import { checkVenues } from './venues.ts';

export { checkAcross, type ApplicationWithFacts } from './across-applicants.ts';
export { proposedAnswers } from './proposals.ts';
export { findingSentence, quantityText } from './sentences.ts';
export { formTables, type CheckInput, type FormPart } from './check-context.ts';

/** Every check of one application. */
const checks: readonly Check[] = [
  checkEligibility,
  checkApplicantConditions,
  checkOccupations,
  checkLease,
  checkVenues,
  checkStaff,
  checkPeople,
  checkRegulations,
  checkResources,
  checkIdentifiers,
];

/**
 * What the checks say of an application: a finding for every gate G01–G10 and every measured item A01–A26 of each slot,
 * in the rubric's order, then the warnings that belong to no item. Items that the rubric lacks are not checked.
 */
export function checkApplication(input: CheckInput): Finding[] {
  const context = checkContextOf(input);
  const order = new Map(input.rubric.items.map((item, index) => [item.code, index]));
  const place = (finding: Finding) => order.get(finding.item ?? '') ?? order.size;
  return checks
    .flatMap((check) => check(context))
    .filter((finding) => !isItemCode(finding.code) || order.has(finding.code))
    .toSorted((one, other) => place(one) - place(other));
}

/** `A11`, as against a check's own name. */
function isItemCode(code: string): boolean {
  return /^[A-Z][0-9]{2,3}$/.test(code);
}
