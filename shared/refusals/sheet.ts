/** Refusals of the area 'sheet'. */
export const sheetRefusals = {} as const;
