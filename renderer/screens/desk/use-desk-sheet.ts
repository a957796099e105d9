import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Stage } from '#shared/domain/values.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { linesOf } from '../../parts/answering/sheet-model.ts';
import { useCompleting } from '../../parts/answering/use-completing.ts';
import { useSteps } from '../../parts/steps/use-steps.ts';

/** The sheet on the desk with its rubric and its application, each undefined until it is read, and what may be done with it as a whole. */
export function useDeskSheet(address: { round: string; application: string; stage: Stage }) {
  const { api } = useCore();
  const answers = useAnswers();
  const { round, application } = address;
  const roundQuery = useQuery(api.rounds.get.queryOptions({ input: { round } }));
  const applicationQuery = useQuery(api.applications.get.queryOptions({ input: { round, application } }));
  const sheetQuery = useQuery(api.sheets.get.queryOptions({ input: address }));
  const rubric = roundQuery.data?.round.rubric;
  const view = sheetQuery.data;
  const lines = useMemo(() => (rubric === undefined || view === undefined ? [] : linesOf(rubric, view)), [rubric, view]);
  useEffect(() => () => void answers.flush(), [answers]);
  return {
    rubric,
    view,
    application: applicationQuery.data,
    lines,
    completing: useCompleting({ address, rubric, view }),
    steps: useSteps(address),
    error: roundQuery.error ?? applicationQuery.error ?? sheetQuery.error,
  };
}
export type DeskSheet = ReturnType<typeof useDeskSheet>;
