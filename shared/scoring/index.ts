export { completeness, entriesBySlot, entryPoints, type Missing, progress } from './completeness.ts';
export { decisionOn, unfinished } from './decision.ts';
export { gateVerdict, triggeredGate } from './gate-verdict.ts';
export { keptReason, type Lock, lockOf, lockSchema, opensWith, type LockInputs } from './lock.ts';
export { isBlank, scoreAnswer, type ScoredAnswer } from './score-answer.ts';
export { nextSteps, type KeptChange, undoDepth } from './steps.ts';
export {
  isUnfinished,
  refusalOfPoints,
  refusalOfTexts,
  type Texts,
  textsOf,
  typedKey,
  typeNumber,
  typePoints,
  withSimpleValue,
  withTyped,
} from './typing.ts';
export { slotKey, slotsOf, slotsOfItem } from './slots.ts';
export { valueText } from './value-text.ts';
