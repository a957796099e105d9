import type { Statement } from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely';
import { RefusedError } from '#shared/result.ts';
import type { Database } from './encrypted-database.ts';
import { refusingFailures } from '../folder/failures.ts';
import type { Schema } from './schema.ts';

/** How many compiled statements are kept; a list of ids of changing length makes a new one each time. */
const keptStatements = 200;

/**
 * The records' database behind the stores. Kysely writes and types the SQL; it runs here, synchronously, so that no
 * transaction is ever open across an `await` and what a store returned is on disk.
 *
 * A full disk or a damaged file is thrown as a `RefusedError` (`workspace/disk-full`, `workspace/damaged`), and whatever comes
 * after the workspace was closed is one too (`workspace/locked`).
 */
export class Records {
  readonly query: Kysely<Schema> = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** All rows of a query. */
  all<Row>(query: Compilable<Row>): Row[] {
    const { sql, parameters } = query.compile();
    // The one place where rows become typed: the query builder knows what it selected.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return refusingFailures(this.#database.name, () => this.#prepare(sql).all(...parameters) as Row[]);
  }

  /** The first row of a query, or undefined. */
  first<Row>(query: Compilable<Row>): Row | undefined {
    return this.all(query)[0];
  }

  /** Runs a query that returns no rows; `id` is the number of the row it inserted. */
  run(query: Compilable): { changes: number; id: number } {
    const { sql, parameters } = query.compile();
    const { changes, lastInsertRowid } = refusingFailures(this.#database.name, () => this.#prepare(sql).run(...parameters));
    return { changes, id: Number(lastInsertRowid) };
  }

  /** Runs `step` wholly or not at all; inside another transaction it becomes part of that one. `step` must not be async. */
  transaction<Value>(step: () => Value): Value {
    this.#check();
    return refusingFailures(this.#database.name, () => this.#database.transaction(step).immediate());
  }

  #check(): void {
    if (!this.#database.open) {
      throw new RefusedError('workspace/locked');
    }
  }

  #prepare(sql: string): Statement {
    this.#check();
    const kept = this.#statements.get(sql);
    if (kept !== undefined) {
      return kept;
    }
    if (this.#statements.size >= keptStatements) {
      this.#statements.clear();
    }
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
