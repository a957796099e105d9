import * as exifr from 'exifr';
import jpeg from 'jpeg-js';
import * as z from 'zod';
import type { PhotoFact } from '#shared/domain/facts.ts';

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
    perceptualHash: perceptualHash(bytes),
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

/**
 * Difference hash: the picture's light averaged to 9 × 8 fields, one bit for each field brighter than its right neighbour.
 * Null for what is no JPEG that can be decoded within bounds.
 */
export function perceptualHash(bytes: Uint8Array): string | null {
  try {
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      maxResolutionInMP: 60,
      maxMemoryUsageInMB: 512,
      formatAsRGBA: false,
    });
    const light = averages({ width, height, data });
    let hash = 0n;
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 8; column++) {
        hash = (hash << 1n) | ((light[row * 9 + column] ?? 0) > (light[row * 9 + column + 1] ?? 0) ? 1n : 0n);
      }
    }
    return hash.toString(16).padStart(16, '0');
  } catch {
    return null;
  }
}

function averages({ width, height, data }: { width: number; height: number; data: Uint8Array }): number[] {
  // Every pixel of a large photo is not needed for 72 averages.
  const step = Math.max(1, Math.floor(Math.min(width, height) / 160));
  const sums = Array.from({ length: 72 }, () => 0);
  const counts = Array.from({ length: 72 }, () => 0);
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const field = Math.floor((y * 8) / height) * 9 + Math.floor((x * 9) / width);
      const at = (y * width + x) * 3;
      sums[field] = (sums[field] ?? 0) + 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      counts[field] = (counts[field] ?? 0) + 1;
    }
  }
  return sums.map((sum, field) => sum / Math.max(1, counts[field] ?? 1));
}
