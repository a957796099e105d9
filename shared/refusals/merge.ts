/** Refusals of the area 'merge'. */
export const mergeRefusals = {} as const;
