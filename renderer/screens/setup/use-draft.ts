import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { useCore } from '../../app/core.tsx';

/** Puts a draft that came back from the core on the screen. */
export function useKeepDraft(): (draft: RoundDraft) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  return (draft) => void queries.setQueryData(api.rounds.draft.get.queryKey({ input: { round: draft.id } }), draft);
}

/** Changes of the draft, one after the other, so that an earlier one never overtakes a later one. */
export function useUpdateDraft(round: string) {
  const { api } = useCore();
  const keep = useKeepDraft();
  return useMutation({
    ...api.rounds.draft.update.mutationOptions({ onSuccess: keep, meta: { touches: 'off-screen' } }),
    scope: { id: `draft ${round}` },
  });
}
