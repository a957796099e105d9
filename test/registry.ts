import type { TestContext } from 'vitest';

/** What npm says where no registry can be reached: a name that can't be resolved, nobody there, no answer. */
const unreachable =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/;

/**
 * Ends a test whose npm reached no registry, given what it said: what it would show can't be seen from here, and the run says so. Under
 * CI it fails: there a registry answers.
 */
export function noRegistry(said: string, { skip }: TestContext): void {
  const code = unreachable.exec(said)?.[0];
  if (code !== undefined) {
    if (process.env['CI'] !== undefined) {
      throw new Error(`no npm registry answers (${code}):\n${said}`);
    }
    skip(`NOT SHOWN: no npm registry answers here (${code})`);
  }
}
