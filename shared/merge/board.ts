import type { SetAside } from '../domain/result.ts';
import { type Stage, stageSchema } from '../domain/values.ts';
import type { MergedApplication } from './candidates.ts';
import type { MergeRequest } from './request.ts';
import type { Seat } from './seats.ts';
import type { Selection } from './select.ts';

/**
 * `never-seen`: nothing of the expert has come, so whatever is drafted has not been seen; `set-aside`: what came does not count;
 * `superseded`: this sheet came in a version that a newer one took the place of, or before the round was issued again with another rubric
 * or other rules, and nothing that counts has it; `missing`: what counts has come without this sheet.
 */
export type Cell = {
  readonly expert: string;
  readonly application: string;
  readonly stage: Stage;
  readonly state:
    | 'never-seen'
    | 'set-aside'
    | 'superseded'
    | 'missing'
    | 'partial'
    | 'received'
    | 'recused'
    | 'not-assigned'
    | 'excluded'
    | 'equivocation';
  /** The sequence numbers of the superseded versions that this sheet came in before, each once, lowest first. */
  readonly older: number[];
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
  { round, roundSha256, inputs }: Pick<MergeRequest, 'round' | 'roundSha256' | 'inputs'>,
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
  const codes = new Map(others.map(({ sha256, code }) => [sha256, code]));
  const superseded = inputs.filter(({ sha256, document }) => {
    const code = codes.get(sha256);
    const isEarlierIssue = document.round.sha256 !== roundSha256;
    return code === 'merge/superseded' || (isEarlierIssue && (code === 'merge/other-rubric' || code === 'merge/other-rules'));
  });
  const olderVersions = (expert: string, application: string, stage: Stage): number[] =>
    [
      ...new Set(
        superseded
          .filter(({ document }) => document.expert.id === expert)
          .filter(({ document }) => document.sheets.some((sheet) => sheet.application === application && sheet.stage === stage))
          .map(({ document }) => document.sequence),
      ),
    ].toSorted((left, right) => left - right);
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
        return stageSchema.options.map((stage): Cell => {
          const older = olderVersions(expert, application.id, stage);
          const came = older.length > 0 ? 'superseded' : cameFrom(expert);
          return {
            expert,
            application: application.id,
            stage,
            state: cellState(seat, { stage, equivocates: equivocating.has(expert), came }),
            older,
          };
        });
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
  }: { readonly stage: Stage; readonly equivocates: boolean; readonly came: 'counting' | 'superseded' | 'set-aside' | 'nothing' },
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
  return state !== 'missing' || came === 'counting' ? state : came === 'nothing' ? 'never-seen' : came;
}
