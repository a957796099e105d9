import { open } from 'node:fs/promises';
import { decode } from 'jpeg-js';

/**
 * Writes pictures (JPEG, all of one size, even on both sides) as an uncompressed film for Chromium's fake video device: YUV4MPEG2, 4:2:0,
 * grey. Chromium plays it in a loop.
 */
export async function writeFilm(path: string, pictures: readonly Buffer[], framesPerSecond: number): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const [index, picture] of pictures.entries()) {
      const { width, height, data } = decode(picture, { useTArray: true });
      if (index === 0) {
        await file.write(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420mpeg2\n`);
      }
      // Green stands for brightness: the screen shows black on white.
      const luma = Uint8Array.from({ length: width * height }, (_, pixel) => data[pixel * 4 + 1] ?? 0);
      const chroma = new Uint8Array((width * height) / 2).fill(128);
      await file.write('FRAME\n');
      await file.write(luma);
      await file.write(chroma);
    }
  } finally {
    await file.close();
  }
}
