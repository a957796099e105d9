import * as z from 'zod';
import { photoLayerSchema, visitRecordSchema, visitSchema, visitSignatureSchema } from '../domain/visit.ts';
import { sheetSchema } from '../domain/sheet.ts';
import { idSchema, labelSchema, proseSchema, sha256Schema } from '../domain/values.ts';
import { longWork, procedure, refusalSchema } from './base.ts';

const address = { round: idSchema, application: idSchema };
/** Once the sheet was sealed, whatever changes needs a reason. */
const change = { ...address, reason: proseSchema.nullable() };
/** A picture made on the page: a few megabytes at most. */
const pictureSchema = z.base64().max(12_000_000);

const photoFlagSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('outside-window'), takenAt: z.string() }),
  z.object({ kind: z.literal('same-as'), applicant: z.string() }),
  z.object({ kind: z.literal('like'), applicant: z.string() }),
]);

export const visitViewSchema = z.object({
  visit: visitSchema,
  /** What is to be said against photos, by their hashes. */
  flags: z.record(sha256Schema, z.array(photoFlagSchema)),
  /** The statement as it would be signed now; its SHA-256 is `visit.statement`. */
  statement: z.string(),
  /** By the signature's id: the parts that changed after it, so that it no longer holds; empty: it holds. */
  changed: z.record(idSchema, z.array(z.enum(['record', 'methods', 'scores', 'photos']))),
});
export type VisitView = z.infer<typeof visitViewSchema>;

/** A visit sheet that an expert handed in. */
export const receivedVisitSchema = z.object({
  expert: idSchema,
  name: labelSchema,
  sheet: sheetSchema,
  changed: visitViewSchema.shape.changed,
  flags: visitViewSchema.shape.flags,
});
export type ReceivedVisit = z.infer<typeof receivedVisitSchema>;

export const visitContract = {
  get: procedure.input(z.object(address)).output(visitViewSchema),
  /** Keeps what is given of the visit's record, and leaves the rest as it is: another window may be writing it. On disk when this returns. */
  saveRecord: procedure.input(z.object({ ...change, record: visitRecordSchema.partial() })).output(visitViewSchema),
  /** Takes photos into the evidence store, all that are good; what was not taken says why. */
  addPhotos: procedure
    .input(z.object({ ...change, files: z.array(z.string()).min(1) }))
    .output(longWork(z.object({ added: z.array(sha256Schema), refused: z.array(refusalSchema) }))),
  /** A photo from the laptop's camera: a JPEG. */
  addCapture: procedure.input(z.object({ ...change, jpeg: pictureSchema })).output(z.object({ sha256: sha256Schema })),
  /** The small copy of a photo for the screen. */
  keepScreenCopy: procedure.input(z.object({ ...address, photo: sha256Schema, jpeg: pictureSchema })).output(visitViewSchema),
  setLayer: procedure
    .input(z.object({ ...change, photo: sha256Schema, ...photoLayerSchema.omit({ screenCopy: true }).shape }))
    .output(visitViewSchema),
  /** Keeps a signature under what was shown; refuses when that has changed meanwhile. */
  sign: procedure
    .input(
      z.object({
        ...address,
        ...visitSignatureSchema.pick({ role: true, name: true, way: true, note: true, shown: true }).shape,
        png: pictureSchema.nullable(),
      }),
    )
    .output(visitViewSchema),
  /** For the chair: the visit sheets of one application in the newest packages of the experts. */
  received: procedure.input(z.object(address)).output(z.array(receivedVisitSchema)),
};
