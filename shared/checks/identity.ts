import type { Application } from '../domain/application.ts';
import { idNumber, readIdNumber } from './id-number.ts';
import { plain } from './wording.ts';

/** What a row says of who it is: a number that names one person, and the name. Either may be empty. */
export type Identity = { readonly number: string; readonly name: string };

/** An expert: the ID number. */
export function expertIdentity(expert: Pick<Application['experts'][number], 'name' | 'idNumber'>): Identity {
  return { number: personNumber(expert.idNumber), name: plain(expert.name) };
}

/** The ID number where it could be one, else nothing: what several people leave blank, mask or misspell names nobody. */
export function personNumber(written: string): string {
  return readIdNumber(written) === null ? '' : idNumber(written);
}

/** An assessor: the form asks no ID number of them, so name and certificate together. */
export function assessorIdentity(assessor: Pick<Application['assessors'][number], 'name' | 'certificate'>): Identity {
  const name = plain(assessor.name);
  const certificate = plain(assessor.certificate).toUpperCase();
  return { number: certificate === '' ? '' : `${name} ${certificate}`, name };
}

/**
 * The first row of every different person, and the rows that repeat one, both in order. A row with no number repeats any
 * row of its name, so that nobody counts twice for leaving a column blank. Rows that name nobody are in neither.
 */
export function distinctPeople(rows: readonly number[], identityOf: (row: number) => Identity): { first: number[]; repeated: number[] } {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const first: number[] = [];
  const repeated: number[] = [];
  const identified = rows.map((row) => ({ row, ...identityOf(row) })).filter(({ number, name }) => number !== '' || name !== '');
  for (const { row, number, name } of identified.toSorted((one, other) => Number(one.number === '') - Number(other.number === ''))) {
    const isKnown = number === '' ? names.has(name) : numbers.has(number);
    (isKnown ? repeated : first).push(row);
    numbers.add(number);
    names.add(name);
  }
  return { first: first.toSorted((one, other) => one - other), repeated: repeated.toSorted((one, other) => one - other) };
}
