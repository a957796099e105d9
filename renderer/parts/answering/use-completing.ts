import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { Missing } from '#shared/scoring/completeness.ts';
import { unfinished } from '#shared/scoring/decision.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';

export type Completing = {
  /** Completes the sheet when nothing is missing, else lists what is. */
  readonly complete: () => Promise<void>;
  readonly reopen: () => Promise<unknown>;
  readonly pending: boolean;
  readonly error: unknown;
  readonly missing: readonly Missing[];
  /** At how many of the sheet's slots nothing is missing. */
  readonly fill: { readonly filled: number; readonly total: number };
  /** 0: not listed; else how often it was asked for. */
  readonly listed: number;
  readonly close: () => void;
};

type Request = { address: { round: string; application: string; stage: Stage }; rubric: Rubric | undefined; view: SheetView | undefined };

/** Completing and reopening a sheet. What is on its way to the disk arrives first, so that nothing typed is left behind. */
export function useCompleting({ address, rubric, view }: Request): Completing {
  const { api } = useCore();
  const queries = useQueryClient();
  const answers = useAnswers();
  const [listed, setListed] = useState(0);
  const key = api.sheets.get.queryKey({ input: address });
  const onSuccess = (next: SheetView) => {
    queries.setQueryData(key, next);
    setListed(0);
  };
  const complete = useMutation(api.sheets.complete.mutationOptions({ onSuccess }));
  const reopen = useMutation(api.sheets.reopen.mutationOptions({ onSuccess }));
  const missing = useMemo(
    () => (rubric === undefined || view === undefined ? [] : unfinished(rubric, view.sheet, view.slots)),
    [rubric, view],
  );
  return {
    complete: async () => {
      await answers.flush();
      const now = queries.getQueryData(key);
      const isComplete = now?.sheet?.completedAt !== undefined && now.sheet.completedAt !== null;
      // What could not be saved says so where it stands; a sheet is not locked over it.
      if (rubric === undefined || now === undefined || isComplete || answers.status().kind === 'failed') {
        return;
      }
      if (unfinished(rubric, now.sheet, now.slots).length > 0) {
        setListed((before) => before + 1);
      } else {
        complete.mutate(address);
      }
    },
    reopen: () => reopen.mutateAsync(address),
    pending: complete.isPending || reopen.isPending,
    error: complete.error ?? reopen.error,
    missing,
    fill: { filled: (view?.slots.length ?? 0) - missing.length, total: view?.slots.length ?? 0 },
    listed,
    close: () => setListed(0),
  };
}
