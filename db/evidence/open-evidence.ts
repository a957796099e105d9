import { openEncryptedDatabase } from '../database/encrypted-database.ts';
import { EvidenceStore } from './evidence-store.ts';

/** A second connection to an open workspace's evidence, for a worker thread; the owner has migrated it. */
export function openEvidence({ file, key, now }: { file: string; key: Buffer; now: () => string }): EvidenceStore {
  return new EvidenceStore(openEncryptedDatabase(file, { cipher: 'aegis', key }), now);
}
