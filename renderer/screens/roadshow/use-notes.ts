import { useMutation } from '@tanstack/react-query';
import type { SheetView } from '#shared/api/sheets.ts';
import type { QuestionText } from '#shared/domain/roadshow.ts';
import type { Stage } from '#shared/domain/values.ts';
import { useAdoptSheet } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';

export type Notes = {
  readonly fix: () => void;
  readonly lift: () => void;
  /** Resolves when it is on disk; rejects with the refusal. */
  readonly keepQuestion: (question: { id: string | null; text: QuestionText; reason: string | null }) => Promise<SheetView>;
  readonly noteConnected: (note: string) => Promise<SheetView>;
  readonly error: unknown;
};

/** What is noted on a roadshow sheet beside the scores. */
export function useNotes(address: { round: string; application: string; stage: Stage }): Notes {
  const { api } = useCore();
  const adopt = useAdoptSheet();
  const onSuccess = (view: SheetView) => adopt(address, view);
  const fix = useMutation(api.roadshow.fixScores.mutationOptions({ onSuccess }));
  const lift = useMutation(api.roadshow.liftFixed.mutationOptions({ onSuccess }));
  const question = useMutation(api.roadshow.keepQuestion.mutationOptions({ onSuccess }));
  const connected = useMutation(api.roadshow.noteConnected.mutationOptions({ onSuccess }));
  const place = { round: address.round, application: address.application };
  return {
    fix: () => fix.mutate(place),
    lift: () => lift.mutate(place),
    keepQuestion: (given) => question.mutateAsync({ ...place, ...given }),
    noteConnected: (note) => connected.mutateAsync({ ...place, note }),
    error: fix.error ?? lift.error ?? question.error ?? connected.error,
  };
}
