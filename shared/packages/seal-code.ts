import * as z from 'zod';

/** How many groups of five digits a seal code has. */
const groups = 4;

/** 封存码 as it is typed or read: twenty digits, however they are spaced. */
export const sealCodeSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9]{20}$/));

/**
 * 封存码: what an expert reads out after sealing and before the discussion, so that later versions can be held against it. Four groups of
 * five digits, the first four 32-bit big-endian words of the SHA-256 of `data/document.json`, each modulo 100000. The hash stands in
 * `manifest-sha256.txt`, under the signature, and is the same whichever way the package travels.
 */
export function sealCode(documentSha256: string): string[] {
  return Array.from({ length: groups }, (_, group) =>
    String(Number.parseInt(documentSha256.slice(group * 8, group * 8 + 8), 16) % 100_000).padStart(5, '0'),
  );
}
