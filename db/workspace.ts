import { mkdir, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RefusalCode } from '#shared/refusals/codes.ts';
import { ok, refused, RefusedError, type Result } from '#shared/result.ts';
import type { Database } from './database/encrypted-database.ts';
import type { EvidenceStore } from './evidence/evidence-store.ts';
import { createSpool, dropSpools, type Spool } from './evidence/spool.ts';
import { hasCode, refusalOfFailure, type FailureCode } from './folder/failures.ts';
import { dropUnfinished, foundFolder } from './folder/found-folder.ts';
import { mendKeyFiles, unlockKeyFiles, writeKeyFiles, type Unlocked } from './keys/key-files.ts';
import { newWorkspaceKeys, type WorkspaceKeys } from './keys/keys.ts';
import { takeLock, type WorkspaceLock } from './folder/lock.ts';
import { openDatabases, type OpenDatabases } from './open-databases.ts';
import { closeToOthers, makePrivateFile, ownFolder } from './folder/private-files.ts';
import { Records } from './database/records.ts';
import { replaceFile, syncFolder } from './folder/replace-file.ts';
import { openStores, type Stores } from './stores/index.ts';
import type { Clock } from './stores/clock.ts';
import { workspacePaths, type WorkspacePaths } from './folder/workspace-paths.ts';

type UnusableCode = 'workspace/already-exists' | 'workspace/keys-missing' | 'workspace/folder-not-empty';
/** Neither the folder nor what is in it can be opened by this program now. */
type ClosedCode = FailureCode | 'workspace/in-use' | 'workspace/newer-schema';
/** The passphrase opens none of the files of keys. */
type KeysCode = 'workspace/keys-damaged' | 'workspace/newer-schema' | 'workspace/passphrase-wrong';
/** Why no workspace was made. */
export type CreateRefusal = UnusableCode | ClosedCode;
/** Why a workspace was not opened. */
export type OpenRefusal = 'workspace/not-found' | 'workspace/keys-missing' | ClosedCode | KeysCode;
/** Why a passphrase was not taken. */
export type PassphraseRefusal = FailureCode | KeysCode;

export type WorkspaceLocation = { folder: string; passphrase: string; now: Clock };

/**
 * Makes a workspace in an empty or missing folder and opens it. What `furnish` writes is in it from the beginning: a process
 * that dies before that leaves no workspace, and marked as such what it left. Anything else in the folder is refused and left as it is.
 */
export async function createWorkspace({
  folder,
  passphrase,
  now,
  furnish,
}: WorkspaceLocation & { furnish?: (workspace: Workspace) => void }): Promise<Result<Workspace, CreateRefusal>> {
  const paths = workspacePaths(folder);
  return acting(paths, async () => {
    const usable = await refuseUnusable(paths);
    if (!usable.ok) {
      return usable;
    }
    await mkdir(folder, { recursive: true, mode: ownFolder });
    return locked(paths, async (lock) => {
      // Once more: another program may have made one while the lock was waited for.
      const still = await refuseUnusable(paths);
      if (!still.ok) {
        return still;
      }
      await dropUnfinished(paths);
      await replaceFile(paths.unfinished, '');
      const keys = newWorkspaceKeys();
      const opened = await openParts(paths, { keys, lock, expecting: 'new', now });
      if (opened.ok) {
        const workspace = opened.value;
        await orClose(workspace, async () => {
          furnish?.(workspace);
          // From here on it is a workspace.
          await writeKeyFiles(paths, { keys, passphrase });
          await dropMark(paths);
        });
      }
      return opened;
    });
  });
}

/** Whether a workspace can be made here without touching anything of anybody's. */
async function refuseUnusable(paths: WorkspacePaths): Promise<Result<null, UnusableCode>> {
  const { folder } = paths;
  const found = await foundFolder(paths);
  switch (found) {
    case 'free':
    case 'unfinished':
      return ok(null);
    case 'workspace':
      return refused('workspace/already-exists', { folder });
    case 'keys-missing':
      return refused('workspace/keys-missing', { folder });
    case 'foreign':
      return refused('workspace/folder-not-empty', { folder });
  }
}

/** The workspace is whole: nothing in its folder is unfinished any more. */
async function dropMark(paths: WorkspacePaths): Promise<void> {
  await rm(paths.unfinished, { force: true });
  await syncFolder(paths.folder);
}

/**
 * Opens a workspace, migrating it when it was written by an older version (after a backup), mending a damaged file of keys from
 * the other (`mended` says so).
 */
export async function openWorkspace({ folder, passphrase, now }: WorkspaceLocation): Promise<Result<Workspace, OpenRefusal>> {
  const paths = workspacePaths(folder);
  return acting(paths, async () => {
    const found = await foundFolder(paths);
    if (found !== 'workspace') {
      return refused(found === 'keys-missing' ? 'workspace/keys-missing' : 'workspace/not-found', { folder });
    }
    return locked(paths, async (lock) => {
      const unlocked = await unlockKeyFiles(paths, passphrase);
      if (!unlocked.ok) {
        return unlocked;
      }
      for (const file of [paths.records, paths.evidence]) {
        if (!(await exists(file))) {
          return refused('workspace/damaged', { file: basename(file) });
        }
      }
      const opened = await openParts(paths, { keys: unlocked.value.keys, lock, expecting: 'existing', now });
      if (opened.ok) {
        await orClose(opened.value, () => settle(opened.value, unlocked.value));
      }
      return opened;
    });
  });
}

/** What is left to do once keys and databases are known to belong together. */
async function settle(workspace: Workspace, unlocked: Unlocked): Promise<void> {
  await mendKeyFiles(unlocked);
  if (unlocked.damaged !== null) {
    workspace.mended = unlocked.damaged;
    workspace.stores.audit.append('workspace/keys-mended', { file: unlocked.damaged });
  }
  if (await exists(workspace.paths.unfinished)) {
    await dropMark(workspace.paths);
  }
}

/** Whether there is a workspace in the folder. */
export async function isWorkspace(folder: string): Promise<boolean> {
  return (await foundFolder(workspacePaths(folder))) === 'workspace';
}

/** An open workspace: its stores, its evidence, and the only owner of its paths. */
export class Workspace {
  readonly paths: WorkspacePaths;
  readonly stores: Stores;
  readonly evidence: EvidenceStore;
  /** The file of keys that was damaged or lost and was mended at opening from the other; null when both were whole. */
  mended: string | null = null;
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

  /** Wraps the keys under another passphrase; no data is written anew. */
  async changePassphrase({ from, to }: { from: string; to: string }): Promise<Result<null, PassphraseRefusal>> {
    return acting(this.paths, async () => {
      const unlocked = await unlockKeyFiles(this.paths, from);
      if (!unlocked.ok) {
        return unlocked;
      }
      await writeKeyFiles(this.paths, { keys: this.#keys, passphrase: to });
      this.stores.audit.append('workspace/passphrase-changed', {});
      return ok(null);
    });
  }

  /** Whether the passphrase is this workspace's. */
  async opensWith(passphrase: string): Promise<Result<null, PassphraseRefusal>> {
    return acting(this.paths, async () => {
      const unlocked = await unlockKeyFiles(this.paths, passphrase);
      return unlocked.ok ? ok(null) : unlocked;
    });
  }

  /** An encrypted copy of the records under the same key, consistent at this moment. `file` must not exist. */
  copyRecords(file: string): void {
    makePrivateFile(file);
    this.#database.prepare('VACUUM INTO ?').run(file);
  }

  /** Discards unfinished batches and spools, moves the logs into the files, forgets the keys, lets the folder go. */
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
): Promise<Result<Workspace, 'workspace/damaged' | 'workspace/newer-schema'>> {
  await closeToOthers(paths);
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
async function locked<Code extends RefusalCode>(
  paths: WorkspacePaths,
  open: (lock: WorkspaceLock) => Promise<Result<Workspace, Code>>,
): Promise<Result<Workspace, Code | 'workspace/in-use'>> {
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
async function acting<Value, Code extends RefusalCode>(
  paths: WorkspacePaths,
  step: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | FailureCode>> {
  try {
    return await step();
  } catch (error) {
    const refusal = refusalOfFailure(error, { folder: paths.folder, file: basename(paths.records) });
    if (refusal === null) {
      throw error;
    }
    return { ok: false, refusal };
  }
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
