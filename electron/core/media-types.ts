const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv',
};

/**
 * The media type by a file's name, `application/octet-stream` for anything that isn't shown. An applicant chooses the
 * name, so nothing that a browser would run (HTML, SVG, script) is in the list.
 */
export function mediaTypeOf(name: string): string {
  return mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** The type of a picture by its first bytes, whatever its name says; null for what is no picture. */
export function imageTypeOf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (text.startsWith('\u00ff\u00d8\u00ff')) {
    return 'image/jpeg';
  }
  if (text.startsWith('\u0089PNG\r\n')) {
    return 'image/png';
  }
  if (text.startsWith('GIF8')) {
    return 'image/gif';
  }
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) {
    return 'image/webp';
  }
  if (text.startsWith('BM')) {
    return 'image/bmp';
  }
  return /^.{4}ftyp(?:heic|heix|mif1|msf1|avif)/su.test(text) ? 'image/heic' : null;
}
