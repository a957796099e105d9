/** Refusals of the area 'intake'. */
export const intakeRefusals = {} as const;
