import type { Region } from '../../open-evidence.ts';

/** How a region is chosen on this page; null while none is. */
export type Selecting = {
  readonly region: Region | null;
  readonly onRegion: (region: Region | null) => void;
  readonly onEnd: () => void;
  /** The page where the keyboard draws. */
  readonly keyboard: boolean;
};
