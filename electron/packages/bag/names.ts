import { RefusedError } from '#shared/result.ts';
import { bagLimits } from './limits.ts';

/**
 * A name of an untrusted ZIP entry, checked to be a plain relative path. Throws `package/name-…` refusals: leaves-bag, absolute,
 * backslash, control-character, too-deep and malformed (not UTF-8, empty or dotted segments, too long).
 */
export function checkedName(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new RefusedError('package/name-malformed', { name: printable(Buffer.from(raw).toString('latin1')) });
  }
  const shown = { name: printable(name) };
  if (name.includes('\\')) {
    throw new RefusedError('package/name-backslash', shown);
  }
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) {
    throw new RefusedError('package/name-control-character', shown);
  }
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) {
    throw new RefusedError('package/name-absolute', shown);
  }
  const segments = name.replace(/\/$/, '').split('/');
  if (segments.includes('..')) {
    throw new RefusedError('package/name-leaves-bag', shown);
  }
  if (raw.length > bagLimits.nameBytes || segments.some((segment) => !isPortableSegment(segment))) {
    throw new RefusedError('package/name-malformed', shown);
  }
  if (segments.length > bagLimits.depth) {
    throw new RefusedError('package/name-too-deep', shown);
  }
  return name;
}

/** Whether a file or folder may be called this on every system, FAT32 and Windows included. */
export function isPortableSegment(segment: string): boolean {
  return (
    segment !== '' &&
    segment !== '.' &&
    segment !== '..' &&
    Buffer.byteLength(segment) <= 240 &&
    !/[<>:"/\\|?*]/.test(segment) &&
    !/[. ]$/.test(segment) &&
    !/^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(segment)
  );
}

/** Two names with the same key would overwrite each other on some file system (case, Unicode normalisation). */
export function collisionKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/** An untrusted name made safe to print: control characters escaped, length bounded. */
export function printable(name: string): string {
  const escaped = name.replaceAll(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`,
  );
  return escaped.length > 120 ? `${escaped.slice(0, 80)}…${escaped.slice(-30)}` : escaped;
}
