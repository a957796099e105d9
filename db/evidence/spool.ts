import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RefusedError } from '#shared/result.ts';
import { refusalOfFailure } from '../folder/failures.ts';
import { ownFolder } from '../folder/private-files.ts';

/** A private copy: written once from start to end, then read anywhere, then discarded. */
export type Spool = {
  /** Bytes written so far. */
  readonly size: number;
  /** Throws `RefusedError` `workspace/disk-full`. */
  write(bytes: Uint8Array): Promise<void>;
  /** At most `length` bytes from `offset`; fewer at the end. Ends the writing. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Deletes the copy. Harmless a second time. */
  discard(): Promise<void>;
};

const blockBytes = 2 ** 18;
const tagBytes = 16;

/**
 * A new spool in `folder`. Its key is random and never leaves this process, so what a killed process leaves behind is
 * noise; every block is sealed (AES-256-GCM, its place as the nonce), so a copy that was altered on disk is not read.
 * It needn't survive anything: no fsync, no log, which is what makes it faster than a staged file in the evidence store.
 */
export async function createSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: ownFolder });
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  return new SpoolFile(file, path);
}

/** Deletes what a killed process left in the spool folder. */
export async function dropSpools(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

class SpoolFile implements Spool {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #key = randomBytes(32);
  #size = 0;
  /** The last block, not yet full and not yet on disk. */
  readonly #tail = Buffer.alloc(blockBytes);
  #tailUsed = 0;
  #blocks = 0;
  #sealed = false;
  #discarded = false;
  #read: { place: number; block: Buffer } | null = null;

  constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  get size(): number {
    return this.#size;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#check();
    if (this.#sealed) {
      throw new Error('a spool is read only after its first read');
    }
    for (let from = 0; from < bytes.byteLength;) {
      const part = bytes.subarray(from, from + blockBytes - this.#tailUsed);
      this.#tail.set(part, this.#tailUsed);
      this.#tailUsed += part.byteLength;
      this.#size += part.byteLength;
      from += part.byteLength;
      if (this.#tailUsed === blockBytes) {
        await this.#writeTail();
      }
    }
  }

  async read(offset: number, length: number): Promise<Buffer> {
    this.#check();
    if (!this.#sealed) {
      this.#sealed = true;
      if (this.#tailUsed > 0) {
        await this.#writeTail();
      }
    }
    const end = Math.min(this.#size, offset + length);
    const parts: Buffer[] = [];
    for (let at = offset; at < end;) {
      const place = Math.floor(at / blockBytes);
      const block = await this.#block(place);
      const part = block.subarray(at - place * blockBytes, end - place * blockBytes);
      parts.push(part);
      at += part.byteLength;
    }
    return Buffer.concat(parts);
  }

  async discard(): Promise<void> {
    if (this.#discarded) {
      return;
    }
    this.#discarded = true;
    this.#key.fill(0);
    this.#tail.fill(0);
    this.#read = null;
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  /** A copy that is gone was gone with its workspace, or released. */
  #check(): void {
    if (this.#discarded) {
      throw new RefusedError('workspace/locked');
    }
  }

  async #writeTail(): Promise<void> {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce(this.#blocks));
    const sealed = Buffer.concat([cipher.update(this.#tail.subarray(0, this.#tailUsed)), cipher.final(), cipher.getAuthTag()]);
    const at = this.#blocks * (blockBytes + tagBytes);
    try {
      for (let written = 0; written < sealed.byteLength;) {
        written += (await this.#file.write(sealed, written, sealed.byteLength - written, at + written)).bytesWritten;
      }
    } catch (error) {
      const refusal = refusalOfFailure(error, { folder: dirname(dirname(this.#path)), file: 'spool' });
      throw refusal === null ? error : new RefusedError(refusal.code, refusal.details);
    }
    this.#blocks += 1;
    this.#tailUsed = 0;
  }

  async #block(place: number): Promise<Buffer> {
    const kept = this.#read;
    if (kept?.place === place) {
      return kept.block;
    }
    const bytes = Math.min(blockBytes, this.#size - place * blockBytes);
    const sealed = Buffer.allocUnsafe(bytes + tagBytes);
    let got = 0;
    while (got < sealed.byteLength) {
      const { bytesRead } = await this.#file.read(sealed, got, sealed.byteLength - got, place * (blockBytes + tagBytes) + got);
      if (bytesRead === 0) {
        throw new RefusedError('workspace/damaged', { file: 'spool' });
      }
      got += bytesRead;
    }
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce(place), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(bytes));
    const block = decipher.update(sealed.subarray(0, bytes));
    try {
      decipher.final();
    } catch {
      throw new RefusedError('workspace/damaged', { file: 'spool' });
    }
    this.#read = { place, block };
    return block;
  }
}

function nonce(place: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(place, 6, 6);
  return bytes;
}
