import { notifyManager, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { useCore } from '../core.tsx';
import { readAgain } from '../freshness.ts';
import { isConnectionLost } from '../connection/connection-lost.ts';
import { refusalOf } from '../refusal.ts';
import type { AnswerAddress, Failure, SaveStatus, SavingState } from './answer-queue.ts';
import { AnswerQueue, answersOf } from './answer-queue.ts';

const AnswersContext = createContext<AnswerQueue | null>(null);

/** The one queue of the window: it keeps answers through the core and puts what came back into the sheet on screen. */
export function AnswersProvider({ children }: { children: ReactNode }) {
  const { client, api, connection } = useCore();
  const queries = useQueryClient();
  const [queue] = useState(
    () =>
      new AnswerQueue({
        keep: async ({ address, answer, reason }, basedOn) => {
          const { round, application, stage, slot } = address;
          const sheet = { round, application, stage };
          const key = api.sheets.get.queryKey({ input: sheet });
          const recording = client.sheets.record({ ...sheet, slot, answer, reason, ...(basedOn === undefined ? {} : { basedOn }) });
          const kept = await recording.catch(async (error: unknown) => {
            if (refusalOf(error)?.code === 'review/changed-elsewhere') {
              // This window has not heard of what stands there; whoever gives up what was typed here is to see it.
              await queries.refetchQueries({ queryKey: key });
            }
            throw error;
          });
          const isBeingRead = queries.isFetching({ queryKey: key }) > 0;
          // What the round and the application say does not hang on an answer, nor does what the checks say.
          readAgain(queries, 'off-screen', [api.rounds.get.key(), api.applications.get.key(), api.applications.problems.key(), key]);
          queries.setQueryData(key, (view) => {
            if (view === undefined) {
              return view;
            }
            const sheet = view.sheet ?? { application, stage, methods: [], startedAt: kept.savedAt, completedAt: null, entries: [] };
            const others = sheet.entries.filter((entry) => !sameSlot(entry, kept.entry));
            // Whatever was complete is a draft again with a change of it.
            const changed = { ...sheet, completedAt: null, entries: [...others, kept.entry] };
            return { ...view, fill: kept.fill, state: kept.state, sheet: changed };
          });
          if (isBeingRead) {
            // What is on its way may have left before this answer came.
            void queries.invalidateQueries({ queryKey: key });
          }
          void queries.invalidateQueries({ queryKey: api.sheets.steps.key({ input: sheet }) });
          // An answer given anew is the answer to what was asked about the old one.
          const rechecks = api.submission.rechecks.queryKey({ input: { round } });
          if ((queries.getQueryData(rechecks)?.length ?? 0) > 0) {
            void queries.invalidateQueries({ queryKey: rechecks });
          }
          // Signatures stand under the scores, too.
          void queries.invalidateQueries({ queryKey: api.visit.get.key({ input: { round, application } }) });
          return kept;
        },
        answersSeen: ({ round, application, stage, slot }) => {
          const view = queries.getQueryData(api.sheets.get.queryKey({ input: { round, application, stage } }));
          return view === undefined ? undefined : answersOf(view.sheet?.entries.find((entry) => sameSlot(entry, slot)));
        },
        failureOf,
        after: (milliseconds, step) => {
          const timer = window.setTimeout(step, milliseconds);
          return () => window.clearTimeout(timer);
        },
      }),
  );
  useEffect(() => {
    const follow = () => (connection.state() === 'there' ? queue.resume() : queue.hold());
    follow();
    return connection.subscribe(follow);
  }, [connection, queue]);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      const { kind } = queue.status();
      // What else is being kept (a record, a note) counts, too: while the host is away it waits like the answers.
      if (kind === 'saving' || kind === 'held' || kind === 'failed' || queries.isMutating() > 0) {
        void queue.flush();
        event.preventDefault();
      }
    };
    const hide = () => void queue.flush();
    window.addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [queries, queue]);
  return <AnswersContext value={queue}>{children}</AnswersContext>;
}

/** A call that nobody answered and a workspace that was locked meanwhile are waited out; the core's other refusals are for a person. */
function failureOf(error: unknown): Failure {
  const refusal = refusalOf(error);
  if (isConnectionLost(error) || refusal?.code === 'workspace/locked') {
    return 'held';
  }
  return refusal === null ? 'again' : 'refused';
}

export function useAnswers(): AnswerQueue {
  const queue = use(AnswersContext);
  if (queue === null) {
    throw new Error('no answer queue around this screen');
  }
  return queue;
}

/** Where one answer is; null when nothing was typed here since the window opened. */
export function useSavingState(address: AnswerAddress): SavingState | null {
  const queue = useAnswers();
  return useSyncExternalStore(queue.subscribe, () => queue.stateOf(address));
}

/** How often the fields of an answer had to start anew because another answer stands there than the one given in them. */
export function useRevision(address: AnswerAddress): number {
  const queue = useAnswers();
  return useSyncExternalStore(queue.subscribe, () => queue.revisionOf(address));
}

/** Shows a sheet as it came back from the core; fields of answers that were not given in this window start anew. */
export function useAdoptSheet(): (address: { round: string; application: string; stage: Stage }, view: SheetView) => void {
  const { api } = useCore();
  const queries = useQueryClient();
  const queue = useAnswers();
  return useCallback(
    (address, view) => {
      const key = api.sheets.get.queryKey({ input: address });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, view);
      for (const entry of view.sheet?.entries ?? []) {
        const { item, occupation, levelGroup } = entry;
        const known = before?.sheet?.entries.find((other) => sameSlot(other, entry));
        if (answersOf(entry) > answersOf(known)) {
          // After the screens have seen the new sheet: fields that start anew before that would start with the old one.
          notifyManager.schedule(() => queue.adopt({ ...address, slot: { item, occupation, levelGroup } }));
        }
      }
    },
    [api, queries, queue],
  );
}

export function useSaveStatus(): SaveStatus {
  const queue = useAnswers();
  return useSyncExternalStore(queue.subscribe, () => queue.status());
}

function sameSlot(one: Slot, other: Slot): boolean {
  return one.item === other.item && one.occupation === other.occupation && one.levelGroup === other.levelGroup;
}
