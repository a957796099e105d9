import { join } from 'node:path';

/** Every path of a workspace folder; nothing else in the product composes one. */
export type WorkspacePaths = {
  readonly folder: string;
  /** The salt and the wrapped keys: without them nothing here can ever be read again, so they are here twice. Either makes a folder a workspace. */
  readonly keys: string;
  readonly keysCopy: string;
  /** Stands in the folder while a workspace is being made in it: what is there beside it has never been anybody's. */
  readonly unfinished: string;
  /** Held by the process that has the workspace open; empty. */
  readonly lock: string;
  readonly records: string;
  readonly evidence: string;
  /** Where the browser host of this workspace listens, and the key by which its pages know it again. Not secret from the workspace's owner. */
  readonly host: string;
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
    keysCopy: join(folder, 'keys-copy.json'),
    unfinished: join(folder, 'unfinished'),
    lock: join(folder, 'lock'),
    records: join(folder, 'records.db'),
    evidence: join(folder, 'evidence.db'),
    host: join(folder, 'host.json'),
    backups: join(folder, 'backups'),
    spool: join(folder, 'spool'),
    exports: join(folder, 'exports'),
  };
}

/** The databases, with what SQLite lays beside them. */
export const databaseNames: readonly string[] = ['records.db', 'evidence.db'].flatMap((name) => [
  name,
  `${name}-wal`,
  `${name}-shm`,
  `${name}-journal`,
]);

/** What a creation that was killed may leave, and the next one may take away. */
export const unfinishedNames: readonly string[] = [...databaseNames, 'keys.json.new', 'keys-copy.json.new', 'spool', 'exports'];
