import type { PhotoLayer, VisitRecord, VisitSignature } from '#shared/domain/visit.ts';
import type { Records } from '../database/records.ts';
import { canonicalJson, sha256Of, type AuditStore, type JsonValue } from './audit.ts';
import { readVisits, takenPhotoSchema, type TakenPhoto } from './read-visits.ts';
import type { SheetsStore } from './sheets.ts';

/** Which visit. */
export type VisitAddress = { round: string; application: string };

/** What was recorded at my site visits, every version of it. All of it is on disk when a method returns. */
export class VisitsStore {
  readonly #records: Records;
  readonly #audit: AuditStore;
  readonly #sheets: SheetsStore;

  constructor(records: Records, audit: AuditStore, sheets: SheetsStore) {
    this.#records = records;
    this.#audit = audit;
    this.#sheets = sheets;
  }

  /** Keeps the record in place of the one before; the same again changes nothing. */
  record(address: VisitAddress, { record, reason }: { record: VisitRecord; reason: string | null }): void {
    const document = canonicalJson(record);
    this.#records.transaction(() => {
      const before = readVisits(this.#records, address).get(address.application)?.record;
      if (before !== undefined && canonicalJson(before) === document) {
        return;
      }
      const event = this.#tell(address, 'visit/recorded', { record: sha256Of(document), reason });
      this.#records.run(
        this.#records.query.insertInto('visit_record').values({ ...address, document, reason, recorded_at: event.at, event: event.seq }),
      );
    });
  }

  /** Adds photos whose bytes are in the evidence store; one that is here already stays as it is. */
  addPhotos(address: VisitAddress, photos: readonly Omit<TakenPhoto, 'addedAt'>[]): void {
    this.#records.transaction(() => {
      for (const photo of photos) {
        if (this.#photo(address, photo.sha256) === undefined) {
          const event = this.#tell(address, 'visit/photo-added', { photo: photo.sha256, source: photo.source });
          this.#records.run(
            this.#records.query.insertInto('visit_photo').values({
              ...address,
              sha256: photo.sha256,
              // What can't be read again must not be written.
              document: canonicalJson(takenPhotoSchema.parse({ ...photo, addedAt: event.at })),
              event: event.seq,
            }),
          );
        }
      }
    });
  }

  /** What lies beside a photo from now on. False when the visit has no such photo. */
  setLayer(address: VisitAddress, { photo, layer, reason }: { photo: string; layer: PhotoLayer; reason: string | null }): boolean {
    return this.#records.transaction(() => {
      const found = this.#photo(address, photo);
      if (found === undefined) {
        return false;
      }
      const document = canonicalJson(layer);
      const event = this.#tell(address, 'visit/layer-set', { photo, layer: sha256Of(document), reason });
      this.#records.run(
        this.#records.query
          .insertInto('visit_layer')
          .values({ photo: found.number, document, reason, recorded_at: event.at, event: event.seq }),
      );
      return true;
    });
  }

  /** Adds a signature. */
  sign(address: VisitAddress, signature: Omit<VisitSignature, 'signedAt'>): void {
    this.#records.transaction(() => {
      const { shown, image, role, way } = signature;
      const event = this.#tell(address, 'visit/signed', { role, way, shown, image });
      this.#records.run(
        this.#records.query
          .insertInto('visit_signature')
          .values({ ...address, document: canonicalJson({ ...signature, signedAt: event.at }), event: event.seq }),
      );
    });
  }

  /** Photos of other visits of the round, to tell whether one serves twice. */
  photosElsewhere({ round, application }: VisitAddress): { application: string; sha256: string; perceptualHash: string | null }[] {
    return [...readVisits(this.#records, { round })].flatMap(([id, { photos }]) =>
      id === application ? [] : photos.map(({ sha256, perceptualHash }) => ({ application: id, sha256, perceptualHash })),
    );
  }

  #photo({ round, application }: VisitAddress, sha256: string): { number: number } | undefined {
    return this.#records.first(
      this.#records.query
        .selectFrom('visit_photo')
        .select('number')
        .where('round', '=', round)
        .where('application', '=', application)
        .where('sha256', '=', sha256),
    );
  }

  #tell(address: VisitAddress, kind: string, payload: Record<string, JsonValue>): { seq: number; at: string } {
    const event = this.#audit.append(kind, { ...address, ...payload });
    this.#sheets.touch({ ...address, stage: 'visit' }, event);
    return event;
  }
}
