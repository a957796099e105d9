import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Long enough for an old laptop to start its browser, short enough that an address left in a terminal is worth nothing. */
const lifetimeMilliseconds = 5 * 60 * 1000;

export interface EntryTokens {
  /** A new token for the address bar: works once, for five minutes. */
  issue: () => string;
  /** Starts a session for a page that came back and knew the passphrase. */
  readmit: () => string;
  /** Uses a token up and starts a session; null when the token is unknown, used or too old. */
  exchange: (token: string) => string | null;
  isSession: (secret: string) => boolean;
}

/**
 * Tokens travel in an address, which browsers write into their history, so they are worth a session only once. Only hashes are
 * kept, and compared in constant time.
 */
export function createEntryTokens(now: () => Date): EntryTokens {
  let pending: { hash: Buffer; until: number }[] = [];
  const sessions: Buffer[] = [];
  const start = (): string => {
    const session = secret();
    sessions.push(hashOf(session));
    return session;
  };
  return {
    issue() {
      const token = secret();
      pending.push({ hash: hashOf(token), until: now().getTime() + lifetimeMilliseconds });
      return token;
    },
    exchange(token) {
      const hash = hashOf(token);
      const alive = pending.filter(({ until }) => now().getTime() < until);
      pending = alive.filter((candidate) => !timingSafeEqual(candidate.hash, hash));
      if (pending.length === alive.length) {
        return null;
      }
      return start();
    },
    readmit: start,
    isSession(candidate) {
      const hash = hashOf(candidate);
      return sessions.some((session) => timingSafeEqual(session, hash));
    },
  };
}

const secret = () => randomBytes(32).toString('base64url');
const hashOf = (text: string) => createHash('sha256').update(text).digest();
