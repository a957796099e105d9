import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCore } from '../../app/core.tsx';

/** Records a resolution of the chair's and shows the board as it is then. */
export function useResolve(round: string, onResolved: () => void) {
  const { api } = useCore();
  const queries = useQueryClient();
  return useMutation(
    api.merge.resolve.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.merge.board.queryKey({ input: { round } }), next);
        onResolved();
      },
    }),
  );
}
