import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VisitView } from '#shared/api/visit.ts';
import { useCore } from '../../app/core.tsx';

export type VisitAddress = { readonly round: string; readonly application: string };

/** What lies beside the scores of a visit. */
export function useVisit(address: VisitAddress) {
  const { api } = useCore();
  return useQuery(api.visit.get.queryOptions({ input: address }));
}

/** Puts the visit as it came back from the core on the screen. */
export function useKeptVisit(address: VisitAddress): (view: VisitView) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  return (view) => {
    queries.setQueryData(api.visit.get.queryKey({ input: address }), view);
    // The sheet holds the visit, too.
    void queries.invalidateQueries({ queryKey: api.sheets.get.key({ input: { ...address, stage: 'visit' } }) });
  };
}

/** Keeps caption, marks or the taking out of a photo. */
export function useSetLayer(address: VisitAddress) {
  const { api } = useCore();
  const kept = useKeptVisit(address);
  return useMutation(api.visit.setLayer.mutationOptions({ onSuccess: kept }));
}
