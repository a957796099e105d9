import { basename, dirname } from 'node:path';
import type { RefusalCode } from '#shared/refusals/codes.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { RefusedError } from '#shared/result.ts';

/** What a disk, a database or a step on them comes to that a user can act on. */
const failures = [
  'workspace/disk-full',
  'workspace/damaged',
  'workspace/not-writable',
  'workspace/backup-failed',
  'workspace/evidence-missing',
  'workspace/locked',
] as const satisfies RefusalCode[];

export type FailureCode = (typeof failures)[number];

/** Whether `error` carries this code, or an extended form of it (`SQLITE_BUSY` also means `SQLITE_BUSY_SNAPSHOT`). */
export function hasCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return false;
  }
  return error.code === code || error.code.startsWith(`${code}_`);
}

/** The refusal behind a failure of disk or database that a user can act on; null for anything else, which is a bug. */
export function refusalOfFailure(error: unknown, where: { folder: string; file: string }): Refusal<FailureCode> | null {
  if (error instanceof RefusedError) {
    const code = failures.find((one) => one === error.refusal.code);
    return code === undefined ? null : { code, details: error.refusal.details };
  }
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_WRITE'].some((code) => hasCode(error, code))) {
    return { code: 'workspace/disk-full', details: {} };
  }
  if (['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ'].some((code) => hasCode(error, code))) {
    return { code: 'workspace/damaged', details: { file: where.file } };
  }
  if (
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].some((code) =>
      hasCode(error, code),
    )
  ) {
    return { code: 'workspace/not-writable', details: { folder: where.folder } };
  }
  return null;
}

/** Runs `step` on the database at `path`; a full disk or a damaged file is thrown as a {@link RefusedError}, everything else as it came. */
export function refusingFailures<Value>(path: string, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    const refusal = refusalOfFailure(error, { folder: dirname(path), file: basename(path) });
    if (refusal !== null) {
      throw new RefusedError(refusal.code, refusal.details);
    }
    throw error;
  }
}
