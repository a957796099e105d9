import { URDecoder } from '@ngraveio/bc-ur';
import * as z from 'zod';
import { cborHeadBytes, frameSizes, largestPackageBytes, parseFrame } from '#shared/qr/frames.ts';

/** How far a sequence has come; `needed` is null before its first frame. */
export type Assembled = {
  /** Different frames of the sequence that were read. */
  readonly received: number;
  /** Fragments that are known already, out of `needed`. */
  readonly restored: number;
  readonly needed: number | null;
  /** The bytes, once all of them are there and their checksum holds. */
  readonly bytes: Uint8Array | null;
};

type Sequence = { readonly decoder: URDecoder; readonly seen: Set<string>; readonly needed: number };

/** Frames of so many sequences are kept apart: the one being shown, and some that were broken off or stand beside it. */
const sequencesKept = 3;

/**
 * Puts bytes together from frames: in any order, any of them missing or repeated. A frame whose checksum does not hold, or that is no
 * frame of ours, is ignored. Frames of another sequence (another package, or the same in another frame size) never mix with these.
 */
export class FrameAssembly {
  readonly #sequences = new Map<string, Sequence>();
  #newest: Sequence | null = null;

  /** Takes what a camera read. */
  add(text: string): void {
    const part = readPart(text);
    if (part === null) {
      return;
    }
    const sequence = this.#sequenceOf(part);
    this.#newest = sequence;
    if (sequence.seen.has(text) || sequence.decoder.isComplete()) {
      return;
    }
    sequence.seen.add(text);
    sequence.decoder.receivePart(text);
    if (sequence.decoder.isError()) {
      // Every frame's own checksum held and that of the whole does not: begin again rather than give anything out.
      this.#sequences.delete(part.name);
    }
  }

  /** How far the sequence is whose frame came last. */
  state(): Assembled {
    const newest = this.#newest;
    if (newest === null) {
      return { received: 0, restored: 0, needed: null, bytes: null };
    }
    const { decoder, seen, needed } = newest;
    const complete = decoder.isSuccess();
    return {
      received: seen.size,
      restored: complete ? needed : Math.min(decoder.receivedPartIndexes().length, needed),
      needed,
      bytes: complete ? new Uint8Array(decoder.resultUR().decodeCBOR()) : null,
    };
  }

  #sequenceOf({ name, fragments }: Part): Sequence {
    const found = this.#sequences.get(name) ?? { decoder: new URDecoder(), seen: new Set(), needed: fragments };
    // In the order of their last frame, so that the first is the one not seen for longest.
    this.#sequences.delete(name);
    this.#sequences.set(name, found);
    for (const old of [...this.#sequences.keys()].slice(0, -sequencesKept)) {
      this.#sequences.delete(old);
    }
    return found;
  }
}

type Part = { readonly name: string; readonly fragments: number };

/** A part as BCR-2024-001 has it in CBOR: its number, how many fragments, the message's length and CRC-32, and the bytes. */
const partSchema = z.tuple([
  z.int().positive(),
  z.int().positive(),
  z
    .int()
    .positive()
    .max(largestPackageBytes + cborHeadBytes),
  z.int().nonnegative(),
  z.instanceof(Uint8Array),
]);

/** What a frame is part of; null when it is none of ours, or was read wrongly. */
function readPart(text: string): Part | null {
  const frame = parseFrame(text);
  if (frame === null) {
    return null;
  }
  let cbor: unknown;
  try {
    // The words of a part are written as those of a whole message are: the CRC-32 at their end is checked here.
    cbor = URDecoder.decode(`ur:bytes/${frame.body}`).decodeCBOR();
  } catch {
    // The library throws one of several classes for what is no frame; to us they all mean the same.
    return null;
  }
  const part = partSchema.safeParse(cbor);
  if (!part.success) {
    return null;
  }
  const [sequence, fragments, messageBytes, checksum, fragment] = part.data;
  const fits =
    sequence === frame.sequence &&
    fragments === frame.fragments &&
    fragment.length === Math.ceil(messageBytes / fragments) &&
    fragment.length <= frameSizes.large;
  return fits ? { name: `${fragments}/${messageBytes}/${checksum}`, fragments } : null;
}
