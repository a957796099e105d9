import { type EditedReading } from './edit.ts';

/** A field that the reader was not sure of and nobody has looked at yet. */
export type Doubt = { readonly field: string; readonly source: string; readonly confidence: number };

/** What is still to be compared with the form, the least sure first, then in the form's order. */
export function doubtsOf({ application, accepted }: EditedReading): Doubt[] {
  return application.reading
    .filter(({ confidence, editedFrom, field }) => confidence !== '1.00' && editedFrom === null && !accepted.includes(field))
    .filter(({ field }) => !field.endsWith('.removed'))
    .map(({ field, source, confidence }) => ({ field, source, confidence: Number(confidence) }))
    .toSorted((a, b) => a.confidence - b.confidence);
}
