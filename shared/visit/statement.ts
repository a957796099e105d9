import type { Sheet } from '../domain/sheet.ts';
import { blankRecord } from '../domain/visit.ts';
import { slotKey } from '../scoring/slots.ts';

type WhatIsSigned = Pick<Sheet, 'application' | 'methods' | 'entries'> & {
  readonly visit?: Partial<Pick<NonNullable<Sheet['visit']>, 'record' | 'photos'>>;
};

/**
 * What the parties of a visit sign: the record, the methods, the scores with their measurements, and the photos with their marks.
 * Times of recording and earlier answers are not in it, so that the same statement is the same bytes.
 */
export function statementOf({ application, methods, entries, visit }: WhatIsSigned) {
  const { record = blankRecord, photos = [] } = visit ?? {};
  return {
    application,
    methods,
    record,
    scores: entries
      .toSorted((one, other) => (slotKey(one) < slotKey(other) ? -1 : 1))
      .map(({ item, occupation, levelGroup, value, points, comment, measurements = [] }) => ({
        item,
        occupation,
        levelGroup,
        value,
        points,
        comment,
        measurements,
      })),
    photos: photos.flatMap(({ sha256, caption, marks, removed }) => (removed === null ? [{ sha256, caption, marks }] : [])),
  };
}
export type Statement = ReturnType<typeof statementOf>;

/** The parts in which two statements differ, to say why a signature no longer holds. `sameJson` compares two values. */
export function changedParts(
  signed: Readonly<Record<string, unknown>>,
  now: Statement,
  sameJson: (one: unknown, other: unknown) => boolean,
): ('record' | 'methods' | 'scores' | 'photos')[] {
  return (['record', 'methods', 'scores', 'photos'] as const).filter((part) => !sameJson(signed[part], now[part]));
}
