import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { ReadingNow, ReadingView } from '#shared/api/intake.ts';
import type { IntakeEdit } from '#shared/intake/edit.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { useCore } from '../../app/core.tsx';
import { refusalOf } from '../../app/refusal.ts';

/** What every field of the confirmation page works with. */
export type Editing = {
  readonly view: ReadingView;
  /** Makes a change durable; the refusal, or null once it is on disk. */
  readonly change: (edit: IntakeEdit) => Promise<Refusal | null>;
  /** Marks in the form where a field was read. */
  readonly show: (field: string) => void;
  readonly shown: string | null;
  readonly isLocked: boolean;
  readonly showsIds: boolean;
};

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext;

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) {
    throw new Error('no reading around this field');
  }
  return editing;
}

/** Changes of one reading, one after the other, so that an earlier one never overtakes a later one. */
export function useChanges(reading: string) {
  const { api } = useCore();
  const queries = useQueryClient();
  const keep = (next: ReadingNow) => {
    queries.setQueryData(api.intake.get.queryKey({ input: { reading } }), (before) =>
      before === undefined ? before : { ...before, ...next },
    );
  };
  const mutation = useMutation({
    ...api.intake.edit.mutationOptions({ onSuccess: keep, meta: { touches: 'off-screen' } }),
    scope: { id: `intake ${reading}` },
  });
  const change = async (edit: IntakeEdit): Promise<Refusal | null> => {
    try {
      await mutation.mutateAsync({ reading, edit });
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) {
        throw error;
      }
      return refusal;
    }
  };
  return { change, keep, isSaving: mutation.isPending };
}
