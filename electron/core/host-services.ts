import type { FileRef } from '#shared/api/base.ts';
import type { Result } from '#shared/result.ts';
import type { fileFilterSchema, HostCapabilities } from '#shared/api/host.ts';
import type * as z from 'zod';
import type { StartReader } from '../reading/reader-process.ts';

export type FileFilter = z.infer<typeof fileFilterSchema>;

/** What the host around the core can do for it. */
export interface HostServices {
  kind: HostCapabilities['host'];
  /** The system's dialogs; null where there are none and the page uploads and downloads instead. */
  dialogs: Dialogs | null;
  /** Starts a process in which a file is read that somebody else made. */
  startReader: StartReader;
}

export interface Dialogs {
  /** The files the user chose, folders already walked into their files; empty when the user cancels. */
  chooseFiles: (request: { filter: FileFilter; multiple: boolean }) => Promise<PathSource[]>;
  /** An absolute path the user chose to write to; null when the user cancels. */
  saveFile: (request: { suggestedName: string }) => Promise<string | null>;
}

/** A file that stays where the user has it. */
export interface PathSource {
  kind: 'path';
  /** Absolute. */
  path: string;
  name: string;
  /** Path inside the chosen folder, with `/`; the name alone for a single file. */
  relativePath: string;
}

/** A file that arrives as bytes; `content` ends early with an error when the sender goes away. */
export interface UploadSource {
  kind: 'upload';
  content: AsyncIterable<Uint8Array>;
  name: string;
  relativePath: string;
}

export type FileSource = PathSource | UploadSource;

/** What the core gives a host, beside the router. */
export interface HostedCore {
  /** Makes a file known to the core; an upload is kept encrypted until it is released. */
  registerFile: (source: FileSource) => Promise<FileRef>;
  /** null when there is no such evidence that I may read, or the workspace is locked. */
  openEvidence: (sha256: string) => Promise<OpenEvidence | null>;
  /** null when there is no such export, or it has been released. */
  openExport: (id: string) => Promise<OpenExport | null>;
  /** Whether the workspace is open. */
  isOpen: () => boolean;
  /** Opens the workspace, or checks the passphrase of one that is open. Refuses with the codes of `openWorkspace`. */
  unlock: (passphrase: string) => Promise<Result<null>>;
  /** Waits for work under way, then closes the databases. */
  close: () => Promise<void>;
}

export interface OpenEvidence {
  bytes: number;
  mediaType: string;
  /** `length` bytes from `offset`; both inside the file. Hosts ask for at most 1 MiB at a time. */
  read: (offset: number, length: number) => Promise<Uint8Array>;
}

export interface OpenExport {
  name: string;
  bytes: number;
  content: AsyncIterable<Uint8Array>;
}

/** What a host passes to `createCore`. */
export interface CoreSettings {
  workspaceFolder: string;
  host: HostServices;
  /** Linping's own version. */
  version: string;
  now: () => Date;
}
