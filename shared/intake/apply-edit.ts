import * as z from 'zod';
import { applicationSchema, type Application } from '../domain/application.ts';
import { ok, refused, type Result } from '../result.ts';
import type { EditedReading, IntakeEdit } from './edit.ts';
import { fieldText, readFieldValue, type FieldValue } from './field-value.ts';
import { emptyRow, kindOfField } from './fields.ts';
import { recordedRemoval, recordedRow, recordedValue, withoutRow } from './recorded-edits.ts';

type Json = z.infer<ReturnType<typeof z.json>>;

const rowsLimit = 2000;

/**
 * The reading after one edit; the one before stays as it was. Pure, so that replaying the edits over what was read gives what
 * stands now. Refuses `intake/field-unknown`, `value-not-understood`, `value-too-long`, `too-many-rows`, `form-must-travel`.
 */
export function applyEdit(
  before: EditedReading,
  edit: IntakeEdit,
): Result<
  EditedReading,
  'intake/field-unknown' | 'intake/form-must-travel' | 'intake/too-many-rows' | 'intake/value-not-understood' | 'intake/value-too-long'
> {
  switch (edit.kind) {
    case 'set':
      return setField(before, edit);
    case 'add-row':
      return addRow(before, edit.list);
    case 'remove-row':
      return removeRow(before, edit);
    case 'accept':
      return ok({ ...before, accepted: [...new Set([...before.accepted, edit.field])] });
    case 'classify':
      return classify(before, edit);
    case 'travel':
      return travel(before, edit);
  }
}

function setField(
  before: EditedReading,
  { field, text }: { field: string; text: string },
): Result<EditedReading, 'intake/field-unknown' | 'intake/value-not-understood' | 'intake/value-too-long'> {
  const kind = kindOfField(field);
  const old = valueAt(jsonOf(before.application), field.split('.'));
  if (kind === null || old === undefined) {
    return refused('intake/field-unknown', { field });
  }
  const read = readFieldValue(text, kind);
  if (!read.ok) {
    return read;
  }
  const oldText = fieldText(asFieldValue(old));
  if (oldText === fieldText(read.value)) {
    return ok(before);
  }
  const application = changed(before.application, field.split('.'), () => read.value);
  const reading = recordedValue(before.application.reading, { field, from: oldText, to: fieldText(read.value) });
  return ok({ ...before, application: { ...application, reading } });
}

function addRow(before: EditedReading, list: string): Result<EditedReading, 'intake/field-unknown' | 'intake/too-many-rows'> {
  const row = emptyRow(list);
  const rows = valueAt(jsonOf(before.application), list.split('.'));
  if (row === null || !Array.isArray(rows)) {
    return refused('intake/field-unknown', { field: list });
  }
  if (rows.length >= rowsLimit) {
    return refused('intake/too-many-rows', { limit: rowsLimit });
  }
  const application = changed(before.application, list.split('.'), () => [...rows, jsonOf(row)]);
  return ok({ ...before, application: { ...application, reading: recordedRow(before.application.reading, `${list}.${rows.length}`) } });
}

function removeRow(before: EditedReading, { list, index }: { list: string; index: number }): Result<EditedReading, 'intake/field-unknown'> {
  const rows = valueAt(jsonOf(before.application), list.split('.'));
  const row = Array.isArray(rows) ? rows[index] : undefined;
  if (emptyRow(list) === null || !Array.isArray(rows) || row === undefined) {
    return refused('intake/field-unknown', { field: `${list}.${index}` });
  }
  const application = changed(before.application, list.split('.'), () => rows.toSpliced(index, 1));
  const reading = recordedRemoval(before.application.reading, { list, index, text: rowText(row) });
  const accepted = before.accepted.flatMap((field) => withoutRow(field, { list, index }) ?? []);
  return ok({ ...before, accepted, application: { ...application, reading } });
}

function classify(
  before: EditedReading,
  edit: Extract<IntakeEdit, { kind: 'classify' }>,
): Result<EditedReading, 'intake/field-unknown' | 'intake/form-must-travel'> {
  const found = before.application.attachments.find(({ name }) => name === edit.attachment);
  if (found === undefined) {
    return refused('intake/field-unknown', { field: edit.attachment });
  }
  if (found.class === 'form' || edit.class === 'form') {
    return refused('intake/form-must-travel');
  }
  if (found.class === edit.class) {
    return ok(before);
  }
  const attachments = before.application.attachments.map((each) => (each === found ? { ...each, class: edit.class } : each));
  const field = `attachments.${before.application.attachments.indexOf(found)}.class`;
  const reading = recordedValue(before.application.reading, { field, from: found.class, to: edit.class });
  return ok({ ...before, application: { ...before.application, attachments, reading } });
}

function travel(
  before: EditedReading,
  edit: Extract<IntakeEdit, { kind: 'travel' }>,
): Result<EditedReading, 'intake/field-unknown' | 'intake/form-must-travel'> {
  const found = before.application.attachments.find(({ name }) => name === edit.attachment);
  if (found === undefined) {
    return refused('intake/field-unknown', { field: edit.attachment });
  }
  if (found.class === 'form') {
    return refused('intake/form-must-travel');
  }
  const others = before.refused.filter((name) => name !== edit.attachment);
  return ok({ ...before, refused: edit.travels ? others : [...others, edit.attachment] });
}

function changed(application: Application, path: readonly string[], change: () => Json): Application {
  return applicationSchema.parse(replaced(jsonOf(application), path, change));
}

function replaced(json: Json | undefined, [key, ...rest]: readonly string[], change: () => Json): Json {
  if (key === undefined) {
    return change();
  }
  if (Array.isArray(json)) {
    return json.map((value, index) => (String(index) === key ? replaced(value, rest, change) : value));
  }
  return typeof json === 'object' && json !== null ? { ...json, [key]: replaced(json[key], rest, change) } : (json ?? null);
}

function valueAt(json: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = json;
  for (const key of path) {
    value = Array.isArray(value) ? value[Number(key)] : typeof value === 'object' && value !== null ? value[key] : undefined;
  }
  return value;
}

function jsonOf(value: unknown): Json {
  return z.json().parse(value);
}

function asFieldValue(json: Json): FieldValue {
  return Array.isArray(json)
    ? json.map(String)
    : typeof json === 'number' || json === null
      ? json
      : typeof json === 'string'
        ? json
        : JSON.stringify(json);
}

/** A row in words, as the record of its removal keeps it. */
function rowText(row: Json): string {
  if (typeof row !== 'object' || row === null) {
    return String(row ?? '');
  }
  return Object.values(row)
    .map((value) => (Array.isArray(value) ? value.map((one) => rowText(one)).join('、') : value === null ? '' : rowText(value)))
    .filter((text) => text !== '')
    .join('，')
    .slice(0, 20_000);
}
