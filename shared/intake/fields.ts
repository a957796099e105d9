import type { Application } from '../domain/application.ts';

/** The lists of an application whose rows a person may add, remove and change. */
export const rowLists = ['occupations', 'staff', 'experts', 'assessors', 'regulations', 'venues'] as const;
export type RowList = (typeof rowLists)[number];

/** What a value is, by which the text that a person typed is read. */
export type ValueKind = 'text' | 'text-or-null' | 'whole-number' | 'number' | 'count' | 'levels' | 'type' | 'date';

/** The columns of each list, in the order of the form. */
export const columnsOf = {
  occupations: [
    ['name', 'text'],
    ['code', 'text-or-null'],
    ['work', 'text-or-null'],
    ['levels', 'levels'],
    ['note', 'text'],
  ],
  staff: [
    ['name', 'text'],
    ['sex', 'text'],
    ['age', 'whole-number'],
    ['idNumber', 'text'],
    ['education', 'text'],
    ['post', 'text'],
    ['title', 'text'],
    ['duty', 'text'],
  ],
  experts: [
    ['name', 'text'],
    ['sex', 'text'],
    ['idNumber', 'text'],
    ['education', 'text'],
    ['title', 'text'],
    ['field', 'text'],
  ],
  assessors: [
    ['name', 'text'],
    ['sex', 'text'],
    ['education', 'text'],
    ['title', 'text'],
    ['years', 'number'],
    ['field', 'text'],
    ['certificate', 'text'],
  ],
  venues: [
    ['occupation', 'text'],
    ['theoryAreaSquareMetres', 'number'],
    ['skillAreaSquareMetres', 'number'],
  ],
  things: [
    ['name', 'text'],
    ['count', 'count'],
  ],
} as const satisfies Record<string, readonly (readonly [string, ValueKind])[]>;

/** The fields that stand once in a form, by their path. */
export const singleFields = [
  ['applicant.name', 'text'],
  ['applicant.type', 'type'],
  ['applicant.creditCode', 'text-or-null'],
  ['applicant.authority', 'text'],
  ['applicant.address', 'text'],
  ['applicant.postcode', 'text'],
  ['applicant.head.name', 'text'],
  ['applicant.head.post', 'text'],
  ['applicant.head.title', 'text'],
  ['applicant.head.phone', 'text'],
  ['applicant.head.email', 'text'],
  ['applicant.contact.name', 'text'],
  ['applicant.contact.post', 'text'],
  ['applicant.contact.title', 'text'],
  ['applicant.contact.phone', 'text'],
  ['applicant.contact.email', 'text'],
  ['filedOn', 'date'],
] as const satisfies readonly (readonly [string, ValueKind])[];

/** What kind of value stands at a path, or null where a person has nothing to edit. */
export function kindOfField(field: string): ValueKind | null {
  const single = singleFields.find(([path]) => path === field);
  if (single !== undefined) {
    return single[1];
  }
  if (/^regulations\.\d+$/u.test(field)) {
    return 'text';
  }
  const thing = /^venues\.\d+\.(?:equipment|testEquipment)\.\d+\.(\w+)$/u.exec(field);
  const cell = /^(occupations|staff|experts|assessors|venues)\.\d+\.(\w+)$/u.exec(field);
  const columns = thing === null ? (cell === null ? [] : columnsIn(cell[1])) : columnsOf.things;
  const key = thing?.[1] ?? cell?.[2];
  return columns.find(([name]) => name === key)?.[1] ?? null;
}

function columnsIn(list: string | undefined): readonly (readonly [string, ValueKind])[] {
  switch (list) {
    case 'occupations':
    case 'staff':
    case 'experts':
    case 'assessors':
    case 'venues':
      return columnsOf[list];
    default:
      return [];
  }
}

/** A new, empty row of the list at a path, or null where no rows can be added. */
export function emptyRow(list: string): Record<string, unknown> | string | null {
  const staff: Application['staff'][number] = {
    name: '',
    sex: '',
    age: null,
    idNumber: '',
    education: '',
    post: '',
    title: '',
    duty: '',
  };
  const expert: Application['experts'][number] = { name: '', sex: '', idNumber: '', education: '', title: '', field: '' };
  const assessor: Application['assessors'][number] = {
    name: '',
    sex: '',
    education: '',
    title: '',
    years: null,
    field: '',
    certificate: '',
  };
  const occupation: Application['occupations'][number] = { name: '', code: null, work: null, levels: [], note: '' };
  const venue: Application['venues'][number] = {
    occupation: '',
    theoryAreaSquareMetres: null,
    skillAreaSquareMetres: null,
    equipment: [],
    testEquipment: [],
  };
  const rows = { staff, experts: expert, assessors: assessor, occupations: occupation, venues: venue, regulations: '' };
  if (/^venues\.\d+\.(equipment|testEquipment)$/u.test(list)) {
    return { name: '', count: 0 };
  }
  const known = rowLists.find((name) => name === list);
  return known === undefined ? null : rows[known];
}
