import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { checkApplication } from '#shared/checks/index.ts';
import { countPeople } from '#shared/checks/count-people.ts';
import { leaseMonths } from '#shared/checks/g10-lease.ts';
import type { Application } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { readDate } from '#shared/forms/dates.ts';
import { catalogue, rubric, schedule } from '../../fixtures/checks/an-application.ts';

export const samplesFolder = join(import.meta.dirname, '../../fixtures/samples');
export const sampleNames = ['01-示例职业培训学校', '02-示例智造有限公司'] as const;

const occupationSchema = z.strictObject({
  levels: z.array(z.string()),
  inDirectory: z.boolean(),
  expertsDistinct: z.number(),
  expertsSkilled: z.number(),
  expertsTechnician: z.number(),
  assessorsDistinct: z.number(),
  assessorsSkilled: z.number(),
  assessorsTechnician: z.number(),
  assessorsOwn: z.number(),
  theoryAreaSquareMetres: z.number(),
  skillAreaSquareMetres: z.number(),
  equipment: z.array(z.strictObject({ name: z.string(), count: z.number() })),
});

/** A file of `expected/`, every field of it: what it says and nothing compares would be a promise nobody keeps. */
const expectedSchema = z.strictObject({
  name: z.string(),
  kind: z.string(),
  address: z.string(),
  postcode: z.string(),
  head: z.string(),
  contact: z.string(),
  phone: z.string(),
  email: z.string(),
  staffRows: z.number(),
  expertRows: z.number(),
  assessorRows: z.number(),
  regulations: z.array(z.string()),
  leaseMonths: z.number(),
  leaseFrom: z.string(),
  leaseTo: z.string(),
  trainingTotal: z.number(),
  trainingYears: z.number(),
  occupations: z.record(z.string(), occupationSchema),
  findings: z.record(z.string(), z.string()),
});
export type ExpectedSample = z.infer<typeof expectedSchema>;

/** What must be read from a sample folder, its dates as calendar dates. */
export function expectedOf(name: string): ExpectedSample {
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(samplesFolder, 'expected', `${name}.json`), 'utf8')));
  return { ...expected, leaseFrom: readDate(expected.leaseFrom) ?? '', leaseTo: readDate(expected.leaseTo) ?? '' };
}

type Read = { readonly application: Application; readonly facts: ApplicationFacts };

export function findingsOf(read: Read): Finding[] {
  return checkApplication({ ...read, rubric, catalogue, schedule });
}

/** A folder as it was read, worded as its expected file words it; of the findings those that the file speaks of. */
export function asExpected(read: Read, { findings: wanted }: ExpectedSample) {
  const { application, facts } = read;
  const { applicant } = application;
  const findings = findingsOf(read);
  const names = application.occupations.map(({ name }) => name);
  const [lease] = facts.leases;
  const [training] = facts.training;
  return {
    name: applicant.name,
    kind: applicant.type,
    address: applicant.address,
    postcode: applicant.postcode,
    head: applicant.head.name,
    contact: applicant.contact.name,
    phone: applicant.head.phone,
    email: applicant.head.email,
    staffRows: application.staff.length,
    expertRows: application.experts.length,
    assessorRows: application.assessors.length,
    regulations: application.regulations,
    leaseMonths: lease === undefined ? null : leaseMonths(lease),
    leaseFrom: lease?.from,
    leaseTo: lease?.to,
    trainingTotal: training?.total,
    trainingYears: training?.years.length,
    occupations: Object.fromEntries(names.map((name) => [name, occupationAsExpected(application, { name, findings })])),
    findings: Object.fromEntries(
      Object.keys(wanted).map((key) => [
        key,
        key === 'G03' ? same(names.map((name) => worded(`G03/${name}`, findings))) : worded(key, findings),
      ]),
    ),
  };
}

function occupationAsExpected(application: Application, { name, findings }: { name: string; findings: readonly Finding[] }) {
  const experts = countPeople(application, 'experts', { name });
  const assessors = countPeople(application, 'assessors', { name });
  const venue = application.venues.find(({ occupation }) => occupation === name);
  return {
    levels: application.occupations.find((occupation) => occupation.name === name)?.levels,
    inDirectory: worded(`G03/${name}`, findings) === 'pass',
    expertsDistinct: experts.distinct,
    expertsSkilled: experts.skilled,
    expertsTechnician: experts.technician,
    assessorsDistinct: assessors.distinct,
    assessorsSkilled: assessors.skilled,
    assessorsTechnician: assessors.technician,
    assessorsOwn: assessors.own,
    theoryAreaSquareMetres: venue?.theoryAreaSquareMetres,
    skillAreaSquareMetres: venue?.skillAreaSquareMetres,
    equipment: venue?.equipment,
  };
}

/** The file says G03 once for all occupations. */
const same = (verdicts: readonly string[]): string => [...new Set(verdicts)].join(', ');

const numberOf = (finding: Finding | undefined) => (finding?.found && 'number' in finding.found ? finding.found.number : null);
const requiredOf = (finding: Finding | undefined) => (finding?.required && 'number' in finding.required ? finding.required.number : null);

/** The findings that a key of the expected file (`A11/职业`, `B02 declared`) speaks of, worded as that file words them. */
function worded(key: string, findings: readonly Finding[]): string {
  const [code = '', occupation = null] = key.replace(' declared', '').split('/');
  const found = findings.filter((finding) => finding.code === code && finding.occupation === occupation);
  const [first] = found;
  switch (code) {
    case 'idCheckDigit':
      return `${numberOf(first)} bad`;
    case 'duplicatePerson':
      return `${numberOf(first)}`;
    case 'B02':
      return `${numberOf(first)} of ${requiredOf(first)}`;
  }
  if (found.length > 0 && found.every(({ verdict }) => verdict === 'met')) {
    return 'pass';
  }
  switch (code) {
    case 'G10':
      return `fail: ${numberOf(first)} of ${requiredOf(first)} months`;
    case 'A11':
      return `fail: ${first?.details['distinct']} distinct, ${first?.details['technician']} high`;
    case 'A12':
      return `fail: ${first?.details['distinct']}`;
    case 'A13':
      return `fail: ${numberOf(first)} of ${requiredOf(first)}`;
    default:
      return found.map(({ verdict }) => verdict).join(', ');
  }
}
