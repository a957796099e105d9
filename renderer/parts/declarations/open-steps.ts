import type { DeclarationsView } from '#shared/api/declarations.ts';

export type DeclarationStep = 'sign-in' | 'commitment' | 'conflicts';

/** What is still to be declared, in the order of the screen. */
export function openSteps({ signedIn, commitment, applicants }: DeclarationsView): DeclarationStep[] {
  const steps: [DeclarationStep, boolean][] = [
    ['sign-in', signedIn === null],
    ['commitment', commitment !== null && commitment.accepted === null],
    ['conflicts', applicants.some(({ imposed, conflict }) => !imposed && conflict === null)],
  ];
  return steps.filter(([, open]) => open).map(([step]) => step);
}
