import { useState } from 'react';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import { useCore } from '../app/core.tsx';
import { type LongWork, useLongWork } from './long-work.ts';

export type Importing = {
  readonly work: LongWork;
  /** What became of each of the files taken last. */
  readonly outcomes: readonly ImportOutcome[];
  /** Takes packages in, of the keys in `trust` although nobody vouches for them yet; without it those of known keys only. */
  readonly take: (files: readonly string[], trust?: readonly string[]) => Promise<void>;
  /** Takes the same files again, those of this key too. */
  readonly trust: (key: string) => void;
};

/** Taking in packages, with progress and what became of each. */
export function useImporting(): Importing {
  const { client } = useCore();
  const work = useLongWork();
  const [taken, setTaken] = useState<{ files: readonly string[]; outcomes: readonly ImportOutcome[] }>({ files: [], outcomes: [] });
  const take = async (files: readonly string[], trust: readonly string[] = []) => {
    const outcomes = await work.run((signal) => client.packages.import({ files: [...files], trust: [...trust] }, { signal }));
    if (outcomes !== null) {
      setTaken({ files, outcomes });
    }
  };
  return { work, outcomes: taken.outcomes, take, trust: (key) => void take(taken.files, [key]) };
}
