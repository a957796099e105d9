import { useQueryClient } from '@tanstack/react-query';
import type { DeclarationsView } from '#shared/api/declarations.ts';
import { useCore } from '../../app/core.tsx';

/** Takes what a declaration came to, and has everything read again that it opened or closed. */
export function useKeepDeclarations(round: string): (next: DeclarationsView) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  return (next) => {
    queries.setQueryData(api.declarations.get.queryKey({ input: { round } }), next);
    void queries.invalidateQueries({ queryKey: api.applications.key() });
    void queries.invalidateQueries({ queryKey: api.submission.key() });
    void queries.invalidateQueries({ queryKey: api.rounds.list.key() });
  };
}
