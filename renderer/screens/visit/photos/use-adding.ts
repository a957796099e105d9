import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileRef } from '#shared/api/base.ts';
import type { Refusal } from '#shared/result.ts';
import { useCore } from '../../../app/core.tsx';
import { useLongWork } from '../../../parts/long-work.ts';
import { useKeptVisit, type VisitAddress } from '../use-visit.ts';

/** Taking photos in: what was added, and what was not and why. */
export function useAddingPhotos(address: VisitAddress, reason: string | null) {
  const { client, api } = useCore();
  const queries = useQueryClient();
  const kept = useKeptVisit(address);
  const work = useLongWork();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const refresh = async () => kept(await queries.fetchQuery(api.visit.get.queryOptions({ input: address, staleTime: 0 })));
  return {
    work,
    refused,
    dismiss: () => setRefused([]),
    addFiles: async (files: readonly FileRef[]): Promise<string[]> => {
      if (files.length === 0) {
        return [];
      }
      const done = await work.run((signal) => client.visit.addPhotos({ ...address, reason, files: files.map(({ id }) => id) }, { signal }));
      setRefused(done?.refused ?? []);
      // Also after cancelling: what was taken until then is there.
      await refresh();
      return done?.added ?? [];
    },
    addCapture: async (jpeg: string): Promise<string> => {
      const { sha256 } = await client.visit.addCapture({ ...address, reason, jpeg });
      await refresh();
      return sha256;
    },
  };
}
