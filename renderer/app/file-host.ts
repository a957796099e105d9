import type { ExportRef, FileRef } from '#shared/api/base.ts';

/** What a chooser offers. */
export type FileFilter = 'package' | 'card' | 'application-folder' | 'spreadsheet' | 'photo' | 'any';

/** Where bytes come in and go out: the system's dialogs in Electron, uploads and downloads in the browser host. */
export type FileHost = {
  /** Lets the user choose; an empty list when they cancel. */
  readonly choose: (filter: FileFilter, several: 'one' | 'several') => Promise<FileRef[]>;
  /** Takes files that were dropped on the page. */
  readonly take: (files: readonly File[], onProgress?: (taken: number) => void) => Promise<FileRef[]>;
  /** Hands an export to the user; false when they cancelled. */
  readonly save: (file: ExportRef) => Promise<boolean>;
  /** Package files that were opened from the system's file manager and not taken yet. */
  readonly takeOpened: () => Promise<FileRef[]>;
  /** Calls back when there are new ones; there is one listener for the life of the window. */
  readonly onOpened: (listener: () => void) => void;
};
