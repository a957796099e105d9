import type { Application } from '../domain/application.ts';
import type { FormGrid } from './grid.ts';
import type { Note } from './notes.ts';
import { readOccupations } from './read-occupations.ts';
import { readParticulars } from './read-particulars.ts';
import { readPeople } from './read-people.ts';
import { readRegulations } from './read-regulations.ts';
import { readVenues } from './read-venues.ts';
import { divideForm, type FormPart, type ListPart, type VenuePart } from './sections.ts';

/** What a form says, and how much of a form it is. */
export type InterpretedForm = {
  readonly form: Omit<Application, 'id' | 'attachments'>;
  /** How many of the form's seven parts (particulars, three lists of people, regulations, occupations, venues) were found. */
  readonly partsFound: number;
};

/**
 * Reads 附件3 from its grid: parts are found by their headings and column names, never by their position.
 *
 * `reading` names each field by its path in the application, `experts.6`; it speaks for all below it that has no reading
 * of its own, so a row has one reading and a doubtful cell in it another.
 */
export function interpretForm(grid: FormGrid): InterpretedForm {
  const parts = divideForm(grid);
  const lists = parts.filter((part): part is ListPart => part.kind === 'list');
  const particulars = readParticulars(parts.filter((part) => part.kind === 'particulars').flatMap((part: FormPart) => part.lines));
  const { occupations, notes: occupationNotes } = readOccupations(lists);
  const names = occupations.map((occupation) => occupation.name);
  const { notes: peopleNotes, ...people } = readPeople(lists, names);
  const { regulations, notes: regulationNotes } = readRegulations(lists);
  const { venues, notes: venueNotes } = readVenues(
    parts.filter((part): part is VenuePart => part.kind === 'venue'),
    names,
  );
  const found = [particulars.recognised >= 3, people.staff, people.experts, people.assessors, regulations, occupations, venues];
  return {
    form: {
      applicant: particulars.applicant,
      filedOn: particulars.filedOn,
      ...people,
      regulations,
      occupations,
      venues,
      reading: readingOf([...particulars.notes, ...peopleNotes, ...regulationNotes, ...occupationNotes, ...venueNotes]),
    },
    partsFound: found.filter((part) => (typeof part === 'boolean' ? part : part.length > 0)).length,
  };
}

/** One reading per field; of several the least sure stands, with every place it was read from. */
function readingOf(notes: readonly Note[]): Application['reading'] {
  const byField = new Map<string, { sources: Set<string>; confidence: number }>();
  for (const note of notes) {
    const known = byField.get(note.field) ?? { sources: new Set<string>(), confidence: 1 };
    known.confidence = Math.min(known.confidence, note.confidence);
    if (note.source !== '') {
      known.sources.add(note.source);
    }
    byField.set(note.field, known);
  }
  return [...byField].map(([field, { sources, confidence }]) => ({
    field: field.slice(0, 400),
    source: [...sources].join('、').slice(0, 1000),
    confidence: confidence.toFixed(2),
    editedFrom: null,
  }));
}
