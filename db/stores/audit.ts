import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Records } from '../database/records.ts';
import type { Clock } from './clock.ts';

/** One link of the chain. `payload` is canonical JSON (RFC 8785). */
export type AuditEvent = { seq: number; at: string; kind: string; payload: string; previous: string; hash: string };

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What the first event has for a previous hash, and the head of an empty chain. */
const beginning = '0'.repeat(64);

/** The append-only, hash-chained record of everything that happens in a workspace (design.md §4). */
export class AuditStore {
  readonly #records: Records;
  readonly #now: Clock;

  constructor(records: Records, now: Clock) {
    this.#records = records;
    this.#now = now;
  }

  /** Adds an event; call it inside the transaction of what it tells. */
  append(kind: string, payload: JsonValue): AuditEvent {
    return this.#records.transaction(() => {
      const { query } = this.#records;
      const last = this.#records.first(query.selectFrom('audit_event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1));
      const event = {
        seq: (last?.seq ?? 0) + 1,
        at: this.#now(),
        kind,
        payload: canonicalJson(payload),
        previous: last?.hash ?? beginning,
      };
      const linked = { ...event, hash: hashOf(event) };
      this.#records.run(query.insertInto('audit_event').values(linked));
      return linked;
    });
  }

  /** The newest hash and how many events there are: what a signed document carries. */
  head(): { head: string; count: number } {
    const { query } = this.#records;
    const last = this.#records.first(query.selectFrom('audit_event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1));
    return { head: last?.hash ?? beginning, count: last?.seq ?? 0 };
  }

  /** Events after `after`, oldest first. */
  list({ after = 0, limit = 1000 }: { after?: number; limit?: number } = {}): AuditEvent[] {
    return this.#records.all(
      this.#records.query.selectFrom('audit_event').selectAll().where('seq', '>', after).orderBy('seq').limit(limit),
    );
  }

  /** Recomputes every link. `brokenAt` is the first event that doesn't hold. */
  verifyChain(): { holds: true; count: number } | { holds: false; brokenAt: number } {
    let previous = beginning;
    let count = 0;
    for (;;) {
      const events = this.list({ after: count });
      if (events.length === 0) {
        return { holds: true, count };
      }
      for (const event of events) {
        if (event.seq !== count + 1 || event.previous !== previous || event.hash !== hashOf(event)) {
          return { holds: false, brokenAt: count + 1 };
        }
        previous = event.hash;
        count = event.seq;
      }
    }
  }
}

/** Canonical JSON (RFC 8785) of plain data. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) {
    throw new TypeError('not a JSON value');
  }
  return json;
}

/** SHA-256 of a text, lower-case hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hashOf({ seq, at, kind, payload, previous }: Omit<AuditEvent, 'hash'>): string {
  return sha256Of(canonicalJson({ seq, at, kind, payload, previous }));
}
