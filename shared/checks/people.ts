import type { Application } from '../domain/application.ts';
import { levelGroupsOf, type LevelGroup } from '../domain/values.ts';
import type { AppliedOccupation, Check, Ground } from './ground.ts';
import type { Finding } from '../domain/finding.ts';
import { belongs, type Belonging } from './belonging.ts';
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
  /** 0-based rows: of everyone counted, and of those who add nothing because they repeat an earlier one. */
  readonly rows: readonly number[];
  readonly repeated: readonly number[];
};

const required = { experts: 20, assessors: 10, own: 3 } as const;

/** A11, A12 per level group and A13: enough different, qualified people in each occupation (附件2 一8). */
export const checkPeople: Check = (ground) =>
  ground.occupations.flatMap((occupation) => {
    const experts = countPeople(ground.application, 'experts', occupation);
    const assessors = countPeople(ground.application, 'assessors', occupation);
    const groups = levelGroupsOf(occupation.levels);
    return [
      ...groups.map((group) => qualifiedFinding(ground, { part: 'experts', occupation, group, count: experts })),
      ...groups.map((group) => qualifiedFinding(ground, { part: 'assessors', occupation, group, count: assessors })),
      ground.finding({
        code: 'A13',
        occupation: occupation.name,
        verdict: assessors.own >= required.own ? 'met' : assessors.own + assessors.near >= required.own ? 'doubtful' : 'not-met',
        reason: 'own-assessors',
        found: { number: assessors.own, unit: '人' },
        required: { number: required.own, unit: '人' },
        where: assessors.rows.filter((row) => isOwn(ground.application, row)).map((row) => ground.row('assessors', row)),
        measured: { count: assessors.own },
      }),
      ...(groups.length === 0
        ? [
            ground.finding({
              code: 'levelsMissing',
              item: 'A11',
              occupation: occupation.name,
              verdict: 'doubtful',
              reason: 'levels-missing',
              where: occupation.rows.map((row) => ground.row('occupations', row)),
            }),
          ]
        : []),
    ];
  });

/** Rows whose field names no occupation applied for, and rows that repeat a person within one occupation. */
export const checkLists: Check = (ground) => [...unmatched(ground, 'experts'), ...unmatched(ground, 'assessors'), ...duplicates(ground)];

/** Counts an occupation's experts or assessors: by ID number, or by name and certificate (附件2 一8). */
export function countPeople(
  application: Application,
  part: 'experts' | 'assessors',
  occupation: Pick<AppliedOccupation, 'name'>,
): PeopleCount {
  const belonging = belongingOf(application, part);
  const of = (kind: Belonging['kind']) =>
    belonging.flatMap((found, row) => (found.kind === kind && found.occupations.includes(occupation.name) ? [row] : []));
  const { first, repeated } = distinctPeople(of('member'), (row) => identityOf(application, part, row));
  const standing = first.map((row) => {
    const title = readTitle(application[part][row]?.title ?? '');
    return { skilled: qualifies(title, 'skilled'), technician: qualifies(title, 'technician') };
  });
  const tally = (group: LevelGroup, wanted: boolean | null) => standing.filter((one) => one[group] === wanted).length;
  return {
    distinct: first.length,
    skilled: tally('skilled', true),
    technician: tally('technician', true),
    own: part === 'assessors' ? first.filter((row) => isOwn(application, row)).length : 0,
    unclear: { skilled: tally('skilled', null), technician: tally('technician', null) },
    near: distinctPeople(of('near'), (row) => identityOf(application, part, row)).first.length,
    rows: first,
    repeated,
  };
}

function qualifiedFinding(
  ground: Ground,
  {
    part,
    occupation,
    group,
    count,
  }: { part: 'experts' | 'assessors'; occupation: AppliedOccupation; group: LevelGroup; count: PeopleCount },
): Finding {
  const open = count.unclear[group] + count.near;
  const found = count[group];
  const enough = required[part];
  return ground.finding({
    code: part === 'experts' ? 'A11' : 'A12',
    occupation: occupation.name,
    levelGroup: group,
    verdict: found >= enough ? 'met' : found + open >= enough ? 'doubtful' : 'not-met',
    reason: open > 0 && found < enough ? 'qualified-people-unclear' : 'qualified-people',
    found: { number: found, unit: '人' },
    required: { number: enough, unit: '人' },
    where: count.rows
      .filter((row) => qualifies(readTitle(ground.application[part][row]?.title ?? ''), group) === true)
      .map((row) => ground.row(part, row)),
    details: {
      distinct: count.distinct,
      skilled: count.skilled,
      technician: count.technician,
      repeated: count.repeated.length,
      unclear: count.unclear[group],
      near: count.near,
    },
    measured: { count: found },
  });
}

function unmatched(ground: Ground, part: 'experts' | 'assessors'): Finding[] {
  const belonging = belongingOf(ground.application, part);
  return (['near', 'none'] as const).flatMap((kind) => {
    const rows = belonging.flatMap((found, row) => (found.kind === kind ? [row] : []));
    return rows.length === 0
      ? []
      : [
          ground.finding({
            code: kind === 'near' ? 'fieldNear' : 'fieldUnmatched',
            item: part === 'experts' ? 'A11' : 'A12',
            verdict: 'doubtful',
            reason: kind === 'near' ? 'field-near' : 'field-unmatched',
            found: { number: rows.length, unit: '人' },
            where: rows.map((row) => ground.row(part, row)),
          }),
        ];
  });
}

function duplicates(ground: Ground): Finding[] {
  return (['experts', 'assessors'] as const).flatMap((part) => {
    // A person listed twice is one duplicate, however many occupations the row names.
    const rows = new Set(ground.occupations.flatMap((occupation) => countPeople(ground.application, part, occupation).repeated));
    return rows.size === 0
      ? []
      : [
          ground.finding({
            code: 'duplicatePerson',
            item: part === 'experts' ? 'A11' : 'A12',
            verdict: 'doubtful',
            reason: 'duplicate-person',
            found: { number: rows.size, unit: '人' },
            required: { number: 0, unit: '人' },
            where: [...rows].map((row) => ground.row(part, row)),
          }),
        ];
  });
}

function belongingOf(application: Application, part: 'experts' | 'assessors'): Belonging[] {
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
