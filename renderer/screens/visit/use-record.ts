import { useMutation } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { VisitView } from '#shared/api/visit.ts';
import type { VisitRecord } from '#shared/domain/visit.ts';
import { useCore } from '../../app/core.tsx';
import { useKeptVisit, type VisitAddress } from './use-visit.ts';

/** The record as it stands on screen; it is kept by itself after a pause, one version after the other. */
export function useRecord(address: VisitAddress, visit: VisitView, reason: string | null) {
  const { api } = useCore();
  const kept = useKeptVisit(address);
  const [record, setRecord] = useState<VisitRecord>(visit.visit.record);
  const newest = useRef(record);
  const [waiting, setWaiting] = useState(false);
  const save = useMutation(
    // One after the other: a later version must not be overtaken by an earlier one.
    api.visit.saveRecord.mutationOptions({ scope: { id: `record ${address.round} ${address.application}` }, onSuccess: kept }),
  );
  const send = (): Promise<unknown> => {
    setWaiting(false);
    return save.mutateAsync({ ...address, reason, record: newest.current }).catch(() => undefined);
  };
  const later = useDebouncedCallback(() => void send(), { delay: 400, flushOnUnmount: true });
  return {
    record,
    change: (next: Partial<VisitRecord>) => {
      newest.current = { ...newest.current, ...next };
      setRecord(newest.current);
      setWaiting(true);
      later();
    },
    /** Keeps at once what still waits. */
    flush: async () => {
      if (waiting) {
        later.cancel();
        await send();
      }
    },
    state: save.isError
      ? ('failed' as const)
      : waiting || save.isPending
        ? ('saving' as const)
        : save.isSuccess
          ? ('saved' as const)
          : ('none' as const),
    savedAt: save.isSuccess ? new Date(save.submittedAt).toISOString() : null,
    error: save.error,
  };
}
export type RecordEditing = ReturnType<typeof useRecord>;
