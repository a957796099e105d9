import { join } from 'node:path';

/** Every path of a workspace folder; nothing else in the product composes one. */
export type WorkspacePaths = {
  readonly folder: string;
  /** The salt and the wrapped keys. Its presence is what makes a folder a workspace. */
  readonly keys: string;
  /** Held by the process that has the workspace open; empty. */
  readonly lock: string;
  readonly records: string;
  readonly evidence: string;
  /** Encrypted copies of the records, made before each migration. */
  readonly backups: string;
  /** Private copies of packages being verified; their keys live in memory only. */
  readonly spool: string;
  /** Files made for the user, until they are saved elsewhere. */
  readonly exports: string;
};

/** The paths of the workspace in `folder`. */
export function workspacePaths(folder: string): WorkspacePaths {
  return {
    folder,
    keys: join(folder, 'keys.json'),
    lock: join(folder, 'lock'),
    records: join(folder, 'records.db'),
    evidence: join(folder, 'evidence.db'),
    backups: join(folder, 'backups'),
    spool: join(folder, 'spool'),
    exports: join(folder, 'exports'),
  };
}

/** The names that a workspace puts into its folder, for telling a half-made workspace from somebody else's folder. */
export const workspaceNames: ReadonlySet<string> = new Set(
  ['lock', 'records.db', 'evidence.db']
    .flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`])
    .concat('backups', 'spool', 'exports', 'keys.json.new'),
);
