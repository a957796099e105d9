import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refused, RefusedError, type Result } from '#shared/result.ts';
import type { Database } from './encrypted-database.ts';
import type { EvidenceStore } from './evidence/evidence-store.ts';
import { createSpool, dropSpools, type Spool } from './evidence/spool.ts';
import { hasCode, refusalOfFailure } from './failures.ts';
import { newWorkspaceKeys, parseKeyFile, unwrapKeys, wrapKeys, type KeyFile, type WorkspaceKeys } from './keys.ts';
import { takeLock, type WorkspaceLock } from './lock.ts';
import { openDatabases, type OpenDatabases } from './open-databases.ts';
import { Records } from './records.ts';
import { replaceFile } from './replace-file.ts';
import { openStores, type Stores } from './stores/index.ts';
import type { Clock } from './stores/clock.ts';
import { workspaceNames, workspacePaths, type WorkspacePaths } from './workspace-paths.ts';

export type WorkspaceLocation = { folder: string; passphrase: string; now: Clock };

/**
 * Makes a workspace in an empty or missing folder and opens it. What `furnish` writes is in it from the beginning: a process
 * that dies before that leaves no workspace. Refused: `workspace/already-exists`,
 * `workspace/folder-not-empty`, `workspace/in-use`, `workspace/disk-full`, `workspace/not-writable`.
 */
export async function createWorkspace({
  folder,
  passphrase,
  now,
  furnish,
}: WorkspaceLocation & { furnish?: (workspace: Workspace) => void }): Promise<Result<Workspace>> {
  const paths = workspacePaths(folder);
  return acting(paths, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = await readdir(folder);
    if (names.includes('keys.json')) {
      return refused('workspace/already-exists', { folder });
    }
    if (names.some((name) => !workspaceNames.has(name))) {
      return refused('workspace/folder-not-empty', { folder });
    }
    return locked(paths, async (lock) => {
      // What a killed creation left: nobody has its keys, and without keys.json it never was a workspace.
      for (const name of names.filter((left) => !left.startsWith('lock'))) {
        await rm(join(folder, name), { recursive: true });
      }
      const keys = newWorkspaceKeys();
      const keyFile = await wrapKeys(keys, passphrase);
      const opened = await openParts(paths, { keys, lock, expecting: 'new', now });
      if (opened.ok) {
        const workspace = opened.value;
        await orClose(workspace, async () => {
          furnish?.(workspace);
          // Last: from here on it is a workspace.
          await replaceFile(paths.keys, JSON.stringify(keyFile, null, 2));
        });
      }
      return opened;
    });
  });
}

/**
 * Opens a workspace, migrating it when it was written by an older version (after a backup). Refused:
 * `workspace/not-found`, `workspace/in-use`, `workspace/passphrase-wrong`, `workspace/newer-schema`,
 * `workspace/damaged`, `workspace/disk-full`, `workspace/not-writable`.
 */
export async function openWorkspace({ folder, passphrase, now }: WorkspaceLocation): Promise<Result<Workspace>> {
  const paths = workspacePaths(folder);
  return acting(paths, async () => {
    if (!(await isWorkspace(folder))) {
      return refused('workspace/not-found', { folder });
    }
    return locked(paths, async (lock) => {
      const keys = await unlock(paths, passphrase);
      if (!keys.ok) {
        return keys;
      }
      for (const file of [paths.records, paths.evidence]) {
        if (!(await exists(file))) {
          return refused('workspace/damaged', { file });
        }
      }
      return openParts(paths, { keys: keys.value, lock, expecting: 'existing', now });
    });
  });
}

/** Whether there is a workspace in the folder. */
export function isWorkspace(folder: string): Promise<boolean> {
  return exists(workspacePaths(folder).keys);
}

/** An open workspace: its stores, its evidence, and the only owner of its paths. */
export class Workspace {
  readonly paths: WorkspacePaths;
  readonly stores: Stores;
  readonly evidence: EvidenceStore;
  readonly #records: Records;
  readonly #database: Database;
  readonly #keys: WorkspaceKeys;
  readonly #lock: WorkspaceLock;
  readonly #spools = new Set<Spool>();
  #closing: Promise<void> | null = null;

  constructor({ paths, keys, lock, records, evidence, now }: OpenParts) {
    this.paths = paths;
    this.evidence = evidence;
    this.#keys = keys;
    this.#lock = lock;
    this.#database = records;
    this.#records = new Records(records);
    this.stores = openStores(this.#records, now);
  }

  /** Several stores' changes wholly or not at all. `step` must not be async. */
  transaction<Value>(step: () => Value): Value {
    return this.#records.transaction(step);
  }

  /** A private copy for a package being verified, discarded at the latest when the workspace closes. */
  async createSpool(): Promise<Spool> {
    if (this.#closing !== null) {
      throw new RefusedError('workspace/locked');
    }
    const spool = await createSpool(this.paths.spool);
    this.#spools.add(spool);
    return spool;
  }

  /** For a worker thread that opens its own connection to the evidence with `openEvidence`. */
  evidenceAccess(): { file: string; key: Buffer } {
    return { file: this.paths.evidence, key: this.#keys.evidence };
  }

  /** Wraps the keys under another passphrase; no data is written anew. Refused: `workspace/passphrase-wrong`, `workspace/disk-full`. */
  async changePassphrase({ from, to }: { from: string; to: string }): Promise<Result<null>> {
    return acting(this.paths, async () => {
      const keys = await unlock(this.paths, from);
      if (!keys.ok) {
        return keys;
      }
      await replaceFile(this.paths.keys, JSON.stringify(await wrapKeys(this.#keys, to), null, 2));
      this.stores.audit.append('workspace/passphrase-changed', {});
      return ok(null);
    });
  }

  /** An encrypted copy of the records under the same key, consistent at this moment. `file` must not exist. */
  copyRecords(file: string): void {
    this.#database.prepare('VACUUM INTO ?').run(file);
  }

  /** Discards unfinished intakes and spools, moves the logs into the files, forgets the keys, lets the folder go. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      for (const spool of this.#spools) {
        await spool.discard();
      }
      await this.evidence.close();
      this.#database.pragma('wal_checkpoint(TRUNCATE)');
      this.#database.close();
    } finally {
      this.#keys.records.fill(0);
      this.#keys.evidence.fill(0);
      this.#lock.release();
    }
  }
}

type OpenParts = OpenDatabases & { paths: WorkspacePaths; keys: WorkspaceKeys; lock: WorkspaceLock; now: Clock };

async function openParts(
  paths: WorkspacePaths,
  { lock, ...how }: { keys: WorkspaceKeys; lock: WorkspaceLock; expecting: 'new' | 'existing'; now: Clock },
): Promise<Result<Workspace>> {
  const opened = openDatabases(paths, how);
  if (!opened.ok) {
    return opened;
  }
  const workspace = new Workspace({ paths, lock, keys: how.keys, now: how.now, ...opened.value });
  await orClose(workspace, async () => {
    await workspace.evidence.dropLeftovers();
    await dropSpools(paths.spool);
    if (opened.value.migrated !== null) {
      workspace.stores.audit.append('workspace/migrated', opened.value.migrated);
    }
  });
  return ok(workspace);
}

async function orClose(workspace: Workspace, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

/** Runs `open` with the lock taken, and lets go of it again unless a workspace came of it. */
async function locked(paths: WorkspacePaths, open: (lock: WorkspaceLock) => Promise<Result<Workspace>>): Promise<Result<Workspace>> {
  const lock = takeLock(paths);
  if (!lock.ok) {
    return lock;
  }
  try {
    const opened = await open(lock.value);
    if (!opened.ok) {
      lock.value.release();
    }
    return opened;
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

/** Turns the failures that a user can act on into refusals. */
async function acting<Value>(paths: WorkspacePaths, step: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await step();
  } catch (error) {
    const refusal = refusalOfFailure(error, { folder: paths.folder, file: paths.records });
    if (refusal === null) {
      throw error;
    }
    return { ok: false, refusal };
  }
}

async function unlock(paths: WorkspacePaths, passphrase: string): Promise<Result<WorkspaceKeys>> {
  const file: Result<KeyFile> = parseKeyFile(await readFile(paths.keys, 'utf8'));
  return file.ok ? unwrapKeys(file.value, passphrase) : file;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) {
      return false;
    }
    throw error;
  }
}
