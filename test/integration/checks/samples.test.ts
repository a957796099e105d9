import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import occupations from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import wenzhou from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { checkAcross, checkApplication } from '#shared/checks/index.ts';
import { countPeople } from '#shared/checks/count-people.ts';
import { leaseMonths } from '#shared/checks/venues.ts';
import { type Finding, findingSchema } from '#shared/domain/finding.ts';
import { catalogueEntrySchema, rubricSchema } from '#shared/domain/rubric.ts';

const samples = join(import.meta.dirname, '../../fixtures/samples');
const rubric = rubricSchema.parse(wenzhou);
const catalogue = z.array(catalogueEntrySchema).parse(occupations);
const schedule = {
  applicationsUntil: '2022-10-31',
  documentsOn: null,
  visitsFrom: '2022-11-15',
  visitsUntil: '2022-11-18',
  roadshowOn: null,
};

const peopleSchema = z.object({
  expertsDistinct: z.number(),
  expertsSkilled: z.number(),
  expertsTechnician: z.number(),
  assessorsDistinct: z.number(),
  assessorsSkilled: z.number(),
  assessorsTechnician: z.number(),
  assessorsOwn: z.number(),
});
const expectedSchema = z.object({
  leaseMonths: z.number(),
  trainingTotal: z.number(),
  trainingYears: z.number(),
  occupations: z.record(z.string(), z.object({ ...peopleSchema.shape, inDirectory: z.boolean() })),
  findings: z.record(z.string(), z.string()),
});

async function checkSample(name: string) {
  const read = await readApplicantFolder(join(samples, name));
  if (!read.ok) {
    throw new Error(read.refusal.code);
  }
  const { application, facts } = read.value;
  return { application, facts, findings: checkApplication({ application, facts, rubric, catalogue, schedule }) };
}

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

describe.each(['01-示例职业培训学校', '02-示例智造有限公司'])('the sample folder %s', (name) => {
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(samples, 'expected', `${name}.json`), 'utf8')));

  it('is counted as its expected file says', async () => {
    const { application, facts, findings } = await checkSample(name);
    expect(facts.leases.map((lease) => leaseMonths(lease))).toEqual([expected.leaseMonths]);
    expect(facts.training.map(({ total, years }) => [total, years.length])).toEqual([[expected.trainingTotal, expected.trainingYears]]);
    for (const [occupation, want] of Object.entries(expected.occupations)) {
      const experts = countPeople(application, 'experts', { name: occupation });
      const assessors = countPeople(application, 'assessors', { name: occupation });
      expect({
        expertsDistinct: experts.distinct,
        expertsSkilled: experts.skilled,
        expertsTechnician: experts.technician,
        assessorsDistinct: assessors.distinct,
        assessorsSkilled: assessors.skilled,
        assessorsTechnician: assessors.technician,
        assessorsOwn: assessors.own,
      }).toEqual(peopleSchema.parse(want));
      expect(worded(`G03/${occupation}`, findings) === 'pass').toBe(want.inDirectory);
    }
  });

  it('has the findings of its expected file', async () => {
    const { findings } = await checkSample(name);
    const got = Object.fromEntries(
      Object.keys(expected.findings).map((key) => [
        key,
        // The file says G03 once for all occupations.
        key === 'G03'
          ? Object.keys(expected.occupations)
              .map((one) => worded(`G03/${one}`, findings))
              .join(', ')
          : worded(key, findings),
      ]),
    );
    const want = { ...expected.findings };
    want['G03'] = Object.keys(expected.occupations)
      .map(() => expected.findings['G03'])
      .join(', ');
    expect(got).toEqual(want);
  });

  it('warns of nothing that its expected file does not know', async () => {
    const { findings } = await checkSample(name);
    const warnings = findings.filter(({ code, verdict }) => ['idCheckDigit', 'duplicatePerson'].includes(code) && verdict !== 'met');
    expect(warnings.map(({ code }) => code).toSorted()).toEqual(
      Object.keys(expected.findings)
        .filter((key) => ['idCheckDigit', 'duplicatePerson'].includes(key))
        .toSorted(),
    );
    expect(
      findings.filter(({ code }) =>
        /^(id(NumberForm|NumberMissing|Sex|Age)|phone|postcode|field|venue|occupationCode|dutyUnclear|creditCode)/.test(code),
      ),
    ).toEqual([]);
  });

  it('gets a finding for every gate and measured item, each naming its row or file and valid as written', async () => {
    const { findings } = await checkSample(name);
    const wanted = rubric.items.filter(({ code, kind }) => code.startsWith('G') || (code.startsWith('A') && kind === 'measured'));
    expect(wanted.map(({ code }) => code).filter((code) => !findings.some((finding) => finding.code === code))).toEqual([]);
    expect(findings.map((finding) => findingSchema.parse(finding))).toEqual(findings);
    expect(findings.every(({ clause }) => clause !== '')).toBe(true);
  });
});

describe('the sample folders together', () => {
  it('share nobody, no address and no telephone', async () => {
    const both = [await checkSample('01-示例职业培训学校'), await checkSample('02-示例智造有限公司')];
    expect(checkAcross(both).filter(({ finding }) => !finding.code.endsWith('Photo'))).toEqual([]);
  });

  it('turns up a copy of an applicant under another name', async () => {
    const one = await checkSample('01-示例职业培训学校');
    const copy = { ...one, application: { ...one.application, id: 'copy' } };
    const codes = checkAcross([one, copy]).map(({ application, finding }) => `${application === 'copy' ? 'copy' : 'one'} ${finding.code}`);
    expect(codes).toEqual(
      expect.arrayContaining(['one sharedPerson', 'copy sharedPerson', 'one samePhoto', 'one sameAddress', 'one samePhone']),
    );
  });
});
