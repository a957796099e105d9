import { fileTypeFromBuffer } from 'file-type';

/** As much of a file as is looked at to tell its kind. */
export const pictureTypeBytes = 4100;

const pictureTypes: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/apng', 'image/png'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['image/bmp', 'image/bmp'],
  ['image/tiff', 'image/tiff'],
  ['image/heic', 'image/heic'],
  ['image/heif', 'image/heic'],
  ['image/avif', 'image/heic'],
]);

/** The type of a picture by its first bytes, whatever its name says; null for what is no picture. Looks at {@link pictureTypeBytes} at most. */
export async function pictureTypeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, pictureTypeBytes));
  return found === undefined ? null : (pictureTypes.get(found.mime) ?? null);
}
