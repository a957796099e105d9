import { useMutation, useQuery } from '@tanstack/react-query';
import type { SheetSteps, SheetView } from '#shared/api/sheets.ts';
import type { Stage } from '#shared/domain/values.ts';
import { useAdoptSheet, useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';

type Address = { round: string; application: string; stage: Stage };

export type Steps = {
  readonly next: SheetSteps;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly pending: boolean;
  readonly error: unknown;
};

const none: SheetSteps = { undo: null, redo: null };

/** Taking back the last changes of a sheet, and making them again. What is on its way to the disk arrives first. */
export function useSteps(address: Address): Steps {
  const { api, client } = useCore();
  const answers = useAnswers();
  const adopt = useAdoptSheet();
  const next = useQuery({ ...api.sheets.steps.queryOptions({ input: address }), throwOnError: false });
  const take = useMutation({
    mutationFn: async (kind: 'undo' | 'redo'): Promise<SheetView> => {
      await answers.flush();
      return client.sheets[kind](address);
    },
    onSuccess: (view) => adopt(address, view),
  });
  const step = async (kind: 'undo' | 'redo') => {
    if (!take.isPending) {
      // What is refused stands on the screen.
      await take.mutateAsync(kind).catch(() => undefined);
    }
  };
  return {
    next: next.data ?? none,
    undo: () => step('undo'),
    redo: () => step('redo'),
    pending: take.isPending,
    error: take.error,
  };
}
