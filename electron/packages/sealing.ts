import { Decrypter, Encrypter } from 'age-encryption';
import { RefusedError } from '#shared/result.ts';
import { sourceChunks, type PackageSource } from './source.ts';
import { memorySpool, type Spool } from './spool.ts';

const ageMagic = 'age-encryption.org/v1\n';

/** Far above the header of a package for a whole panel (about 100 bytes per recipient). */
const ageHeaderLimit = 64 * 1024;

/** A sealed package at most this large may be opened in memory, when the caller supplies no spool. */
const memorySpoolLimit = 128 * 1024 * 1024;

/** What the first bytes of a file say it is. */
export async function packageEnvelope(source: PackageSource): Promise<'age' | 'zip' | 'json' | 'other'> {
  const start = Buffer.from(await source.read(0, ageMagic.length)).toString('latin1');
  if (start === ageMagic) {
    return 'age';
  }
  if (start.startsWith('PK')) {
    return 'zip';
  }
  return start.startsWith('{') ? 'json' : 'other';
}

/** `plain` wrapped whole in age v1 for X25519 `recipients` (`age1…`): the `age` command opens it. */
export async function* seal(plain: AsyncIterable<Uint8Array>, recipients: readonly string[]): AsyncGenerator<Uint8Array, void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    encrypter.addRecipient(recipient);
  }
  yield* chunksOf(await encrypter.encrypt(streamOf(plain)));
}

type Unsealing = {
  readonly source: PackageSource;
  readonly identities: readonly string[];
  readonly spool: Spool | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytes: number) => void;
};

/**
 * The decrypted package in the caller's spool. Throws refusals `package/key-needed` (no identity given),
 * `package/not-for-me` and `package/seal-broken`.
 */
export async function unseal({ source, identities, spool, signal, onBytes }: Unsealing): Promise<PackageSource> {
  if (identities.length === 0) {
    throw new RefusedError('package/key-needed');
  }
  if (spool === undefined && source.size > memorySpoolLimit) {
    throw new RangeError('a sealed package of this size needs a spool');
  }
  // age's parser reads until the header ends, however long that takes: look for its end first.
  const head = Buffer.from(await source.read(0, ageHeaderLimit)).toString('latin1');
  if (!/\n--- [A-Za-z0-9+/]{43}\n/.test(head)) {
    throw new RefusedError('package/seal-broken');
  }
  const decrypter = new Decrypter();
  for (const identity of identities) {
    decrypter.addIdentity(identity);
  }
  const ciphertext = counted(sourceChunks(source, 0, source.size, signal), onBytes);
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(streamOf(ciphertext));
  } catch (error) {
    signal?.throwIfAborted();
    throwUnlessAboutTheSeal(error);
    const noMatch = error instanceof Error && error.message.startsWith('no identity matched');
    throw new RefusedError(noMatch ? 'package/not-for-me' : 'package/seal-broken');
  }
  return (spool ?? memorySpool)(refusingBrokenSeal(chunksOf(plain), signal));
}

async function* refusingBrokenSeal(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      let step;
      try {
        step = await iterator.next();
      } catch (error) {
        signal?.throwIfAborted();
        throwUnlessAboutTheSeal(error);
        throw new RefusedError('package/seal-broken');
      }
      if (step.done === true) {
        return;
      }
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** The source's own failures (an errno, a refusal) stay what they are; what is left is age's parser and its authentication. */
function throwUnlessAboutTheSeal(error: unknown): void {
  if (error instanceof RefusedError || (error instanceof Error && 'errno' in error)) {
    throw error;
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await iterator.next();
        if (step.done === true) {
          controller.close();
        } else {
          controller.enqueue(step.value);
        }
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!finished) {
      await reader.cancel().catch(() => undefined);
    }
  }
}
