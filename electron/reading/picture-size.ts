/** A picture's measures as its header says; `samples` is what a decoder has to keep: every pixel of every colour. */
export type PictureSize = { readonly width: number; readonly height: number; readonly samples: number };

/** More pixels than any camera or scanner makes; the file may still be a few bytes. */
export const picturePixelsLimit = 250_000_000;

/**
 * The size of a PNG, JPEG, GIF, BMP or WebP, from its header alone: nothing is decoded. Null for other files and where the header
 * does not say.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngSize(view) ?? jpegSize(view) ?? gifSize(view) ?? bmpSize(view) ?? webpSize(view);
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}

function sizeOf(width: number, height: number, perPixel = 4): PictureSize {
  return { width, height, samples: width * height * perPixel };
}

function pngSize(view: DataView): PictureSize | null {
  return view.getUint32(0) === 0x89_50_4e_47 ? sizeOf(view.getUint32(16), view.getUint32(20)) : null;
}

function gifSize(view: DataView): PictureSize | null {
  return view.getUint32(0) === 0x47_49_46_38 ? sizeOf(view.getUint16(6, true), view.getUint16(8, true)) : null;
}

function bmpSize(view: DataView): PictureSize | null {
  return view.getUint16(0) === 0x42_4d ? sizeOf(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))) : null;
}

function webpSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x52_49_46_46 || view.getUint32(8) !== 0x57_45_42_50) {
    return null;
  }
  switch (view.getUint32(12)) {
    case 0x56_50_38_58: // VP8X
      return sizeOf((view.getUint32(24, true) & 0xff_ff_ff) + 1, (view.getUint32(26, true) >>> 8) + 1);
    case 0x56_50_38_4c: {
      // VP8L: 14 bits each
      const bits = view.getUint32(21, true);
      return sizeOf((bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1);
    }
    case 0x56_50_38_20: // VP8
      return sizeOf(view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff);
    default:
      return null;
  }
}

/** From the frame header (SOF0 to SOF15), which other segments, EXIF among them, stand before. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xff_d8) {
    return null;
  }
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5), samplesPerPixel(view, at + 9));
    }
    const hasLength = marker >= 0xc0 && marker <= 0xfe && (marker < 0xd0 || marker > 0xd9);
    at += hasLength ? 2 + view.getUint16(at + 2) : 1;
  }
}

/** Colours are mostly kept at a half or a quarter of the pixels: the sampling factors of the frame header say. */
function samplesPerPixel(view: DataView, at: number): number {
  const factors = Array.from({ length: view.getUint8(at) }, (_, component) => {
    const both = view.getUint8(at + 2 + component * 3);
    return (both >> 4) * (both & 15);
  });
  const most = Math.max(1, ...factors);
  return factors.reduce((sum, factor) => sum + factor, 0) / most;
}
