import { resolutionSchema, type Resolution } from '#shared/domain/result.ts';
import type { Records } from '../records.ts';
import { canonicalJson, type AuditStore } from './audit.ts';
import type { Clock } from './clock.ts';

/** A decision of the chair's; `superseded` when a later one on the same matter took its place. */
export type KeptResolution = { resolution: Resolution; recordedAt: string; superseded: boolean };

/** What the chair decided while merging. */
export class ResolutionsStore {
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #now: Clock;

  constructor(records: Records, audit: AuditStore, now: Clock) {
    this.#records = records;
    this.#audit = audit;
    this.#now = now;
  }

  /** Keeps a decision; an earlier one on the same matter is superseded by it. */
  add(round: string, resolution: Resolution): void {
    const document = canonicalJson(resolution);
    const matter = matterOf(resolution);
    this.#records.transaction(() => {
      this.#records.run(this.#records.query.insertInto('resolution').values({ round, matter, document, recorded_at: this.#now() }));
      this.#audit.append('merge/resolved', { round, matter });
    });
  }

  /** The decisions that stand, oldest first: what the merge reads. */
  current(round: string): Resolution[] {
    return this.all(round).flatMap(({ resolution, superseded }) => (superseded ? [] : [resolution]));
  }

  /** Every decision, oldest first. */
  all(round: string): KeptResolution[] {
    const rows = this.#records.all(this.#records.query.selectFrom('resolution').selectAll().where('round', '=', round).orderBy('number'));
    const newest = new Map(rows.map((row) => [row.matter, row.number]));
    return rows.map((row) => ({
      resolution: resolutionSchema.parse(JSON.parse(row.document)),
      recordedAt: row.recorded_at,
      superseded: newest.get(row.matter) !== row.number,
    }));
  }
}

/** What a decision is about, without what was decided, by whom and why. */
function matterOf(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'exclude-expert':
      return canonicalJson([resolution.kind, resolution.expert, resolution.application]);
    case 'gate':
    case 'measurement':
      return canonicalJson([resolution.kind, resolution.application, resolution.occupation, resolution.levelGroup, resolution.item]);
    case 'deviation':
      return canonicalJson([resolution.kind, resolution.application, resolution.occupation, resolution.expert]);
    case 'tie':
      return canonicalJson([resolution.kind, resolution.order.map((candidate) => canonicalJson(candidate)).toSorted()]);
    case 'election':
      return canonicalJson([resolution.kind]);
    default:
      return resolution satisfies never;
  }
}
