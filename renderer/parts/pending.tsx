import type { ReactNode } from 'react';
import { RefusalNote } from './refusal-note.tsx';

/** Where something is still to come: `children`, its outline, or, once it was refused, why. Nothing looks as if it were coming that is not. */
export function Pending({ error, children }: { error: unknown; children: ReactNode }) {
  return error === null || error === undefined ? children : <RefusalNote error={error} />;
}
