import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SheetView } from '#shared/api/sheets.ts';
import type { VisitView } from '#shared/api/visit.ts';
import { useCore } from '../../app/core.tsx';

export type VisitAddress = { readonly round: string; readonly application: string };

/** What lies beside the scores of a visit; read again whenever a score was kept, for signatures stand under the scores too. */
export function useVisit(address: VisitAddress, sheet: SheetView['sheet'] | undefined) {
  const { api } = useCore();
  const queries = useQueryClient();
  const query = useQuery(api.visit.get.queryOptions({ input: address, staleTime: Infinity, refetchOnMount: 'always' }));
  const stamp =
    sheet === undefined
      ? ''
      : JSON.stringify([sheet?.methods, sheet?.entries.map(({ item, occupation, recordedAt }) => [item, occupation, recordedAt])]);
  const { round, application } = address;
  useEffect(() => {
    if (stamp !== '') {
      void queries.invalidateQueries({ queryKey: api.visit.get.key({ input: { round, application } }) });
    }
  }, [api, queries, round, application, stamp]);
  return query;
}

/** What every change of the visit does on screen: the new view, and the sheet read again, which holds the visit too. */
export function useKeptVisit(address: VisitAddress): (view: VisitView) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  return (view) => {
    queries.setQueryData(api.visit.get.queryKey({ input: address }), view);
    void queries.invalidateQueries({ queryKey: api.sheets.get.key({ input: { ...address, stage: 'visit' } }) });
    void queries.invalidateQueries({ queryKey: api.submission.key(), refetchType: 'none' });
  };
}

/** Keeps caption, marks or the taking out of a photo. */
export function useSetLayer(address: VisitAddress) {
  const { api } = useCore();
  const kept = useKeptVisit(address);
  return useMutation(api.visit.setLayer.mutationOptions({ onSuccess: kept }));
}
