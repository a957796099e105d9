import type { RefusalCode } from './codes.ts';

/**
 * An expected failure: something the user can do something about.
 *
 * `code` is stable and travels (API, command line, reports); `details` fills the sentence in `shared/refusals/` — file
 * names, numbers, never a person's data. What is not expected is thrown instead.
 */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly code: Code;
  readonly details: Readonly<Record<string, string | number>>;
};
