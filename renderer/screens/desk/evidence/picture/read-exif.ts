import { parse } from 'exifr';
import * as z from 'zod';

const tagsSchema = z.object({
  DateTimeOriginal: z.string().optional().catch(undefined),
  CreateDate: z.string().optional().catch(undefined),
  OffsetTimeOriginal: z.string().optional().catch(undefined),
  Make: z.string().optional().catch(undefined),
  Model: z.string().optional().catch(undefined),
  Software: z.string().optional().catch(undefined),
  latitude: z.number().optional().catch(undefined),
  longitude: z.number().optional().catch(undefined),
});

export type Exif = {
  /** As the camera wrote it: `2022-10-20 09:30:00 +08:00`. */
  readonly takenAt: string | null;
  readonly camera: string | null;
  /** The program that wrote the file; an image editor betrays itself here. */
  readonly software: string | null;
  /** Degrees, north and east positive. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
};

/** What a photo says of itself. Only the first part of the file is read. What it does not say is null. */
export async function readExif(url: string): Promise<Exif> {
  // Values as written: a time without its zone must not become another hour.
  const parsed: unknown = await parse(url, { reviveValues: false, gps: true });
  const tags = tagsSchema.parse(parsed ?? {});
  const time = /^(\d{4}):(\d{2}):(\d{2}) (.+)$/u.exec(tags.DateTimeOriginal ?? tags.CreateDate ?? '');
  const { latitude, longitude } = tags;
  return {
    takenAt: time === null ? null : `${time[1]}-${time[2]}-${time[3]} ${[time[4], tags.OffsetTimeOriginal].filter(Boolean).join(' ')}`,
    camera: [tags.Make, tags.Model].filter(Boolean).join(' ') || null,
    software: tags.Software ?? null,
    place: isOnEarth(latitude, 90) && isOnEarth(longitude, 180) ? { latitude, longitude } : null,
  };
}

function isOnEarth(degrees: number | undefined, limit: number): degrees is number {
  return degrees !== undefined && Number.isFinite(degrees) && Math.abs(degrees) <= limit;
}
