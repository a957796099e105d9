import type { Application } from '#shared/domain/application.ts';
import type { FieldValue } from '#shared/intake/field-value.ts';

/** The value at a field's path; undefined where the path is a whole row, or nothing. */
export function valueAt(application: Application, field: string): FieldValue | undefined {
  const found = thingAt(application, field);
  return found === null || typeof found === 'string' || typeof found === 'number'
    ? found
    : Array.isArray(found) && found.every((one) => typeof one === 'string')
      ? found
      : undefined;
}

/** A whole row in words. */
export function rowTextAt(application: Application, field: string): string {
  const found = thingAt(application, field);
  return typeof found === 'object' && found !== null
    ? Object.values(found)
        .filter((value) => typeof value === 'string' || typeof value === 'number')
        .filter((value) => value !== '')
        .join('，')
    : '';
}

function thingAt(application: Application, field: string): unknown {
  let found: unknown = application;
  for (const key of field.split('.')) {
    found = typeof found === 'object' && found !== null ? new Map<string, unknown>(Object.entries(found)).get(key) : undefined;
  }
  return found;
}
