import type { Verdict } from '../domain/values.ts';

export type Decided = 'met' | 'not-met' | 'not-applicable';

/** Why a hard gate is open: `blank` waits for sheets, the others for the chair. */
export type HardQuestion = 'doubtful' | 'split' | 'blank';

/** Why a panel gate is open. All but `few-votes` wait for the chair or for the panel's recorded vote; that one may wait for sheets. */
export type PanelQuestion = 'doubtful' | 'even-vote' | 'few-votes' | 'failing-value' | 'triggered';

/**
 * A hard gate across the experts expected (design.md §6): open with any 存疑 or 现场核实, any difference, or a verdict that is not there
 * yet; else what all of them say.
 */
export function unanimity(verdicts: readonly (Verdict | null)[]): Decided | HardQuestion {
  const given = verdicts.filter((verdict) => verdict !== null);
  const [first] = given;
  if (first === undefined) {
    return 'blank';
  }
  if (isOpen(first) || given.some(isOpen)) {
    return 'doubtful';
  }
  if (given.some((verdict) => verdict !== first)) {
    return 'split';
  }
  return given.length < verdicts.length ? 'blank' : first;
}

/** What brings a panel gate to the vote whatever the votes given say: the item's own value, or another item's that triggers it. */
export type Brought = 'failing-value' | 'triggered' | null;

/**
 * A panel gate across the experts expected, of whom null casts no vote (design.md §6), in this order: any 存疑 or 现场核实, 不符合 exactly
 * half, votes from fewer than half of the experts, 不符合 more than half, a value that fails, all 不适用; else met.
 */
export function majority(votes: readonly (Verdict | null)[], brought: Brought): Decided | PanelQuestion {
  const given = votes.filter((vote) => vote !== null);
  if (given.some(isOpen)) {
    return 'doubtful';
  }
  const against = given.filter((vote) => vote === 'not-met').length;
  if (against > 0 && against * 2 === given.length) {
    return 'even-vote';
  }
  if (given.length === 0 || given.length * 2 < votes.length) {
    return 'few-votes';
  }
  if (against * 2 > given.length) {
    return 'not-met';
  }
  if (brought !== null) {
    return brought;
  }
  return given.every((vote) => vote === 'not-applicable') ? 'not-applicable' : 'met';
}

function isOpen(verdict: Verdict): verdict is 'doubtful' | 'verify-on-site' {
  return verdict === 'doubtful' || verdict === 'verify-on-site';
}
