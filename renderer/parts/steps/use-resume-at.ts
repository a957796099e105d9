import { useEffect } from 'react';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';

type Address = { round: string; application: string; stage: Stage };

/** Lets the core remember the item one is at. It is a convenience: where it can't be kept, nothing is said. */
export function useResumeAt({ round, application, stage }: Address, slot: Slot | undefined): void {
  const { client } = useCore();
  const { item, occupation, levelGroup } = slot ?? { item: null, occupation: null, levelGroup: null };
  useEffect(() => {
    if (item !== null) {
      client.sheets.resumeAt({ round, application, stage, slot: { item, occupation, levelGroup } }).catch(() => undefined);
    }
  }, [client, round, application, stage, item, occupation, levelGroup]);
}
