import type { SetAside } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import { type Stage, stageSchema } from '../domain/values.ts';
import type { MergedApplication } from './candidates.ts';
import type { Seat } from './seats.ts';
import type { Selection } from './select.ts';

/**
 * `never-seen`: nothing of the expert has come, so whatever is drafted has not been seen; `set-aside`: what came does not count;
 * `missing`: what counts has come without this sheet.
 */
export type Cell = {
  readonly expert: string;
  readonly application: string;
  readonly stage: Stage;
  readonly state:
    | 'never-seen'
    | 'set-aside'
    | 'missing'
    | 'partial'
    | 'received'
    | 'recused'
    | 'not-assigned'
    | 'excluded'
    | 'equivocation';
};

/** The merge board: expert × application × stage, in roster and round order, with nothing left out. A member who neither scores nor sent anything (a chair who only presides) has no column. */
export type Board = {
  readonly experts: { id: string; name: string; sequence: number | null }[];
  readonly applications: { id: string; applicant: string }[];
  readonly cells: Cell[];
  readonly packages: {
    sha256: string;
    expert: string | null;
    sequence: number | null;
    state: 'counting' | 'superseded' | 'set-aside';
    code: string | null;
  }[];
};

/** What has arrived and what is missing. Packages are in the order of their hashes, one line each. */
export function boardOf(
  round: Round,
  applications: readonly MergedApplication[],
  { selection, setAside }: { readonly selection: Selection; readonly setAside: readonly SetAside[] },
): Board {
  const equivocating = new Set(selection.equivocations.filter(({ open }) => open).map(({ expert }) => expert));
  const counting = [...selection.counting.values()].map(({ sha256, document }) => ({
    sha256,
    expert: document.expert.id,
    sequence: document.sequence,
    state: 'counting' as const,
    code: null,
  }));
  const others = setAside
    .filter(({ application }) => application === undefined)
    .map(({ sha256, code, expert, sequence }) => ({
      sha256,
      expert,
      sequence,
      state: code === 'merge/superseded' ? ('superseded' as const) : ('set-aside' as const),
      code,
    }));
  const sent = new Set([...counting, ...others].map(({ expert }) => expert));
  const cameFrom = (expert: string): 'counting' | 'set-aside' | 'nothing' =>
    selection.counting.has(expert) ? 'counting' : sent.has(expert) ? 'set-aside' : 'nothing';
  const columns = round.panel.filter(({ id }) => sent.has(id) || round.assignments.some(({ expert }) => expert === id));
  return {
    experts: columns.map(({ id, name }) => ({ id, name, sequence: selection.counting.get(id)?.document.sequence ?? null })),
    applications: round.applications.map(({ id, applicant }) => ({ id, applicant: applicant.name })),
    cells: columns.flatMap(({ id: expert }) =>
      applications.flatMap(({ application, seats }) => {
        const seat = seats.find((each) => each.expert === expert);
        return stageSchema.options.map((stage): Cell => ({
          expert,
          application: application.id,
          stage,
          state: cellState(seat, { stage, equivocates: equivocating.has(expert), came: cameFrom(expert) }),
        }));
      }),
    ),
    packages: [...counting, ...others].toSorted((left, right) => (left.sha256 < right.sha256 ? -1 : 1)),
  };
}

function cellState(
  seat: Seat | undefined,
  {
    stage,
    equivocates,
    came,
  }: { readonly stage: Stage; readonly equivocates: boolean; readonly came: 'counting' | 'set-aside' | 'nothing' },
): Cell['state'] {
  if (seat?.standing === 'recused') {
    return 'recused';
  }
  if (seat === undefined || seat.sheets[stage] === 'not-assigned') {
    return 'not-assigned';
  }
  if (seat.standing === 'excluded') {
    return 'excluded';
  }
  if (equivocates) {
    return 'equivocation';
  }
  const state = seat.sheets[stage];
  return state !== 'missing' || came === 'counting' ? state : came === 'nothing' ? 'never-seen' : 'set-aside';
}
