import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';

type Address = { round: string; application: string; stage: Stage };

/** Lets the core remember the item one is at. It is a convenience: where it can't be kept, nothing is said. */
export function useResumeAt({ round, application, stage }: Address, slot: Slot | undefined): void {
  const { api, client } = useCore();
  const queries = useQueryClient();
  const { item, occupation, levelGroup } = slot ?? { item: null, occupation: null, levelGroup: null };
  useEffect(() => {
    if (item !== null) {
      client.sheets.resumeAt({ round, application, stage, slot: { item, occupation, levelGroup } }).catch(() => undefined);
      // The sheet as it was read says another item; whoever comes back reads it anew.
      const queryKey = api.sheets.get.key({ input: { round, application, stage } });
      void queries.invalidateQueries({ queryKey, refetchType: 'none' });
    }
  }, [api, client, queries, round, application, stage, item, occupation, levelGroup]);
}
