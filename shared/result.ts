import type { RefusalCode } from './refusals/codes.ts';
import type { Refusal } from './refusals/refusal.ts';

/**
 * The outcome of a step that may be refused, with the codes that it may be refused with: the type says them, so that who calls it handles each and the
 * compiler sees one that is new. Without `Code` it is whatever its callbacks throw ({@link catchRefusal}).
 */
export type Result<Value, Code extends RefusalCode = RefusalCode> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** A step that went well. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** A step that was refused, for the reason that `code` names. */
export function refused<Code extends RefusalCode>(code: Code, details: Refusal['details'] = {}): Result<never, Code> {
  return { ok: false, refusal: { code, details } };
}

/**
 * Carries a refusal out of a deep pipeline (a stream, a transaction) to the function that turns it into a `Result`.
 * Public functions return results; only what lies between such a function and its own callbacks throws this.
 */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, details: Refusal['details'] = {}) {
    super(code);
    this.name = 'RefusedError';
    this.refusal = { code, details };
  }
}

/** Runs `step` and turns a {@link RefusedError} it throws into a refused result; anything else is still thrown. */
export async function catchRefusal<Value>(step: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await step());
  } catch (error) {
    if (error instanceof RefusedError) {
      return { ok: false, refusal: error.refusal };
    }
    throw error;
  }
}

/** The value of a result, or its refusal thrown, for whoever is inside {@link catchRefusal}. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) {
    throw new RefusedError(result.refusal.code, result.refusal.details);
  }
  return result.value;
}
