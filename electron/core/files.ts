import { randomUUID } from 'node:crypto';
import type { Spool } from '#db/evidence/spool.ts';
import type { FileRef } from '#shared/api/base.ts';
import { refused, type Result } from '#shared/result.ts';
import { openFileSource, type PackageSource } from '../packages/source.ts';
import type { FileSource } from './host-services.ts';
import type { SourceCode } from '../packages/source.ts';

type KnownFile = { readonly ref: FileRef; readonly path: string } | { readonly ref: FileRef; readonly spool: Spool };

/**
 * The files a user has handed over, by id: a path where the host has paths, an encrypted private copy where the page
 * uploaded it. The page never sees a path it could make up.
 */
export class HandedFiles {
  readonly #files = new Map<string, KnownFile>();

  /**
   * Makes a file known. An upload goes to a copy from `createSpool`; one that breaks off, or is still coming when the signal
   * fires, leaves nothing.
   */
  async register(
    source: FileSource,
    { createSpool, signal }: { createSpool: () => Promise<Spool>; signal: AbortSignal },
  ): Promise<FileRef> {
    const ref = { id: randomUUID(), name: source.name, path: source.relativePath };
    if (source.kind === 'path') {
      const opened = await openFileSource(source.path, source.name);
      // What can't be opened is refused when it is used, with its own sentence.
      const bytes = opened.ok ? opened.value.size : 0;
      if (opened.ok) {
        await opened.value.close();
      }
      return this.#keep({ ref: { ...ref, bytes }, path: source.path });
    }
    const spool = await createSpool();
    try {
      for await (const chunk of whileWanted(source.content, signal)) {
        await spool.write(chunk);
      }
    } catch (error) {
      await spool.discard();
      throw error;
    }
    return this.#keep({ ref: { ...ref, bytes: spool.size }, spool });
  }

  /** What was said of a file when it was handed over, or null when it has been released. */
  ref(id: string): FileRef | null {
    return this.#files.get(id)?.ref ?? null;
  }

  /** The bytes of a file; the caller closes the source. */
  async open(id: string): Promise<Result<PackageSource, SourceCode | 'files/released'>> {
    const file = this.#files.get(id);
    if (file === undefined) {
      return refused('files/released');
    }
    if ('path' in file) {
      return openFileSource(file.path, file.ref.name);
    }
    const { spool } = file;
    return { ok: true, value: { size: spool.size, read: (offset, length) => spool.read(offset, length), close: () => Promise.resolve() } };
  }

  /** Forgets files; an uploaded copy is deleted, what stands on the user's disk stays. */
  async release(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      const file = this.#files.get(id);
      this.#files.delete(id);
      if (file !== undefined && 'spool' in file) {
        await file.spool.discard();
      }
    }
  }

  releaseAll(): Promise<void> {
    return this.release([...this.#files.keys()]);
  }

  #keep(file: KnownFile): FileRef {
    this.#files.set(file.ref.id, file);
    return file.ref;
  }
}

/** What comes, until the signal fires: a sender that has fallen silent would keep a plain loop waiting. */
async function* whileWanted(content: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const unwanted = Promise.withResolvers<never>();
  const stop = (): void => unwanted.reject(signal.reason);
  // Nobody may be waiting just then.
  unwanted.promise.catch(() => undefined);
  signal.addEventListener('abort', stop);
  const chunks = content[Symbol.asyncIterator]();
  try {
    for (;;) {
      signal.throwIfAborted();
      const step = await Promise.race([chunks.next(), unwanted.promise]);
      if (step.done === true) {
        return;
      }
      yield step.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Not awaited: it ends only when the sender says something.
    chunks.return?.().catch(() => undefined);
  }
}
