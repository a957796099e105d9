import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { checkAcross } from '#shared/checks/index.ts';
import { findingSchema } from '#shared/domain/finding.ts';
import { rubric } from '../../fixtures/checks/an-application.ts';
import { asExpected, expectedOf, findingsOf, sampleNames, samplesFolder } from './expected-sample.ts';
import { readers } from '../../fixtures/readers.ts';

async function readSample(name: string) {
  const read = await readApplicantFolder(join(samplesFolder, name), { readers });
  if (!read.ok) {
    throw new Error(read.refusal.code);
  }
  const { application, facts } = read.value;
  return { application, facts, findings: findingsOf(read.value) };
}

describe.each(sampleNames)('the sample folder %s', (name) => {
  const expected = expectedOf(name);

  it('is read, counted and found as its expected file says', async () => {
    const read = await readSample(name);
    expect(read.facts.leases).toHaveLength(1);
    expect(read.facts.training).toHaveLength(1);
    expect(asExpected(read, expected)).toEqual(expected);
  });

  it('warns of nothing that its expected file does not know', async () => {
    const { findings } = await readSample(name);
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
    const { findings } = await readSample(name);
    const wanted = rubric.items.filter(({ code, kind }) => code.startsWith('G') || (code.startsWith('A') && kind === 'measured'));
    expect(wanted.map(({ code }) => code).filter((code) => !findings.some((finding) => finding.code === code))).toEqual([]);
    expect(findings.map((finding) => findingSchema.parse(finding))).toEqual(findings);
    expect(findings.every(({ clause }) => clause !== '')).toBe(true);
  });
});

describe('the sample folders together', () => {
  it('share nobody, no address and no telephone', async () => {
    const both = [await readSample(sampleNames[0]), await readSample(sampleNames[1])];
    expect(checkAcross(both).filter(({ finding }) => !finding.code.endsWith('Photo'))).toEqual([]);
  });

  it('turns up a copy of an applicant under another name', async () => {
    const one = await readSample(sampleNames[0]);
    const copy = { ...one, application: { ...one.application, id: 'copy' } };
    const codes = checkAcross([one, copy]).map(({ application, finding }) => `${application === 'copy' ? 'copy' : 'one'} ${finding.code}`);
    expect(codes).toEqual(
      expect.arrayContaining(['one sharedPerson', 'copy sharedPerson', 'one samePhoto', 'one sameAddress', 'one samePhone']),
    );
  });
});
