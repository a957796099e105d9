import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileRef } from '#shared/api/base.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { useCore } from '../../../app/core.tsx';
import { useLongWork } from '../../../parts/long-work.ts';
import type { VisitAddress } from '../use-visit.ts';

/** Taking photos in: what was added, and what was not and why. */
export function useAddingPhotos(address: VisitAddress, reason: string | null) {
  const { client, api } = useCore();
  const queries = useQueryClient();
  const capture = useMutation(api.visit.addCapture.mutationOptions());
  const work = useLongWork();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  /** What was added is on the screen before anything is done with it. */
  const refresh = () => queries.refetchQueries({ queryKey: api.visit.get.key({ input: address }) });
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
      await refresh();
      return done?.added ?? [];
    },
    addCapture: async (jpeg: string): Promise<string> => {
      const { sha256 } = await capture.mutateAsync({ ...address, reason, jpeg });
      await refresh();
      return sha256;
    },
  };
}
