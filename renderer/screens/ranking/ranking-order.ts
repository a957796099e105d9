import type { CandidateResult } from '#shared/domain/result.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';

export type Column = 'rank' | 'place' | 'applicant' | 'occupation' | Stage | 'total' | 'outcome';
export type Order = { readonly column: Column; readonly descending: boolean };
export type Row = { readonly candidate: CandidateResult; readonly place: number | null; readonly applicant: string };

const outcomes = ['recommended', 'not-recommended', 'pending', 'ruled-out'];
const isStage = (column: Column): column is Stage => stagesInOrder.some((stage) => stage === column);

/** The rows in the order asked for. What has no value stands last, whichever way; equal rows stay in the order of their ranks. */
export function inOrder(rows: readonly Row[], { column, descending }: Order): Row[] {
  const sign = descending ? -1 : 1;
  return rows
    .toSorted((one, other) => (one.candidate.rank ?? Infinity) - (other.candidate.rank ?? Infinity) || 0)
    .toSorted((one, other) => {
      const [left, right] = [valueOf(one, column), valueOf(other, column)];
      if (left === null || right === null) {
        return left === right ? 0 : left === null ? 1 : -1;
      }
      return (
        sign * (typeof left === 'string' || typeof right === 'string' ? String(left).localeCompare(String(right), 'zh') : left - right)
      );
    });
}

function valueOf({ candidate, place, applicant }: Row, column: Column): number | string | null {
  if (isStage(column)) {
    return candidate.stages === null ? null : Number(candidate.stages[column]);
  }
  switch (column) {
    case 'rank':
      return candidate.rank;
    case 'place':
      return place;
    case 'applicant':
      return applicant;
    case 'occupation':
      return candidate.occupation;
    case 'total':
      return candidate.total === null ? null : Number(candidate.total);
    case 'outcome':
      return outcomes.indexOf(candidate.outcome);
  }
}
