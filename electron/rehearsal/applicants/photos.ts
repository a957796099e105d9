import jpeg from 'jpeg-js';
import type { Dice } from './dice.ts';

const size = { width: 640, height: 480 };

/** A drawn room as a JPEG with EXIF time and place, marked as made up in its description. */
export function makePhoto({ dice, takenAt }: { dice: Dice; takenAt: string }): Buffer {
  const { width, height } = size;
  const data = Buffer.alloc(width * height * 4, 255);
  const fill = (area: { x: number; y: number; w: number; h: number }, [red, green, blue]: readonly number[]): void => {
    for (let y = Math.max(0, area.y); y < Math.min(height, area.y + area.h); y++) {
      for (let x = Math.max(0, area.x); x < Math.min(width, area.x + area.w); x++) {
        data.writeUInt32BE((((red ?? 0) << 24) | ((green ?? 0) << 16) | ((blue ?? 0) << 8) | 255) >>> 0, (y * width + x) * 4);
      }
    }
  };
  const shade = (): number[] => [dice.between(90, 230), dice.between(90, 230), dice.between(90, 230)];
  const floor = dice.between(200, 300);
  fill({ x: 0, y: 0, w: width, h: floor }, shade());
  fill({ x: 0, y: floor, w: width, h: height - floor }, shade());
  for (let window = dice.between(1, 4); window > 0; window--) {
    fill({ x: dice.between(0, 520), y: dice.between(20, 80), w: dice.between(60, 140), h: dice.between(60, 120) }, [225, 238, 250]);
  }
  const desk = shade();
  const [columns, rows, offset] = [dice.between(4, 8), dice.between(3, 5), dice.between(0, 60)];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = offset + Math.floor((column * (width - offset)) / columns);
      const y = floor + 10 + Math.floor((row * (height - floor - 20)) / rows);
      fill({ x, y, w: Math.floor(380 / columns), h: 18 }, desk);
      fill({ x: x + 12, y: y - 14, w: 26, h: 14 }, [40, 44, 52]);
    }
  }
  const picture = {
    width,
    height,
    data,
    exifBuffer: exif({ takenAt, latitude: 28 + dice.between(0, 99) / 1000, longitude: 120.6 + dice.between(0, 99) / 1000 }),
  };
  return jpeg.encode(picture, 72).data;
}

type Tag = { readonly tag: number; readonly type: 2 | 4 | 5; readonly count: number; readonly value: Buffer };

/** An Exif segment (Exif 2.32, TIFF 6.0, big-endian) with description, time and place. */
function exif({ takenAt, latitude, longitude }: { takenAt: string; latitude: number; longitude: number }): Buffer {
  const main = [ascii(0x010e, 'practice, fictitious'), ascii(0x010f, 'Linping'), ascii(0x0110, 'rehearsal')];
  const header = Buffer.from('MM\u0000\u002a\u0000\u0000\u0000\u0008', 'latin1');
  // The main directory has two pointers more than tags of its own; what they point to follows it.
  const exifAt = 8 + directoryBytes([...main, pointer(0x8769, 0), pointer(0x8825, 0)]);
  const exifTags = [ascii(0x9003, takenAt.replaceAll('-', ':').replace('T', ' ').slice(0, 19))];
  const gpsAt = exifAt + directoryBytes(exifTags);
  const gpsTags = [ascii(0x0001, 'N'), degrees(0x0002, latitude), ascii(0x0003, 'E'), degrees(0x0004, longitude)];
  return Buffer.concat([
    Buffer.from('Exif\u0000\u0000', 'latin1'),
    header,
    directory([...main, pointer(0x8769, exifAt), pointer(0x8825, gpsAt)], 8),
    directory(exifTags, exifAt),
    directory(gpsTags, gpsAt),
  ]);
}

function ascii(tag: number, content: string): Tag {
  return { tag, type: 2, count: content.length + 1, value: Buffer.from(`${content}\u0000`, 'latin1') };
}

function pointer(tag: number, to: number): Tag {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(to);
  return { tag, type: 4, count: 1, value };
}

function degrees(tag: number, angle: number): Tag {
  const minutes = (angle - Math.floor(angle)) * 60;
  const value = Buffer.alloc(24);
  [Math.floor(angle), 1, Math.floor(minutes), 1, Math.round((minutes - Math.floor(minutes)) * 6000), 100].forEach((number, index) =>
    value.writeUInt32BE(number, index * 4),
  );
  return { tag, type: 5, count: 3, value };
}

function directoryBytes(tags: readonly Tag[]): number {
  return tags.reduce((sum, { value }) => sum + 12 + (value.length > 4 ? value.length + (value.length % 2) : 0), 2 + 4);
}

function directory(tags: readonly Tag[], at: number): Buffer {
  const entries = Buffer.alloc(2 + tags.length * 12 + 4);
  entries.writeUInt16BE(tags.length);
  const values: Buffer[] = [];
  let next = at + entries.length;
  tags.forEach(({ tag, type, count, value }, index) => {
    const place = 2 + index * 12;
    entries.writeUInt16BE(tag, place);
    entries.writeUInt16BE(type, place + 2);
    entries.writeUInt32BE(count, place + 4);
    if (value.length <= 4) {
      value.copy(entries, place + 8);
      return;
    }
    entries.writeUInt32BE(next, place + 8);
    const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
    values.push(padded);
    next += padded.length;
  });
  return Buffer.concat([entries, ...values]);
}
