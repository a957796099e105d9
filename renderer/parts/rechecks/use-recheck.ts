import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecheckView } from '#shared/api/rechecks.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';

/** What is to be looked at again at one answer of mine, because its item changed after it was given; null where nothing is. */
export function useRecheck({ round, application, stage, slot }: AnswerAddress): RecheckView | null {
  const { api } = useCore();
  const key = slotKey(slot);
  const { data } = useQuery(api.submission.rechecks.queryOptions({ input: { round } }));
  return data?.find((one) => one.application === application && one.stage === stage && slotKey(one) === key) ?? null;
}

/** Standing by an answer under the item as it is now; what is shown of it starts anew, for a new rule may give it other points. */
export function useConfirmRecheck(round: string) {
  const { api } = useCore();
  const queries = useQueryClient();
  const answers = useAnswers();
  return useMutation(
    api.submission.confirm.mutationOptions({
      onSuccess: (left, { application, stage, slot }) => {
        queries.setQueryData(api.submission.rechecks.queryKey({ input: { round } }), left);
        answers.adopt({ round, application, stage, slot });
      },
    }),
  );
}
