/** Inclusive positions, as in `Content-Range`. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * What a `Range` header asks of a file of `bytes` bytes (RFC 9110 §14.2): the one range, `unsatisfiable`, or `whole` where the
 * header is absent, malformed, of another unit or names several ranges, which a server may ignore.
 */
export function parseByteRange(header: string | null, bytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') {
    return 'whole';
  }
  if (from === '') {
    const suffix = Math.min(Number(to), bytes);
    return suffix === 0 ? 'unsatisfiable' : { first: bytes - suffix, last: bytes - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) {
    return 'whole';
  }
  if (first >= bytes) {
    return 'unsatisfiable';
  }
  return { first, last: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}
