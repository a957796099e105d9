import type { Application } from '../domain/application.ts';

type Readings = Application['reading'];

/**
 * The readings after a field was changed: its own reading keeps what the form said before the first edit; a field that its row
 * spoke for gets one of its own. Back at what the form said, the field counts as not edited.
 */
export function recordedValue(readings: Readings, { field, from, to }: { field: string; from: string; to: string }): Readings {
  const own = readings.find((reading) => reading.field === field);
  if (own === undefined) {
    const above = readingOf(readings, field);
    return [
      ...readings,
      { field, source: above?.source ?? '', confidence: above?.confidence ?? '1.00', editedFrom: from.slice(0, 20_000) },
    ];
  }
  const original = own.editedFrom ?? from;
  return readings.map((reading) =>
    reading === own ? { ...own, editedFrom: original === to ? null : original.slice(0, 20_000) } : reading,
  );
}

/** The readings with one for a row that a person added: it stands nowhere in the form. */
export function recordedRow(readings: Readings, field: string): Readings {
  return [...readings, { field, source: '', confidence: '1.00', editedFrom: '' }];
}

/**
 * The readings after a row was removed: those of the rows behind it move up, its own are replaced by one for `<list>.removed`
 * that keeps what the row said and where it stood. (`removed` is no row's number, so it speaks for no row.)
 */
export function recordedRemoval(readings: Readings, { list, index, text }: { list: string; index: number; text: string }): Readings {
  const row = readingOf(readings, `${list}.${index}`);
  const wasAdded = row?.field === `${list}.${index}` && row.source === '' && row.editedFrom === '';
  const left = readings.flatMap((reading) => {
    const field = withoutRow(reading.field, { list, index });
    return field === null ? [] : [{ ...reading, field }];
  });
  return wasAdded
    ? left
    : [...left, { field: `${list}.removed`, source: row?.source ?? '', confidence: row?.confidence ?? '1.00', editedFrom: text }];
}

/** A field's path once a row of a list is gone; null where the field was in that row. */
export function withoutRow(field: string, { list, index }: { list: string; index: number }): string | null {
  if (!field.startsWith(`${list}.`)) {
    return field;
  }
  const [place = '', ...rest] = field.slice(list.length + 1).split('.');
  const row = Number(place);
  return !/^\d+$/u.test(place) || row < index ? field : row === index ? null : [list, String(row - 1), ...rest].join('.');
}

/** The reading that speaks for a field: its own, else that of the row or part above it. */
export function readingOf(readings: Readings, field: string): Readings[number] | null {
  for (let path = field.split('.'); path.length > 0; path = path.slice(0, -1)) {
    const found = readings.find((reading) => reading.field === path.join('.'));
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}
