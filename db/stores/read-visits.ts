import type * as z from 'zod';
import type { Sheet } from '#shared/domain/sheet.ts';
import {
  blankRecord,
  photoLayerSchema,
  visitPhotoSchema,
  visitRecordSchema,
  visitSignatureSchema,
  type Visit,
  type VisitPhoto,
} from '#shared/domain/visit.ts';
import { statementOf } from '#shared/visit/statement.ts';
import type { Records } from '../database/records.ts';
import { canonicalJson, sha256Of } from './audit.ts';

type Parts = Omit<Visit, 'statement'>;
const noLayer = { caption: '', marks: [], screenCopy: null, removed: null };
export const takenPhotoSchema = visitPhotoSchema.omit({ caption: true, marks: true, screenCopy: true, removed: true });
export type TakenPhoto = z.infer<typeof takenPhotoSchema>;

/** What stands now of the visits of a round, by application; with `application`, of that one. Visits of which nothing was kept are absent. */
export function readVisits(
  records: Records,
  { round, application }: { round: string; application?: string | undefined },
): Map<string, Parts> {
  const { query } = records;
  const visits = new Map<string, { record: Parts['record']; photos: VisitPhoto[]; signatures: Visit['signatures'] }>();
  const at = (id: string) => {
    const found = visits.get(id) ?? { record: blankRecord, photos: [], signatures: [] };
    visits.set(id, found);
    return found;
  };
  const rows = records.all(
    query
      .selectFrom('visit_record')
      .select(['application', 'document'])
      .where('round', '=', round)
      .$if(application !== undefined, (q) => q.where('application', '=', application ?? ''))
      .orderBy('number'),
  );
  for (const row of rows) {
    at(row.application).record = visitRecordSchema.parse(JSON.parse(row.document));
  }
  const photos = records.all(
    query
      .selectFrom('visit_photo')
      .leftJoin('visit_layer', (join) =>
        join.on('visit_layer.number', '=', (eb) =>
          eb
            .selectFrom('visit_layer as newest')
            .select((max) => max.fn.max('newest.number').as('number'))
            .whereRef('newest.photo', '=', 'visit_photo.number'),
        ),
      )
      .select(['visit_photo.application', 'visit_photo.document', 'visit_layer.document as layer'])
      .where('visit_photo.round', '=', round)
      .$if(application !== undefined, (q) => q.where('visit_photo.application', '=', application ?? ''))
      .orderBy('visit_photo.number'),
  );
  for (const row of photos) {
    const layer = row.layer === null ? noLayer : photoLayerSchema.parse(JSON.parse(row.layer));
    at(row.application).photos.push({ ...takenPhotoSchema.parse(JSON.parse(row.document)), ...layer });
  }
  const signatures = records.all(
    query
      .selectFrom('visit_signature')
      .select(['application', 'document'])
      .where('round', '=', round)
      .$if(application !== undefined, (q) => q.where('application', '=', application ?? ''))
      .orderBy('number'),
  );
  for (const row of signatures) {
    at(row.application).signatures.push(visitSignatureSchema.parse(JSON.parse(row.document)));
  }
  return visits;
}

/** A visit sheet with its visit, and the hash of what it states. */
export function withVisit(sheet: Sheet, parts: Parts | undefined): Sheet {
  if (parts === undefined) {
    return sheet;
  }
  const statement = sha256Of(canonicalJson(statementOf({ ...sheet, visit: parts })));
  return { ...sheet, visit: { ...parts, statement } };
}
