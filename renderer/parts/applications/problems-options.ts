import type { ContractRouterClient } from '@orpc/contract';
import type { RouterUtils } from '@orpc/tanstack-query';
import type { ApplicationRow, applicationsContract } from '#shared/api/applications.ts';
import type { Problems } from '#shared/api/problems.ts';

type Api = { readonly applications: Pick<RouterUtils<ContractRouterClient<typeof applicationsContract>>, 'problems'> };

/** The query for what the checks find, which comes one application at a time behind the list. */
export function problemsOptions(api: Api, { round, rows }: { round: string; rows: readonly ApplicationRow[] | undefined }) {
  const wanted = rows?.filter(({ readable }) => readable).length ?? 0;
  return api.applications.problems.experimental_streamedOptions({
    input: { round },
    // Read again, what was found stands until the new list is whole.
    queryFnOptions: { refetchMode: 'replace' },
    enabled: rows !== undefined,
    // Whoever leaves the list in the middle stops the checks; what came so far is no answer that could stand for ever.
    staleTime: ({ state: { data } }: { state: { data: Problems[] | undefined } }) => ((data?.length ?? 0) < wanted ? 0 : Infinity),
  });
}
