import { ORPCError } from '@orpc/client';
import { refusalSchema } from '#shared/api/base.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';

/** The refusal in an error that came from the core, or null when the error is anything else (a bug, a lost connection). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') {
    return null;
  }
  const refusal = refusalSchema.safeParse(error.data);
  return refusal.success ? refusal.data : null;
}
