import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { Entry } from '#shared/domain/sheet.ts';
import { useCore } from '../core.tsx';
import { refusalOf } from '../refusal.ts';
import type { AnswerAddress, SaveStatus, SavingState } from './answer-queue.ts';
import { AnswerQueue } from './answer-queue.ts';

const AnswersContext = createContext<AnswerQueue | null>(null);

/** The one queue of the window: it keeps answers through the core and puts what came back into the sheet on screen. */
export function AnswersProvider({ children }: { children: ReactNode }) {
  const { client, api } = useCore();
  const queries = useQueryClient();
  const [queue] = useState(
    () =>
      new AnswerQueue({
        keep: async ({ address, answer, reason }) => {
          const { round, application, stage, slot } = address;
          const kept = await client.sheets.record({ round, application, stage, slot, answer, reason });
          queries.setQueryData(api.sheets.get.queryKey({ input: { round, application, stage } }), (view) => {
            if (view === undefined) {
              return view;
            }
            const sheet = view.sheet ?? { application, stage, methods: [], startedAt: kept.savedAt, completedAt: null, entries: [] };
            const others = sheet.entries.filter((entry) => !sameSlot(entry, kept.entry));
            return { ...view, fill: kept.fill, state: kept.state, sheet: { ...sheet, entries: [...others, kept.entry] } };
          });
          // Progress elsewhere is out of date; it is read again when one goes there.
          void queries.invalidateQueries({ queryKey: api.applications.list.key({ input: { round } }), refetchType: 'none' });
          void queries.invalidateQueries({ queryKey: api.submission.key(), refetchType: 'none' });
          void queries.invalidateQueries({ queryKey: api.rounds.list.key(), refetchType: 'none' });
          return kept;
        },
        worthRetrying: (error) => refusalOf(error) === null,
      }),
  );
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      const { kind } = queue.status();
      if (kind === 'saving' || kind === 'failed') {
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
  }, [queue]);
  return <AnswersContext value={queue}>{children}</AnswersContext>;
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

export function useSaveStatus(): SaveStatus {
  const queue = useAnswers();
  return useSyncExternalStore(queue.subscribe, () => queue.status());
}

function sameSlot(one: Entry, other: Entry): boolean {
  return one.item === other.item && one.occupation === other.occupation && one.levelGroup === other.levelGroup;
}
