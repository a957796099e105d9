import { AuditedStore } from './audited-store.ts';

/** A seal code as the chair wrote it down: twenty digits. */
export type NotedCode = { expert: string; code: string; notedAt: string };

/** What experts read out after sealing. The last one of an expert counts; those before stay on record. */
export class NotedCodesStore extends AuditedStore {
  add({ round, expert, code }: { round: string; expert: string; code: string }): void {
    this.records.transaction(() => {
      this.records.run(this.records.query.insertInto('noted_code').values({ round, expert, code, noted_at: this.now() }));
      this.audit.append('merge/code-noted', { round, expert, code });
    });
  }

  /** By expert, the last one written down. */
  current(round: string): Map<string, NotedCode> {
    const rows = this.records.all(this.records.query.selectFrom('noted_code').selectAll().where('round', '=', round).orderBy('number'));
    return new Map(rows.map(({ expert, code, noted_at: notedAt }) => [expert, { expert, code, notedAt }]));
  }
}
