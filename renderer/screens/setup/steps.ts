/** The steps of setting up a round, in the order in which a chair takes them. */
export const setupSteps = ['basics', 'rubric', 'rules', 'panel', 'applications', 'assignments', 'issue'] as const;
export type SetupStep = (typeof setupSteps)[number];
