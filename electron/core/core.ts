import { isDeepStrictEqual } from 'node:util';
import { createWorkspace, isWorkspace, openWorkspace, type Workspace } from '#db/workspace.ts';
import type { Person, WorkspaceState } from '#shared/api/workspace.ts';
import { ok, RefusedError, type Result } from '#shared/result.ts';
import { FrameReceptions } from './reception.ts';
import type { IdentityKeys } from '../packages/identity.ts';
import { keysOf } from '../packages/identity.ts';
import { workspaceSpool, type Spool as PackageSpool } from '../packages/spool.ts';
import { readerVersion } from '../reading/limits.ts';
import { Readers } from '../reading/readers.ts';
import { createIdentity, personOf } from '../workspace/identity.ts';
import { instantOf } from './clock.ts';
import { WaitingExports } from './exports.ts';
import { HandedFiles } from './files.ts';
import type { CoreSettings, FileSource, HostedCore, HostServices, OpenEvidence, OpenExport } from './host-services.ts';
import { pictureTypeBytes, pictureTypeOf } from '../reading/picture-type.ts';
import { mediaTypeOf } from './media-types.ts';
import { WorkUnderWay } from './work-under-way.ts';

/** A workspace that is open, with what the use cases need beside it. */
export type OpenCore = {
  readonly workspace: Workspace;
  readonly me: { readonly keys: IdentityKeys; readonly person: Person };
  readonly files: HandedFiles;
  readonly exports: WaitingExports;
  /** What a camera of this machine is reading. */
  readonly receptions: FrameReceptions;
  /** The processes in which files of other people are read. */
  readonly readers: Readers;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  /** Keeps the opened contents of a sealed package, encrypted, while it is read. */
  readonly spool: PackageSpool;
  /** Everything that takes longer than a moment runs in here, so that closing can wait for it. */
  readonly work: WorkUnderWay;
};

/** A piece of evidence that I may look into, with the name it came under (null where it has none), or null: the rule for it stands above the core. */
export type ReadableEvidence = (core: Pick<OpenCore, 'workspace'>, sha256: string) => { bytes: number; name: string | null } | null;

/** The one core behind every host: one workspace folder, open or locked, and what travels in and out of it. */
export class Core implements HostedCore {
  readonly version: string;
  readonly host: HostServices;
  readonly #folder: string;
  readonly #now: () => string;
  readonly #readableEvidence: ReadableEvidence;
  #open: OpenCore | null = null;
  /** Opening and closing happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #entering: { request: unknown; outcome: Promise<Result<null>> } | null = null;

  constructor({ workspaceFolder, host, version, now }: CoreSettings, { readableEvidence }: { readableEvidence: ReadableEvidence }) {
    this.#folder = workspaceFolder;
    this.host = host;
    this.version = version;
    this.#now = () => instantOf(now());
    this.#readableEvidence = readableEvidence;
  }

  /** Whether there is a workspace, and whether it is open. */
  async state(): Promise<WorkspaceState> {
    const folder = this.#folder;
    if (this.#open !== null) {
      return { state: 'open', folder, person: this.#open.me.person, mended: this.#open.workspace.mended };
    }
    return { state: (await isWorkspace(folder)) ? 'locked' : 'none', folder };
  }

  /**
   * Makes the workspace with a new identity in it: wholly, or the folder is no workspace. The same request twice at once is one.
   * Refuses with the codes of `createWorkspace`.
   */
  create(request: { passphrase: string; name: string; organisation: string }): Promise<Result<null>> {
    return this.#once(request, async () => {
      const { passphrase, name, organisation } = request;
      const identity = await createIdentity({ name, organisation, now: this.#now() });
      const created = await createWorkspace({
        folder: this.#folder,
        passphrase,
        now: this.#now,
        furnish: ({ stores }) => stores.identity.save(identity),
      });
      return created.ok ? this.#enter(created.value) : created;
    });
  }

  /** Opens the workspace; when it is open already the passphrase is checked all the same. Refuses with the codes of `openWorkspace`. */
  unlock(passphrase: string): Promise<Result<null>> {
    return this.#once({ passphrase }, async () => {
      if (this.#open !== null) {
        return this.#open.workspace.opensWith(passphrase);
      }
      const opened = await openWorkspace({ folder: this.#folder, passphrase, now: this.#now });
      return opened.ok ? this.#enter(opened.value) : opened;
    });
  }

  /**
   * Ends the reading processes, stops the work under way and waits until it has, then closes the workspace; what was handed over or waits to be saved is
   * gone. Calls that come meanwhile are refused with `workspace/locked`.
   */
  lock(): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#open;
      this.#open = null;
      if (open !== null) {
        // What they read is wanted by nobody any more, and none of it may outlive the open workspace.
        open.readers.end();
        await open.work.drain();
        await open.files.releaseAll();
        await open.exports.clear();
        await open.workspace.close();
      }
    });
  }

  isOpen(): boolean {
    return this.#open !== null;
  }

  /** What an open workspace offers the use cases. Throws a refusal `workspace/locked`. */
  opened(): OpenCore {
    if (this.#open === null) {
      throw new RefusedError('workspace/locked');
    }
    return this.#open;
  }

  async registerFile(source: FileSource) {
    const { files, workspace, work } = this.opened();
    return work.start((signal) => files.register(source, { createSpool: () => workspace.createSpool(), signal }));
  }

  async openEvidence(sha256: string): Promise<OpenEvidence | null> {
    const open = this.#open;
    const found = open === null ? null : this.#readableEvidence(open, sha256);
    if (open === null || found === null) {
      return null;
    }
    const read = (offset: number, length: number) => open.workspace.evidence.readRange(sha256, { offset, length });
    return {
      bytes: found.bytes,
      // What an expert added has no name here once it has travelled: a photo says by its bytes what it is.
      mediaType: found.name === null ? ((await pictureTypeOf(read(0, pictureTypeBytes))) ?? mediaTypeOf('')) : mediaTypeOf(found.name),
      read: (offset, length) => Promise.resolve(read(offset, length)),
    };
  }

  openExport(id: string): Promise<OpenExport | null> {
    return Promise.resolve(this.#open?.exports.open(id) ?? null);
  }

  close(): Promise<void> {
    return this.lock();
  }

  /** One outcome for a request and its double while it is under way: a button pressed twice. */
  #once(request: object, step: () => Promise<Result<null>>): Promise<Result<null>> {
    if (this.#entering !== null && isDeepStrictEqual(this.#entering.request, request)) {
      return this.#entering.outcome;
    }
    const entering = { request, outcome: this.#inTurn(step) };
    this.#entering = entering;
    const forget = () => {
      this.#entering = this.#entering === entering ? null : this.#entering;
    };
    entering.outcome.then(forget, forget);
    return entering.outcome;
  }

  #inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
    const outcome = this.#turn.then(step);
    this.#turn = outcome.catch(() => undefined);
    return outcome;
  }

  async #enter(workspace: Workspace): Promise<Result<null>> {
    const identity = workspace.stores.identity.current();
    if (identity === null) {
      await workspace.close();
      throw new Error('the workspace has no identity');
    }
    const exports = new WaitingExports({ folder: workspace.paths.exports, createSpool: () => workspace.createSpool() });
    await exports.clear();
    this.#open = {
      workspace,
      me: { keys: await keysOf(identity), person: await personOf(identity.card) },
      files: new HandedFiles(),
      exports,
      receptions: new FrameReceptions(),
      readers: new Readers({ start: this.host.startReader, remembered: workspace.stores.facts.faultsOf(readerVersion) }),
      now: this.#now,
      work: new WorkUnderWay(),
      spool: workspaceSpool(() => workspace.createSpool()),
    };
    return ok(null);
  }
}
