import type { Records } from '../database/records.ts';
import type { AuditStore } from './audit.ts';
import type { Clock } from './clock.ts';

/** What most stores stand on: the records, the chain that says what was done to them, and the clock that says when. */
export abstract class AuditedStore {
  protected readonly records: Records;
  protected readonly audit: AuditStore;
  protected readonly now: Clock;

  constructor(records: Records, audit: AuditStore, now: Clock) {
    this.records = records;
    this.audit = audit;
    this.now = now;
  }
}
