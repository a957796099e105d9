import * as z from 'zod';

/** Why a file can't be read; it is listed all the same. The last five are set where a reading process came to its limits. */
export const fileProblemSchema = z.enum([
  'empty',
  'corrupt',
  'encrypted',
  'oversize',
  'legacy',
  'unknown',
  'picture-size',
  'too-long',
  'too-much-memory',
  'too-much',
  'broke-off',
]);
export type FileProblem = z.infer<typeof fileProblemSchema>;

/** The extension in lower case without its dot; '' for none. */
export function extensionOf(name: string): string {
  return (/\.([^./]{1,16})$/u.exec(name)?.[1] ?? '').toLowerCase();
}
