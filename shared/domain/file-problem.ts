/** Why a file can't be read; it is listed all the same. */
export const fileProblems = [
  'empty',
  'corrupt',
  'encrypted',
  'oversize',
  'legacy',
  'unknown',
  // More pixels than any camera makes.
  'picture-size',
  // Where reading it came to a limit.
  'too-long',
  'too-much-memory',
  'too-much',
  'broke-off',
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** Whether opening a file may be more than a program can bear: it did not come through reading it, or it is a bomb of pixels. */
export function isHeavy(problem: string | null): boolean {
  return heavy.some((one) => one === problem);
}

const heavy: readonly FileProblem[] = ['picture-size', 'too-long', 'too-much-memory', 'broke-off'];
