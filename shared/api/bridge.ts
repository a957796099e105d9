import type { FileRef } from './base.ts';

/**
 * What Electron's preload puts on `window.linping`; absent in the browser host, where the page calls `api/` and uploads to
 * `files` instead. Files are named by the page only as `File` objects the user gave it, never as paths.
 */
export interface HostBridge {
  /**
   * Asks for a message port to the core. It arrives on `window` as a message with `data === portMessage` and the port in
   * `ports[0]`: listen before calling. Asking again gives another port.
   */
  connect: () => void;
  /** Makes a file that was dropped or picked known to the core where it lies; `relativePath` as in FileRef. */
  registerFile: (file: File, relativePath: string) => Promise<FileRef>;
  /** Package files the system asked Linping to open and the page hasn't taken yet; needs an open workspace. */
  takeOpenedFiles: () => Promise<FileRef[]>;
  /** Calls back when there is something new for `takeOpenedFiles`. */
  onOpenedFiles: (listener: () => void) => void;
}

/** `data` of the message that carries the port. */
export const portMessage = 'linping:port';

/** The name of the bridge on `window`. */
export const bridgeName = 'linping';
