import { useMutation } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { VisitView } from '#shared/api/visit.ts';
import { type VisitRecord, visitRecordSchema } from '#shared/domain/visit.ts';
import { useCore } from '../../app/core.tsx';
import { askedAgain } from '../../app/freshness.ts';
import { useKeptVisit, type VisitAddress } from './use-visit.ts';

/**
 * The record as it stands on screen; it is kept by itself after a pause, one version after the other. What was not touched here is shown,
 * and kept, as it is on disk: another window may have written it.
 */
export function useRecord(address: VisitAddress, visit: VisitView, reason: string | null) {
  const { api } = useCore();
  const kept = useKeptVisit(address);
  /** What was changed here and is not on disk yet. */
  const [mine, setMine] = useState<Partial<VisitRecord>>({});
  const newest = useRef(mine);
  const [waiting, setWaiting] = useState(false);
  const save = useMutation(
    // One after the other: a later version must not be overtaken by an earlier one.
    api.visit.saveRecord.mutationOptions({
      scope: { id: `record ${address.round} ${address.application}` },
      onSuccess: kept,
      meta: { touches: 'off-screen' },
      ...askedAgain,
    }),
  );
  const send = async (): Promise<void> => {
    setWaiting(false);
    const sent = newest.current;
    try {
      await save.mutateAsync({ ...address, reason, record: sent });
    } catch {
      // `error` says it; what was typed stays, and goes with the next version.
      return;
    }
    newest.current = withoutKept(newest.current, sent);
    setMine(newest.current);
  };
  const later = useDebouncedCallback(() => void send(), { delay: 400, flushOnUnmount: true });
  return {
    record: { ...visit.visit.record, ...mine },
    change: (next: Partial<VisitRecord>) => {
      newest.current = { ...newest.current, ...next };
      setMine(newest.current);
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

/** What was changed again after `sent` had left. */
function withoutKept({ ...changes }: Partial<VisitRecord>, sent: Partial<VisitRecord>): Partial<VisitRecord> {
  for (const field of visitRecordSchema.keyof().options) {
    if (changes[field] === sent[field]) {
      delete changes[field];
    }
  }
  return changes;
}
