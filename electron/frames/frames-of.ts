import { UR, UREncoder } from '@ngraveio/bc-ur';
import { frameSizes, roundsOfFrames, type FrameSize } from '#shared/qr/frames.ts';

export type FrameMaker = {
  /** How many fragments the bytes are cut into: at least so many frames have to be read. */
  readonly fragments: number;
  /** Frames in a whole showing; after the last comes the first again. */
  readonly count: number;
  /** The next frame. Takes about 1 ms for a few hundred fragments, growing with them. */
  readonly next: () => string;
};

/** Makes the frames of some bytes, in the order in which they are shown. */
export function frameMaker(bytes: Uint8Array, size: FrameSize): FrameMaker {
  // What fits into one code has another form in the standard, which no package is small enough for: two fragments at least.
  const fragmentBytes = Math.min(frameSizes[size], Math.ceil(bytes.length / 2));
  // The library's own type is Buffer.
  const encoder = new UREncoder(UR.fromBuffer(Buffer.from(bytes)), fragmentBytes, 0, 1);
  const fragments = encoder.fragmentsLength;
  return { fragments, count: fragments * roundsOfFrames, next: () => encoder.nextPart().toUpperCase() };
}
