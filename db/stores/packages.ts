import { AuditedStore } from './audited-store.ts';
import { sql } from 'kysely';
import { packageKinds, type PackageKind } from '#shared/packages/kinds.ts';

export type PackageState = { state: 'received' | 'superseded' | 'set-aside'; code: string | null };

/** A package as it came. `document` is the exact text of `data/document.json`; `sha256` is the package's identity. */
export type KeptPackage = {
  sha256: string;
  kind: PackageKind;
  format: number;
  round: string | null;
  expert: string | null;
  sequence: number | null;
  signer: string | null;
  document: string;
  file: string;
  bytes: number;
  receivedAt: string;
} & PackageState;

/** Bytes of the bag's own files (`manifest-sha256.txt`, `signatures/…`) by path: what a result package carries on. */
export type TagFiles = ReadonlyMap<string, Uint8Array>;

/** Every package received; nothing of them is ever changed, only their state moves on. */
export class PackagesStore extends AuditedStore {
  /** Keeps a package; the same one again is `unchanged`. */
  keep(received: Omit<KeptPackage, 'receivedAt'>, tagFiles: TagFiles): 'taken' | 'unchanged' {
    const { state, code, ...row } = received;
    return this.records.transaction(() => {
      const { query } = this.records;
      const { changes } = this.records.run(
        query
          .insertInto('package')
          .values({ ...row, received_at: this.now() })
          .onConflict((conflict) => conflict.doNothing()),
      );
      if (changes === 0) {
        return 'unchanged';
      }
      for (const [path, bytes] of tagFiles) {
        this.records.run(query.insertInto('package_tag_file').values({ package: row.sha256, path, bytes }));
      }
      this.audit.append('package/received', { sha256: row.sha256, kind: row.kind, round: row.round });
      this.setState(row.sha256, { state, code });
      return 'taken';
    });
  }

  /** Moves a package to another state; what it was before stays on file. */
  setState(sha256: string, { state, code }: PackageState): void {
    this.records.transaction(() => {
      this.records.run(this.records.query.insertInto('package_state').values({ package: sha256, state, code, recorded_at: this.now() }));
      this.audit.append('package/state-set', { sha256, state, code });
    });
  }

  /** One package, or null. */
  get(sha256: string): KeptPackage | null {
    return this.#read({ sha256 })[0] ?? null;
  }

  /** The packages of a round, by kind, in the order in which they came. */
  list({ round, kind }: { round: string; kind?: PackageKind }): KeptPackage[] {
    return this.#read({ round, kind });
  }

  /** Whether any package of that kind is here for a round. */
  has({ round, kind }: { round: string; kind: PackageKind }): boolean {
    const { query } = this.records;
    return (
      this.records.first(query.selectFrom('package').select('sha256').where('round', '=', round).where('kind', '=', kind).limit(1)) !==
      undefined
    );
  }

  tagFiles(sha256: string): Map<string, Uint8Array> {
    const rows = this.records.all(
      this.records.query.selectFrom('package_tag_file').select(['path', 'bytes']).where('package', '=', sha256).orderBy('path'),
    );
    return new Map(rows.map(({ path, bytes }) => [path, bytes]));
  }

  #read({ sha256, round, kind }: { sha256?: string; round?: string; kind?: PackageKind | undefined }): KeptPackage[] {
    const { query } = this.records;
    const rows = this.records.all(
      query
        .selectFrom('package')
        .innerJoin('package_state', 'package_state.package', 'package.sha256')
        .selectAll('package')
        .select(['package_state.state', 'package_state.code'])
        .where('package_state.number', '=', (eb) =>
          eb
            .selectFrom('package_state as newest')
            .select((inner) => inner.fn.max('newest.number').as('number'))
            .whereRef('newest.package', '=', 'package.sha256'),
        )
        .$if(sha256 !== undefined, (q) => q.where('package.sha256', '=', sha256 ?? ''))
        .$if(round !== undefined, (q) => q.where('package.round', '=', round ?? ''))
        .$if(kind !== undefined, (q) => q.where('package.kind', '=', kind ?? ''))
        .orderBy(sql`package.rowid`),
    );
    return rows.map(({ received_at: receivedAt, kind: kept, ...row }) => ({ ...row, kind: kindOf(kept), receivedAt }));
  }
}

function kindOf(kept: string): PackageKind {
  if (!isKind(kept)) {
    throw new Error(`a package of kind ${kept}`);
  }
  return kept;
}

function isKind(name: string): name is PackageKind {
  return name in packageKinds;
}
