export { agreement, type Agreement } from './agreement.ts';
export type { Board, Cell } from './board.ts';
export type { Conflict } from './conflicts.ts';
export { explain, type Explanation } from './explain.ts';
export { merge, type Merged } from './merge.ts';
export { type Reason, type ReasonCode, reasonTexts } from './reason.ts';
export type { MergeInput, MergeRequest } from './request.ts';
export { checkResolution } from './resolutions.ts';
export { sensitivity, type Variant } from './sensitivity.ts';
