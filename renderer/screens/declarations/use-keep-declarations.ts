import { useQueryClient } from '@tanstack/react-query';
import type { DeclarationsView } from '#shared/api/declarations.ts';
import { useCore } from '../../app/core.tsx';

/** Puts what a declaration came to on the screen. */
export function useKeepDeclarations(round: string): (next: DeclarationsView) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  return (next) => void queries.setQueryData(api.declarations.get.queryKey({ input: { round } }), next);
}
