import { applicationSchema, type Application, type Attachment } from '#shared/domain/application.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson } from './audit.ts';

/** A bundle taken in. `bundle` is its package's SHA-256, `bytes` its size; `signer` is the key that signed it, if any. */
export type KeptApplication = { bundle: string; bytes: number; signer: string | null; receivedAt: string; application: Application };

/** One application as a list needs it, without reading its document. */
export type ApplicationHeading = { bundle: string; id: string; applicant: string; bytes: number; receivedAt: string };

/** Applications by bundle, and which round each is in. The files themselves are in the evidence store, by hash. */
export class ApplicationsStore extends AuditedStore {
  /** Keeps an application; the same bundle again is `unchanged`. Call it after the bundle's evidence was committed. */
  keep({ bundle, bytes, signer, application }: Omit<KeptApplication, 'receivedAt'>): 'taken' | 'unchanged' {
    return this.records.transaction(() => {
      const { query } = this.records;
      const { changes } = this.records.run(
        query
          .insertInto('application')
          .values({
            bundle,
            id: application.id,
            applicant: application.applicant.name,
            bytes,
            document: canonicalJson(application),
            signer,
            received_at: this.now(),
          })
          .onConflict((conflict) => conflict.doNothing()),
      );
      if (changes === 0) {
        return 'unchanged';
      }
      application.attachments.forEach((attachment, position) => {
        this.records.run(query.insertInto('attachment').values({ bundle, position, ...attachment }));
      });
      this.audit.append('application/received', { bundle, application: application.id });
      return 'taken';
    });
  }

  /** One application with its document, or null. */
  get(bundle: string): KeptApplication | null {
    const row = this.records.first(this.records.query.selectFrom('application').selectAll().where('bundle', '=', bundle));
    return row === undefined
      ? null
      : {
          bundle,
          bytes: row.bytes,
          signer: row.signer,
          receivedAt: row.received_at,
          application: applicationSchema.parse(JSON.parse(row.document)),
        };
  }

  /** Puts a bundle into a round being set up; again is nothing new. */
  addToRound({ round, bundle }: { round: string; bundle: string }): void {
    this.records.transaction(() => {
      const { changes } = this.records.run(
        this.records.query
          .insertInto('round_application')
          .values({ round, bundle, added_at: this.now(), removed_at: null })
          .onConflict((conflict) =>
            conflict.columns(['round', 'bundle']).doUpdateSet({ removed_at: null }).where('removed_at', 'is not', null),
          ),
      );
      if (changes > 0) {
        this.audit.append('application/added', { round, bundle });
      }
    });
  }

  /** Takes a bundle out of a round being set up; the application itself stays. */
  removeFromRound({ round, bundle }: { round: string; bundle: string }): void {
    this.records.transaction(() => {
      const { changes } = this.records.run(
        this.records.query
          .updateTable('round_application')
          .set({ removed_at: this.now() })
          .where('round', '=', round)
          .where('bundle', '=', bundle)
          .where('removed_at', 'is', null),
      );
      if (changes > 0) {
        this.audit.append('application/removed', { round, bundle });
      }
    });
  }

  /** The applications in a round, in the order in which they came. */
  inRound(round: string): ApplicationHeading[] {
    const rows = this.records.all(
      this.records.query
        .selectFrom('round_application')
        .innerJoin('application', 'application.bundle', 'round_application.bundle')
        .select(['application.bundle', 'application.id', 'application.applicant', 'application.bytes', 'application.received_at'])
        .where('round', '=', round)
        .where('removed_at', 'is', null)
        .orderBy('added_at')
        .orderBy('application.id'),
    );
    return rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
  }

  /** Which of these bundles are here. */
  known(bundles: readonly string[]): Set<string> {
    const found = new Set<string>();
    for (const bundle of bundles) {
      if (this.records.first(this.records.query.selectFrom('application').select('bundle').where('bundle', '=', bundle)) !== undefined) {
        found.add(bundle);
      }
    }
    return found;
  }

  /** Every bundle that has a file, and what the file is called there. */
  holders(sha256: string): { bundle: string; name: string }[] {
    return this.records.all(this.records.query.selectFrom('attachment').select(['bundle', 'name']).where('sha256', '=', sha256));
  }

  /** The rounds that a bundle is in, drafts included. */
  roundsOf(bundle: string): string[] {
    const { query } = this.records;
    const rows = this.records.all(
      query
        .selectFrom('round_application')
        .select('round')
        // Rounds are few: by the key of each, not through every application of all of them.
        .where('round', 'in', query.selectFrom('round').select('id'))
        .where('bundle', '=', bundle)
        .where('removed_at', 'is', null),
    );
    return rows.map(({ round }) => round);
  }

  /** What a file is called and which bundle it came with; null when no application has it. */
  attachment(sha256: string): (Pick<Attachment, 'name' | 'bytes'> & { bundle: string }) | null {
    const row = this.records.first(
      this.records.query.selectFrom('attachment').select(['bundle', 'name', 'bytes']).where('sha256', '=', sha256).limit(1),
    );
    return row ?? null;
  }
}
