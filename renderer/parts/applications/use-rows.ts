import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApplicationRow } from '#shared/api/applications.ts';
import { useCore } from '../../app/core.tsx';
import { problemsOptions } from './problems-options.ts';
import type { ListSearch } from './list-search.ts';
import type { ProblemsByApplication } from './rows.ts';
import { listedRows } from './rows.ts';

export type Rows = {
  /** All of the round that are mine to see; undefined while they are read. */
  readonly all: readonly ApplicationRow[] | undefined;
  /** Those that the search lets through, in its order. */
  readonly listed: readonly ApplicationRow[];
  readonly problems: ProblemsByApplication;
  readonly error: unknown;
};

const none: ProblemsByApplication = new Map();

/** The list as the address asks for it. What the checks say comes in after the rows, one application at a time. */
export function useRows(round: string, search: ListSearch): Rows {
  const { api } = useCore();
  const list = useQuery(api.applications.list.queryOptions({ input: { round } }));
  const found = useQuery(problemsOptions(api, { round, rows: list.data }));
  const problems = useMemo(
    () => (found.data === undefined ? none : new Map(found.data.map((one) => [one.application, one]))),
    [found.data],
  );
  const listed = useMemo(() => listedRows(list.data ?? [], problems, search), [list.data, problems, search]);
  return { all: list.data, listed, problems, error: list.error ?? found.error };
}
