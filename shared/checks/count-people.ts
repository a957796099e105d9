import type { Application } from '../domain/application.ts';
import type { LevelGroup } from '../domain/values.ts';
import { belongs, type Belonging } from './belonging.ts';
import type { AppliedOccupation } from './check-context.ts';
import { assessorIdentity, distinctPeople, expertIdentity, type Identity } from './identity.ts';
import { qualifies, readTitle } from './titles.ts';
import { plain } from './wording.ts';

/** An occupation's experts or assessors, counted: different people, and who of them qualifies for which level group. */
export type PeopleCount = {
  readonly distinct: number;
  readonly skilled: number;
  readonly technician: number;
  /** 自有: assessors who are also on the applicant's own staff list. */
  readonly own: number;
  /** Qualified or not can't be told from what the title says. */
  readonly unclear: Readonly<Record<LevelGroup, number>>;
  /** Their field only resembles the occupation: not counted, put to a person. */
  readonly near: number;
  /** Of these, who is on the staff list. */
  readonly nearOwn: number;
  /** 0-based rows: of everyone counted, and of those who add nothing because they repeat an earlier one. */
  readonly rows: readonly number[];
  readonly qualifiedRows: Readonly<Record<LevelGroup, readonly number[]>>;
  readonly ownRows: readonly number[];
  readonly repeated: readonly number[];
};

/** Counts an occupation's experts or assessors: by ID number, or by name and certificate (附件2 一8). */
export function countPeople(
  application: Application,
  part: 'experts' | 'assessors',
  occupation: Pick<AppliedOccupation, 'name'>,
): PeopleCount {
  return countMembers(application, { part, occupation, belonging: belongingOf(application, part) });
}

/** {@link countPeople} with the belonging of every row worked out before. */
export function countMembers(
  application: Application,
  {
    part,
    occupation,
    belonging,
  }: { part: 'experts' | 'assessors'; occupation: Pick<AppliedOccupation, 'name'>; belonging: readonly Belonging[] },
): PeopleCount {
  const of = (kind: Belonging['kind']) =>
    belonging.flatMap((found, row) => (found.kind === kind && found.occupations.includes(occupation.name) ? [row] : []));
  const distinct = (rows: readonly number[]) => distinctPeople(rows, (row) => identityOf(application, part, row));
  const { first, repeated } = distinct(of('member'));
  const near = distinct(of('near')).first;
  const standing = first.map((row) => {
    const title = readTitle(application[part][row]?.title ?? '');
    return { row, skilled: qualifies(title, 'skilled'), technician: qualifies(title, 'technician') };
  });
  const rowsWhere = (group: LevelGroup, wanted: boolean | null) => standing.filter((one) => one[group] === wanted).map(({ row }) => row);
  const own = (rows: readonly number[]) => (part === 'assessors' ? rows.filter((row) => isOwn(application, row)) : []);
  const qualified = { skilled: rowsWhere('skilled', true), technician: rowsWhere('technician', true) };
  return {
    distinct: first.length,
    skilled: qualified.skilled.length,
    technician: qualified.technician.length,
    own: own(first).length,
    unclear: { skilled: rowsWhere('skilled', null).length, technician: rowsWhere('technician', null).length },
    near: near.length,
    nearOwn: own(near).length,
    rows: first,
    qualifiedRows: qualified,
    ownRows: own(first),
    repeated,
  };
}

/** For each row, which of the occupations applied for its field stands for. */
export function belongingOf(application: Application, part: 'experts' | 'assessors'): Belonging[] {
  const names = [...new Set(application.occupations.map(({ name }) => plain(name)))].filter((name) => name !== '');
  const written = new Map(application.occupations.toReversed().map(({ name }) => [plain(name), name.trim()]));
  const known = new Map<string, Belonging>();
  return application[part].map(({ field }) => {
    const found = known.get(field) ?? belongs(field, names);
    known.set(field, found);
    return { kind: found.kind, occupations: found.occupations.map((name) => written.get(name) ?? name) };
  });
}

function identityOf(application: Application, part: 'experts' | 'assessors', row: number): Identity {
  if (part === 'experts') {
    const expert = application.experts[row];
    return expert === undefined ? { number: '', name: '' } : expertIdentity(expert);
  }
  const assessor = application.assessors[row];
  return assessor === undefined ? { number: '', name: '' } : assessorIdentity(assessor);
}

/** 自有: the staff list has the name, and no other sex with it. */
function isOwn(application: Application, row: number): boolean {
  const assessor = application.assessors[row];
  const name = plain(assessor?.name ?? '');
  const sex = plain(assessor?.sex ?? '');
  return (
    name !== '' &&
    application.staff.some((person) => {
      const other = plain(person.sex);
      return plain(person.name) === name && (sex === '' || other === '' || sex === other);
    })
  );
}
