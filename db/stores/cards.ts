import { identityCardSchema, type IdentityCard } from '#shared/domain/panel.ts';
import { AuditedStore } from './audited-store.ts';
import { canonicalJson, sha256Of } from './audit.ts';

/** Somebody else's card, and whether its fingerprint was compared in person. */
export type KnownCard = { keyId: string; card: IdentityCard; receivedAt: string; compared: boolean };

/** The cards I have been handed. A person's newer card stands beside the older. */
export class CardsStore extends AuditedStore {
  /** Keeps a card; the same card again is `unchanged`. */
  keep({ keyId, card }: { keyId: string; card: IdentityCard }): 'taken' | 'unchanged' {
    const json = canonicalJson(card);
    const sha256 = sha256Of(json);
    return this.records.transaction(() => {
      const { changes } = this.records.run(
        this.records.query
          .insertInto('known_card')
          .values({ sha256, key_id: keyId, card: json, received_at: this.now() })
          .onConflict((conflict) => conflict.doNothing()),
      );
      if (changes === 0) {
        return 'unchanged';
      }
      this.audit.append('card/received', { keyId, sha256 });
      return 'taken';
    });
  }

  /** The newest card of each key, oldest first. */
  list(): KnownCard[] {
    const compared = this.comparedKeys();
    const newest = new Map<string, KnownCard>();
    for (const row of this.records.all(this.records.query.selectFrom('known_card').selectAll().orderBy('received_at'))) {
      newest.set(row.key_id, {
        keyId: row.key_id,
        card: identityCardSchema.parse(JSON.parse(row.card)),
        receivedAt: row.received_at,
        compared: compared.has(row.key_id),
      });
    }
    return [...newest.values()];
  }

  /** Whether this key's fingerprint was compared in person. */
  isCompared(keyId: string): boolean {
    return this.comparedKeys().has(keyId);
  }

  /** Records that a key's fingerprint was compared in person, or that this is taken back. */
  setCompared({ keyId, compared }: { keyId: string; compared: boolean }): void {
    this.records.transaction(() => {
      this.records.run(
        this.records.query.insertInto('key_comparison').values({ key_id: keyId, compared: compared ? 1 : 0, recorded_at: this.now() }),
      );
      this.audit.append('card/compared', { keyId, compared });
    });
  }

  /** The keys whose fingerprint was compared in person, whether or not their card is here. */
  comparedKeys(): Set<string> {
    const keys = new Set<string>();
    for (const { key_id: keyId, compared } of this.records.all(
      this.records.query.selectFrom('key_comparison').select(['key_id', 'compared']).orderBy('number'),
    )) {
      if (compared === 1) {
        keys.add(keyId);
      } else {
        keys.delete(keyId);
      }
    }
    return keys;
  }
}
