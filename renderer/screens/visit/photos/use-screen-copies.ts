import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { VisitPhoto } from '#shared/domain/visit.ts';
import { useCore } from '../../../app/core.tsx';
import { evidenceUrl } from '../../../app/files.ts';
import { useKeptVisit, type VisitAddress } from '../use-visit.ts';
import { smallJpeg } from './picture.ts';

/** Photos whose copy was asked for in this window: one that can't be shown isn't tried again and again. */
const asked = new Set<string>();

/** Makes the copy for the screen of every photo that has none yet, one after the other. */
export function useScreenCopies(address: VisitAddress, photos: readonly VisitPhoto[], mayWrite: boolean): void {
  const { api } = useCore();
  const kept = useKeptVisit(address);
  const { mutateAsync: keepCopy } = useMutation(
    api.visit.keepScreenCopy.mutationOptions({ onSuccess: kept, meta: { touches: 'off-screen' } }),
  );
  const next = mayWrite ? photos.find(({ sha256, screenCopy }) => screenCopy === null && !asked.has(keyOf(address, sha256))) : undefined;
  useEffect(() => {
    if (next === undefined) {
      return;
    }
    const { sha256: photo } = next;
    asked.add(keyOf(address, photo));
    void (async () => {
      const response = await fetch(evidenceUrl(photo));
      const jpeg = response.ok ? await smallJpeg(await response.blob()) : null;
      if (jpeg !== null) {
        await keepCopy({ ...address, photo, jpeg });
      }
    })();
  });
}

function keyOf({ round, application }: VisitAddress, photo: string): string {
  return JSON.stringify([round, application, photo]);
}
