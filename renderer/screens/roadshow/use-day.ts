import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoadshowView } from '#shared/api/roadshow.ts';
import type { ClockEvent, ClockLimits } from '#shared/domain/roadshow.ts';
import { useCore } from '../../app/core.tsx';

export type Day = {
  readonly view: RoadshowView | undefined;
  readonly error: unknown;
  readonly draw: (seed: string | null) => void;
  readonly arrange: (order: string[]) => void;
  readonly setLimits: (limits: ClockLimits) => void;
  readonly press: (application: string, event: Pick<ClockEvent, 'phase' | 'action'>) => void;
};

/** The order of the day and its clock. */
export function useDay(round: string): Day {
  const { api } = useCore();
  const queries = useQueryClient();
  const day = useQuery(api.roadshow.get.queryOptions({ input: { round } }));
  const onSuccess = (view: RoadshowView) => void queries.setQueryData(api.roadshow.get.queryKey({ input: { round } }), view);
  const draw = useMutation(api.roadshow.draw.mutationOptions({ onSuccess }));
  const arrange = useMutation(api.roadshow.arrange.mutationOptions({ onSuccess }));
  const limits = useMutation(api.roadshow.setLimits.mutationOptions({ onSuccess }));
  const press = useMutation(api.roadshow.pressClock.mutationOptions({ onSuccess }));
  return {
    view: day.data,
    error: day.error ?? draw.error ?? arrange.error ?? limits.error ?? press.error,
    draw: (seed) => draw.mutate({ round, seed }),
    arrange: (order) => arrange.mutate({ round, order }),
    setLimits: (next) => limits.mutate({ round, limits: next }),
    // The moment of the press, not of its arrival.
    press: (application, event) => press.mutate({ round, application, event: { ...event, at: new Date().toISOString() } }),
  };
}
