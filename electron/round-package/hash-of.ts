import { createHash } from 'node:crypto';
import { canonicalBytes } from '../packages/canonical.ts';

/** What identifies a rubric or the rules: the SHA-256 of their canonical JSON (design.md §1, §9). */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}
