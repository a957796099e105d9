import { useEffect, useState } from 'react';
import type { Strength } from './estimate.ts';

/** The fewest characters that a workspace takes as its passphrase. */
const fewest = 8;

/**
 * 0 for a passphrase that is too short to be taken, else how hard it is to guess; null until that is known. The word lists are big, so
 * they come when the first character is typed and not with the page.
 */
export function useStrength(passphrase: string, own: readonly string[]): 0 | Strength | null {
  const [estimate, setEstimate] = useState<((passphrase: string, own: readonly string[]) => Strength) | null>(null);
  const isTyped = passphrase !== '';
  useEffect(() => {
    if (isTyped) {
      void import('./estimate.ts').then(({ estimateStrength }) => setEstimate(() => estimateStrength));
    }
  }, [isTyped]);
  if (passphrase.length < fewest) {
    return 0;
  }
  return estimate === null ? null : estimate(passphrase, own);
}
