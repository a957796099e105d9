import type { FileRef } from './base.ts';

/**
 * What Electron's preload puts on `window.linping`; absent in the browser host, where the page calls `/api` and uploads to
 * `/files` instead. The page names files only by the `File` objects the user gave it, never by paths. A message port to the
 * core arrives on `window` by itself once the page's scripts have run: a message with `portMessage` as data and the port in
 * `ports[0]`. Another one arrives when the core process ended and was started again; its workspace is locked then.
 */
export interface HostBridge<PageFile> {
  /** Makes files that were dropped or picked known to the core where they lie; `relativePaths` as in FileRef, in the same order. */
  registerFiles: (files: PageFile[], relativePaths: string[]) => Promise<FileRef[]>;
  /** Package files the system asked Linping to open and the page hasn't taken yet; needs an open workspace. */
  takeOpenedFiles: () => Promise<FileRef[]>;
  /** Calls back whenever there is something new for `takeOpenedFiles`. */
  onOpenedFiles: (listener: () => void) => void;
  /** Calls back when the core process has ended by itself: nothing that is under way over its port will be answered. */
  onCoreGone: (listener: () => void) => void;
}

export const portMessage = { kind: 'linping/port' } as const;
