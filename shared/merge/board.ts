import type { SetAside } from '../domain/result.ts';
import { type Stage, stageSchema } from '../domain/values.ts';
import type { DecidedApplication } from './candidates.ts';
import type { MergeInput, MergeRequest } from './request.ts';
import type { ExpertOnApplication } from './experts-on-application.ts';
import type { Selection } from './select.ts';

/**
 * What a sheet is on the board, by what of it is here (`test/unit/shared/merge/board-states.test.ts` has the table). From the version that counts:
 * `received`, `partial`, or `missing` where that came without the sheet. While no version counts: `never-seen` where no package has the
 * sheet, `superseded` where one that was sealed before the round was issued again with another rubric or other rules has it, `set-aside`
 * where another one has it. Before all of these: `recused`, `not-assigned`, `excluded`, `equivocation`.
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
  /** The sequence numbers of the versions that gave way and had this sheet, each once, lowest first. */
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
    /** Who it says sent it: by the roster, else in its own words. */
    name: string | null;
  }[];
  readonly setAside: Aside[];
};

/**
 * What did not count, and whether it asks for anything: `settled` where it gave way to a newer version, came twice, or is of an earlier
 * issue in which the sheet was assigned; `former`, a package of a member whom a later issue took off the panel.
 */
export type Aside = SetAside & { readonly name: string | null; readonly standing: 'open' | 'settled' | 'former' };

/** What has arrived and what is missing. Packages are in the order of their hashes, one line each. */
export function boardOf(
  request: Pick<MergeRequest, 'round' | 'inputs'>,
  applications: readonly DecidedApplication[],
  { selection, setAside }: { readonly selection: Selection; readonly setAside: readonly SetAside[] },
): Board {
  const { round } = request;
  const arrived = arrivedIn(request, selection);
  const packages = [...countingLines(arrived, selection), ...asideLines(arrived, setAside)];
  const sent = new Set(packages.map(({ expert }) => expert));
  const columns = round.panel.filter(({ id }) => sent.has(id) || round.assignments.some(({ expert }) => expert === id));
  return {
    experts: columns.map(({ id, name }) => ({ id, name, sequence: arrived.newest(id) })),
    applications: round.applications.map(({ id, applicant }) => ({ id, applicant: applicant.name })),
    cells: cellsOf({ arrived, selection, packages, applications, experts: columns.map(({ id }) => id) }),
    packages: packages.toSorted((left, right) => (left.sha256 < right.sha256 ? -1 : 1)),
    setAside: setAside.map((aside) => ({
      ...aside,
      name: arrived.nameOf(aside.sha256, aside.expert),
      standing: standingOf(arrived, aside),
    })),
  };
}

/** What the board asks of the packages that are here. */
type Arrived = {
  readonly documents: ReadonlyMap<string, MergeInput['document']>;
  /** The number of the version that counts. */
  readonly newest: (expert: string) => number | null;
  /** By the roster, else in the package's own words. */
  readonly nameOf: (sha256: string, expert: string | null) => string | null;
  /** Whether the package was sealed against an issue that this round takes the place of. */
  readonly isEarlierIssue: (sha256: string) => boolean;
  /** Whether it did not count because a newer version does, whatever else was wrong with it. */
  readonly gaveWay: (aside: SetAside) => boolean;
};

function arrivedIn({ round, inputs }: Pick<MergeRequest, 'round' | 'inputs'>, { counting }: Pick<Selection, 'counting'>): Arrived {
  const documents = new Map(inputs.map(({ sha256, document }) => [sha256, document]));
  const newest = (expert: string): number | null => counting.get(expert)?.document.sequence ?? null;
  return {
    documents,
    newest,
    nameOf: (sha256, expert) => round.panel.find(({ id }) => id === expert)?.name ?? documents.get(sha256)?.expert.name ?? null,
    isEarlierIssue: (sha256) => round.replaces?.some((issue) => issue === documents.get(sha256)?.round.sha256) === true,
    gaveWay: ({ code, expert, sequence }) =>
      code === 'merge/superseded' || (expert !== null && sequence !== null && sequence < (newest(expert) ?? 0)),
  };
}

type PackageLine = Board['packages'][number];

function countingLines({ nameOf }: Arrived, { counting }: Selection): PackageLine[] {
  return [...counting.values()].map(({ sha256, document: { expert, sequence } }) => ({
    sha256,
    expert: expert.id,
    sequence,
    state: 'counting',
    code: null,
    name: nameOf(sha256, expert.id),
  }));
}

/** The packages that did not count as a whole. */
function asideLines({ nameOf, gaveWay }: Arrived, setAside: readonly SetAside[]): PackageLine[] {
  return setAside
    .filter(({ application }) => application === undefined)
    .map((aside) => ({
      sha256: aside.sha256,
      expert: aside.expert,
      sequence: aside.sequence,
      state: gaveWay(aside) ? 'superseded' : 'set-aside',
      code: aside.code,
      name: nameOf(aside.sha256, aside.expert),
    }));
}

function standingOf({ isEarlierIssue, gaveWay }: Arrived, aside: SetAside): Aside['standing'] {
  const { code, application, sha256 } = aside;
  if (application !== undefined) {
    return code === 'merge/not-assigned' && isEarlierIssue(sha256) ? 'settled' : 'open';
  }
  if (code === 'merge/same-content' || gaveWay(aside)) {
    return 'settled';
  }
  return code === 'merge/not-on-roster' && isEarlierIssue(sha256) ? 'former' : 'open';
}

function cellsOf({
  arrived,
  selection,
  packages,
  applications,
  experts,
}: {
  readonly arrived: Arrived;
  readonly selection: Selection;
  readonly packages: readonly PackageLine[];
  readonly applications: readonly DecidedApplication[];
  readonly experts: readonly string[];
}): Cell[] {
  const equivocating = new Set(selection.equivocations.filter(({ open }) => open).map(({ expert }) => expert));
  const outdated = packages.filter(
    ({ sha256, state, code }) =>
      state === 'superseded' || (arrived.isEarlierIssue(sha256) && (code === 'merge/other-rubric' || code === 'merge/other-rules')),
  );
  return experts.flatMap((expert) =>
    applications.flatMap(({ application, experts }) => {
      const member = experts.find((each) => each.expert === expert);
      return stageSchema.options.map((stage): Cell => {
        const place = { expert, application: application.id, stage };
        const older = versionsWith(arrived, outdated, place);
        const came =
          arrived.newest(expert) !== null
            ? 'counting'
            : older.length > 0
              ? 'superseded'
              : versionsWith(arrived, packages, place).length > 0
                ? 'set-aside'
                : 'nothing';
        return { ...place, state: cellState(member, { stage, equivocates: equivocating.has(expert), came }), older };
      });
    }),
  );
}

/** The numbers of those packages of an expert that have the sheet, each once, lowest first. */
function versionsWith(
  { documents }: Arrived,
  packages: readonly PackageLine[],
  { expert, application, stage }: Omit<Cell, 'state' | 'older'>,
): number[] {
  const having = packages.flatMap(({ sha256 }) => {
    const document = documents.get(sha256);
    return document?.expert.id === expert && document.sheets.some((sheet) => sheet.application === application && sheet.stage === stage)
      ? [document.sequence]
      : [];
  });
  return [...new Set(having)].toSorted((left, right) => left - right);
}

function cellState(
  member: ExpertOnApplication | undefined,
  {
    stage,
    equivocates,
    came,
  }: { readonly stage: Stage; readonly equivocates: boolean; readonly came: 'counting' | 'superseded' | 'set-aside' | 'nothing' },
): Cell['state'] {
  if (member?.participation === 'recused') {
    return 'recused';
  }
  if (member === undefined || member.sheets[stage] === 'not-assigned') {
    return 'not-assigned';
  }
  if (member.participation === 'excluded') {
    return 'excluded';
  }
  if (equivocates) {
    return 'equivocation';
  }
  const state = member.sheets[stage];
  return state !== 'missing' || came === 'counting' ? state : came === 'nothing' ? 'never-seen' : came;
}
