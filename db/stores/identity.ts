import { AuditedStore } from './audited-store.ts';
import * as z from 'zod';
import { identityCardSchema, signKeySchema, type IdentityCard } from '#shared/domain/panel.ts';

/** Ed25519 private key as JWK (RFC 8037). */
export const privateSignKeySchema = z.strictObject({ ...signKeySchema.shape, d: signKeySchema.shape.x });
export type PrivateSignKey = z.infer<typeof privateSignKeySchema>;

/** Who I am, with the keys that prove it. They are nowhere but in the encrypted records. */
export type Identity = {
  name: string;
  organisation: string;
  signKey: PrivateSignKey;
  /** `AGE-SECRET-KEY-1…` */
  ageIdentity: string;
  card: IdentityCard;
};

/** My own identity; a later one supersedes an earlier. */
export class IdentityStore extends AuditedStore {
  /** My identity, or null in a workspace that has none yet. */
  current(): Identity | null {
    const row = this.records.first(this.records.query.selectFrom('identity').selectAll().orderBy('number', 'desc').limit(1));
    return row === undefined
      ? null
      : {
          name: row.name,
          organisation: row.organisation,
          signKey: privateSignKeySchema.parse(JSON.parse(row.sign_key)),
          ageIdentity: row.age_identity,
          card: identityCardSchema.parse(JSON.parse(row.card)),
        };
  }

  save(identity: Identity): void {
    this.records.transaction(() => {
      this.records.run(
        this.records.query.insertInto('identity').values({
          name: identity.name,
          organisation: identity.organisation,
          sign_key: JSON.stringify(identity.signKey),
          age_identity: identity.ageIdentity,
          card: JSON.stringify(identity.card),
          recorded_at: this.now(),
        }),
      );
      this.audit.append('identity/saved', { signKey: identity.card.signKey.x });
    });
  }
}
