/** What is used of pdf.js's own picture decoders, which come without types. */
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  /** Keeps a picture as 16-bit coefficients and draws it at the size asked for: a fifth of what a whole bitmap takes. */
  export class JpegImage {
    constructor();
    parse(data: Uint8Array): void;
    readonly width: number;
    readonly height: number;
    getData(size: { width: number; height: number; forceRGB: true }): Uint8ClampedArray;
  }
  export function setVerbosityLevel(level: number): void;
}
