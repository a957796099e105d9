import { type NewResolution, newResolutionSchema, type Resolution } from '#shared/domain/result.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson } from './audit.ts';

/** A decision of the chair's; `superseded` when a later one on the same matter took its place. */
export type KeptResolution = { resolution: Resolution; recordedAt: string; superseded: boolean };

/** What the chair decided while merging. */
export class ResolutionsStore extends AuditedStore {
  /** Keeps a decision under the round's next number; an earlier one on the same matter is superseded by it. */
  add(round: string, resolution: NewResolution): void {
    const document = canonicalJson(resolution);
    const matter = matterOf(resolution);
    this.records.transaction(() => {
      this.records.run(this.records.query.insertInto('resolution').values({ round, matter, document, recorded_at: this.now() }));
      this.audit.append('merge/resolved', { round, matter });
    });
  }

  /** The decisions that stand, oldest first: what the merge reads. */
  current(round: string): Resolution[] {
    return this.all(round).flatMap(({ resolution, superseded }) => (superseded ? [] : [resolution]));
  }

  /** Every decision, oldest first. */
  all(round: string): KeptResolution[] {
    const rows = this.records.all(this.records.query.selectFrom('resolution').selectAll().where('round', '=', round).orderBy('number'));
    const newest = new Map(rows.map((row) => [row.matter, row.number]));
    // Rows are only ever added, so a decision's place among those of its round is its number for good.
    return rows.map((row, index) => ({
      resolution: { ...newResolutionSchema.parse(JSON.parse(row.document)), sequence: index + 1 },
      recordedAt: row.recorded_at,
      superseded: newest.get(row.matter) !== row.number,
    }));
  }
}

/** What a decision is about, without what was decided, by whom and why; an exclusion and its withdrawal are about the same. */
function matterOf(resolution: NewResolution): string {
  switch (resolution.kind) {
    case 'exclude-expert':
    case 'withdraw-exclusion':
      return canonicalJson(['exclude-expert', resolution.expert, resolution.application]);
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
