/** The longer side of a copy for the screen, in pixels. */
const longestSide = 1600;

/** A picture drawn upright into a JPEG of at most 1600 pixels a side, as base64; null for what the browser can't show. */
export async function smallJpeg(source: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const size = { width: Math.max(1, Math.round(bitmap.width * scale)), height: Math.max(1, Math.round(bitmap.height * scale)) };
    const jpeg = await jpegOf(bitmap, size);
    bitmap.close();
    return jpeg;
  } catch {
    return null;
  }
}

/** What is drawn, as a JPEG in base64. */
export async function jpegOf(source: CanvasImageSource, { width, height }: { width: number; height: number }): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
}
