/** Refusals of the area 'round'. */
export const roundRefusals = {} as const;
