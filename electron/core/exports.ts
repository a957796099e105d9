import { createReadStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ExportRef } from '#shared/api/base.ts';
import type { OpenExport } from './host-services.ts';

type KnownExport = { readonly ref: ExportRef; readonly path: string };

/**
 * Files made for the user to keep, waiting in a folder of the workspace until the host has saved them somewhere. Only
 * what a user asked for is ever put there; it is emptied when the workspace closes.
 */
export class WaitingExports {
  readonly #folder: string;
  readonly #exports = new Map<string, KnownExport>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Has `write` make a file at a fresh path and offers it under `name`. */
  async add(name: string, write: (path: string) => Promise<Pick<ExportRef, 'warnings'>>): Promise<ExportRef> {
    const id = randomUUID();
    await mkdir(join(this.#folder, id), { recursive: true, mode: 0o700 });
    const path = join(this.#folder, id, name);
    try {
      const { warnings } = await write(path);
      const ref = { id, name, bytes: (await stat(path)).size, warnings };
      this.#exports.set(id, { ref, path });
      return ref;
    } catch (error) {
      await rm(join(this.#folder, id), { recursive: true, force: true });
      throw error;
    }
  }

  /** The same for a small file whose bytes are at hand. */
  addBytes(name: string, bytes: Uint8Array): Promise<ExportRef> {
    return this.add(name, async (path) => {
      await writeFile(path, bytes, { mode: 0o600 });
      return { warnings: [] };
    });
  }

  /** An export and where it lies, or null when there is none by that id any more. */
  find(id: string): KnownExport | null {
    return this.#exports.get(id) ?? null;
  }

  open(id: string): OpenExport | null {
    const found = this.#exports.get(id);
    return found === undefined ? null : { name: found.ref.name, bytes: found.ref.bytes, content: createReadStream(found.path) };
  }

  async release(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      if (this.#exports.delete(id)) {
        await rm(join(this.#folder, id), { recursive: true, force: true });
      }
    }
  }

  /** Empties the folder, also of what a killed process left. */
  async clear(): Promise<void> {
    this.#exports.clear();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
