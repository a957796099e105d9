/**
 * A package as a sequence of QR codes: multi-part UR (Blockchain Commons BCR-2020-005, type `bytes`, CBOR) in capital letters, one part a
 * frame, so that a code can use its alphanumeric mode. The first `fragments` frames hold one fragment each, all later ones mixtures.
 */

/** How much of the package one frame holds, in bytes at most; more needs a sharper camera. */
export const frameSizes = { small: 150, medium: 300, large: 600 } as const;
export type FrameSize = keyof typeof frameSizes;

/** Frames shown in a second. */
export const frameSpeeds = [4, 8, 12, 16] as const;
export type FrameSpeed = (typeof frameSpeeds)[number];

/**
 * Error correction of the codes. What is lost, later frames bring again, and with more modules each is smaller: level L was read most often
 * at the same size on the screen (`npm run bench -- qr-frames`).
 */
export const frameErrorCorrection = 'low';

/** A package above this size takes minutes on the screen: a stick or a cable is the better way. */
export const largestPackageBytes = 64_000;

/** Rounds of frames shown before they repeat: one of plain fragments, the others of mixtures. */
export const roundsOfFrames = 3;

/** More photos than that are not named in a package without them; each takes its hash's room in the frames. */
export const mostFilesToFollow = 500;

/** What CBOR puts before the package's bytes, at most. */
export const cborHeadBytes = 5;

/** More fragments than any package within the limits has: a frame that claims more is not one of ours. */
export const mostFragments = Math.ceil((largestPackageBytes + cborHeadBytes) / frameSizes.small) + 1;

/** Characters of the longest frame that is looked at. */
export const longestFrame = 2 * (frameSizes.large + 40) + 40;

const framePattern = /^UR:BYTES\/([1-9][0-9]{0,9})-([1-9][0-9]{0,4})\/([A-Z]+)$/;

/** The parts of a frame's text, or null when it is none of ours: any QR code may come before the camera. */
export function parseFrame(text: string): { readonly sequence: number; readonly fragments: number; readonly body: string } | null {
  const match = text.length <= longestFrame ? framePattern.exec(text) : null;
  if (match?.[3] === undefined) {
    return null;
  }
  const [sequence, fragments] = [Number(match[1]), Number(match[2])];
  return fragments > mostFragments || sequence > 0xffff_ffff ? null : { sequence, fragments, body: match[3].toLowerCase() };
}

/** Seconds that the plain fragments take at a speed: what a camera needs that misses nothing. */
export function secondsAtBest(fragments: number, speed: FrameSpeed): number {
  return fragments / speed;
}
