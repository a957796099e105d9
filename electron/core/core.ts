import { createWorkspace, isWorkspace, openWorkspace, type Workspace } from '#db/workspace.ts';
import type { Person, WorkspaceState } from '#shared/api/workspace.ts';
import { ok, RefusedError, type Result } from '#shared/result.ts';
import type { IdentityKeys } from '../packages/identity.ts';
import { keysOf } from '../packages/identity.ts';
import type { Spool as PackageSpool } from '../packages/spool.ts';
import { foundIdentity, personOf } from '../workspace/identity.ts';
import { instantOf } from './clock.ts';
import { WaitingExports } from './exports.ts';
import { HandedFiles } from './files.ts';
import type { CoreSettings, FileSource, HostedCore, HostServices, OpenEvidence, OpenExport } from './host-services.ts';
import { mediaTypeOf } from './media-types.ts';

/** A workspace that is open, with what the use cases need beside it. */
export type OpenCore = {
  readonly workspace: Workspace;
  readonly me: { readonly keys: IdentityKeys; readonly person: Person };
  readonly files: HandedFiles;
  readonly exports: WaitingExports;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  /** Keeps the opened contents of a sealed package, encrypted, while it is read. */
  readonly spool: PackageSpool;
};

/** The one core behind every host: one workspace folder, open or locked, and what travels in and out of it. */
export class Core implements HostedCore {
  readonly version: string;
  readonly host: HostServices;
  readonly #folder: string;
  readonly #now: () => string;
  #open: OpenCore | null = null;

  constructor({ workspaceFolder, host, version, now }: CoreSettings) {
    this.#folder = workspaceFolder;
    this.host = host;
    this.version = version;
    this.#now = () => instantOf(now());
  }

  /** Whether there is a workspace, and whether it is open. */
  async state(): Promise<WorkspaceState> {
    const folder = this.#folder;
    if (this.#open !== null) {
      return { state: 'open', folder, person: this.#open.me.person };
    }
    return { state: (await isWorkspace(folder)) ? 'locked' : 'none', folder };
  }

  /** Makes the workspace with a new identity in it. Refuses with the codes of `createWorkspace`. */
  async create({ passphrase, name, organisation }: { passphrase: string; name: string; organisation: string }): Promise<Result<null>> {
    const created = await createWorkspace({ folder: this.#folder, passphrase, now: this.#now });
    if (!created.ok) {
      return created;
    }
    created.value.stores.identity.save(await foundIdentity({ name, organisation, now: this.#now() }));
    return this.#enter(created.value);
  }

  /** Opens the workspace; when it is open already nothing changes. Refuses with the codes of `openWorkspace`. */
  async unlock(passphrase: string): Promise<Result<null>> {
    if (this.#open !== null) {
      return ok(null);
    }
    const opened = await openWorkspace({ folder: this.#folder, passphrase, now: this.#now });
    return opened.ok ? this.#enter(opened.value) : opened;
  }

  /** Closes the workspace; what was handed over or waits to be saved is gone. */
  async lock(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open !== null) {
      await open.files.releaseAll();
      await open.exports.clear();
      await open.workspace.close();
    }
  }

  /** What an open workspace offers the use cases. Throws a refusal `workspace/locked`. */
  opened(): OpenCore {
    if (this.#open === null) {
      throw new RefusedError('workspace/locked');
    }
    return this.#open;
  }

  async registerFile(source: FileSource) {
    const { files, workspace } = this.opened();
    return files.register(source, () => workspace.createSpool());
  }

  openEvidence(sha256: string): Promise<OpenEvidence | null> {
    const workspace = this.#open?.workspace;
    const found = workspace?.evidence.stat(sha256) ?? null;
    if (workspace === undefined || found === null) {
      return Promise.resolve(null);
    }
    return Promise.resolve({
      bytes: found.bytes,
      mediaType: mediaTypeOf(workspace.stores.applications.attachment(sha256)?.name ?? ''),
      read: (offset, length) => Promise.resolve(workspace.evidence.readRange(sha256, { offset, length })),
    });
  }

  openExport(id: string): Promise<OpenExport | null> {
    return Promise.resolve(this.#open?.exports.open(id) ?? null);
  }

  close(): Promise<void> {
    return this.lock();
  }

  async #enter(workspace: Workspace): Promise<Result<null>> {
    const identity = workspace.stores.identity.current();
    if (identity === null) {
      // Only a creation that was cut short between its two steps leaves this behind; there is nothing in it yet.
      await workspace.close();
      throw new Error('the workspace has no identity');
    }
    const exports = new WaitingExports(workspace.paths.exports);
    await exports.clear();
    this.#open = {
      workspace,
      me: { keys: await keysOf(identity), person: await personOf(identity.card) },
      files: new HandedFiles(),
      exports,
      now: this.#now,
      spool: async (chunks) => {
        const spool = await workspace.createSpool();
        for await (const chunk of chunks) {
          await spool.write(chunk);
        }
        return { size: spool.size, read: (offset, length) => spool.read(offset, length), close: () => spool.discard() };
      },
    };
    return ok(null);
  }
}

/** The core for a host. Nothing is opened yet. */
export function createCore(settings: CoreSettings): Core {
  return new Core(settings);
}
