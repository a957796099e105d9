import * as exifr from 'exifr';
import * as z from 'zod';
import type { PhotoFact } from '#shared/domain/facts.ts';
import { pictureSize } from './picture-size.ts';
import { pictureTypeOf } from './picture-type.ts';

const tagsSchema = z.object({
  DateTimeOriginal: z.string().optional(),
  CreateDate: z.string().optional(),
  OffsetTimeOriginal: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

/** When and where a photo was taken (EXIF), and its perceptual hash. What a photo does not tell is null. */
export async function readPhoto(bytes: Uint8Array): Promise<Omit<PhotoFact, 'attachment'>> {
  const tags = await readTags(bytes);
  const taken = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/u.exec(tags.DateTimeOriginal ?? tags.CreateDate ?? '');
  return {
    takenAt: taken === null ? null : `${taken[1]}-${taken[2]}-${taken[3]}T${taken[4]}${tags.OffsetTimeOriginal ?? ''}`,
    latitude: onEarth(tags.latitude, 90),
    longitude: onEarth(tags.longitude, 180),
    perceptualHash: await perceptualHash(bytes),
  };
}

async function readTags(bytes: Uint8Array): Promise<z.infer<typeof tagsSchema>> {
  try {
    const parsed = tagsSchema.safeParse(await exifr.default.parse(bytes, { reviveValues: false, gps: true }));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function onEarth(degrees: number | undefined, limit: number): number | null {
  return degrees === undefined || !Number.isFinite(degrees) || Math.abs(degrees) > limit ? null : degrees;
}

/** A decoder keeps two bytes for each. More than a camera of 100 megapixels gives; of a larger picture no hash is made. */
const samplesLimit = 160_000_000;
/** What is drawn of a picture to take its averages from. */
const drawn = { width: 288, height: 256 };

/**
 * Difference hash: the picture's light averaged to 9 × 8 fields, one bit for each field brighter than its right neighbour.
 * Null for what is no JPEG that can be decoded within bounds; its size is read from the header first.
 */
async function perceptualHash(bytes: Uint8Array): Promise<string | null> {
  const size = pictureSize(bytes);
  if (size === null || size.samples > samplesLimit || (await pictureTypeOf(bytes)) !== 'image/jpeg') {
    return null;
  }
  const { JpegImage, setVerbosityLevel } = await import('pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs');
  setVerbosityLevel(0);
  try {
    const picture = new JpegImage();
    picture.parse(bytes);
    const { width, height } = { width: Math.min(drawn.width, picture.width), height: Math.min(drawn.height, picture.height) };
    return differences(averages({ width, height, data: picture.getData({ width, height, forceRGB: true }) }));
  } catch {
    return null;
  }
}

function differences(light: readonly number[]): string {
  let hash = 0n;
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      hash = (hash << 1n) | ((light[row * 9 + column] ?? 0) > (light[row * 9 + column + 1] ?? 0) ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

function averages({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): number[] {
  const sums = Array.from({ length: 72 }, () => 0);
  const counts = Array.from({ length: 72 }, () => 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const field = Math.floor((y * 8) / height) * 9 + Math.floor((x * 9) / width);
      const at = (y * width + x) * 3;
      sums[field] = (sums[field] ?? 0) + 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      counts[field] = (counts[field] ?? 0) + 1;
    }
  }
  return sums.map((sum, field) => sum / Math.max(1, counts[field] ?? 1));
}
