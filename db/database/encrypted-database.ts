import Sqlite from 'better-sqlite3';
import { makePrivateFile } from '../folder/private-files.ts';

export type Database = Sqlite.Database;

/**
 * Opens (or makes) an encrypted SQLite file with a raw 32-byte key and the settings that every connection needs.
 *
 * `sqlcipher` is for records: SQLCipher 4's own format, which other tools open. `aegis` is for evidence: nearly free, so
 * that a gigabyte of attachments is bound by the disk. A wrong key shows at the first read, as `SQLITE_NOTADB`.
 */
export function openEncryptedDatabase(file: string, { cipher, key }: { cipher: 'sqlcipher' | 'aegis'; key: Buffer }): Database {
  makePrivateFile(file);
  const database = new Sqlite(file, { timeout: 10_000 });
  try {
    database.pragma(`cipher='${cipher}'`);
    if (cipher === 'sqlcipher') {
      database.pragma('legacy=4');
    }
    // x'…' is a raw key: no second, slow derivation behind the one that the passphrase went through.
    database.pragma(`key="x'${key.toString('hex')}'"`);
    if (cipher === 'aegis') {
      database.pragma('page_size=65536');
    }
    // Before anything that could sort: a temporary file would be plaintext.
    database.pragma('temp_store=MEMORY');
    database.pragma('journal_mode=WAL');
    database.pragma('synchronous=FULL');
    database.pragma('foreign_keys=ON');
    // Without it INSERT OR REPLACE would delete a row behind the triggers that forbid it.
    database.pragma('recursive_triggers=ON');
    // Records are joined and grouped: with SQLite's 2 MB that is eight times slower. Evidence is read in order and once.
    database.pragma(`cache_size=${cipher === 'sqlcipher' ? -64_000 : -4_000}`);
    // SQLite's default is case-sensitive in none of its LIKEs and trusting of its schema; the file may have been tampered with.
    database.pragma('trusted_schema=OFF');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
