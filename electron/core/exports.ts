import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Spool } from '#db/evidence/spool.ts';
import type { ExportRef } from '#shared/api/base.ts';
import { sourceChunks } from '../packages/source.ts';
import type { OpenExport } from './host-services.ts';

type KnownExport = { readonly ref: ExportRef; readonly chunks: () => AsyncIterable<Uint8Array>; readonly drop: () => Promise<void> };

/**
 * Files made for the user to keep, waiting in the workspace until the host has saved them somewhere. Until then nobody has
 * asked for plaintext on a disk: what is not sealed waits in an encrypted spool. All of it is gone when the workspace closes.
 */
export class WaitingExports {
  readonly #folder: string;
  readonly #createSpool: () => Promise<Spool>;
  readonly #exports = new Map<string, KnownExport>();

  constructor({ folder, createSpool }: { folder: string; createSpool: () => Promise<Spool> }) {
    this.#folder = folder;
    this.#createSpool = createSpool;
  }

  /**
   * Has `write` make a file at a fresh path and offers it under `name`. Only for packages that are sealed as they are written:
   * the file lies there as it is.
   */
  async addSealed(name: string, write: (path: string) => Promise<Pick<ExportRef, 'warnings'>>): Promise<ExportRef> {
    const id = randomUUID();
    const folder = join(this.#folder, id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, name);
    const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const { warnings } = await write(path);
      return this.#keep({ ref: { id, name, bytes: (await stat(path)).size, warnings }, chunks: () => createReadStream(path), drop });
    } catch (error) {
      await drop();
      throw error;
    }
  }

  /** Offers what `write` puts into an encrypted spool. Whoever writes a package reads it back from there. */
  async add(name: string, write: (spool: Spool) => Promise<Pick<ExportRef, 'warnings'>>): Promise<ExportRef> {
    const spool = await this.#createSpool();
    try {
      const { warnings } = await write(spool);
      const { size } = spool;
      const ref = { id: randomUUID(), name, bytes: size, warnings };
      const source = { size, read: (offset: number, length: number) => spool.read(offset, length), close: () => Promise.resolve() };
      return this.#keep({ ref, chunks: () => sourceChunks(source, 0, size), drop: () => spool.discard() });
    } catch (error) {
      await spool.discard();
      throw error;
    }
  }

  /** The same for a small file whose bytes are at hand. */
  addBytes(name: string, bytes: Uint8Array): Promise<ExportRef> {
    return this.add(name, async (spool) => {
      await spool.write(bytes);
      return { warnings: [] };
    });
  }

  /** An export with its bytes, or null when there is none by that id any more. */
  find(id: string): Pick<KnownExport, 'ref' | 'chunks'> | null {
    return this.#exports.get(id) ?? null;
  }

  open(id: string): OpenExport | null {
    const found = this.#exports.get(id);
    return found === undefined ? null : { name: found.ref.name, bytes: found.ref.bytes, content: found.chunks() };
  }

  async release(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      const found = this.#exports.get(id);
      this.#exports.delete(id);
      await found?.drop();
    }
  }

  /** Drops all of them, also what a killed process left. */
  async clear(): Promise<void> {
    await this.release([...this.#exports.keys()]);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #keep(made: KnownExport): ExportRef {
    this.#exports.set(made.ref.id, made);
    return made.ref;
  }
}
