import { expect, test } from 'vitest';
import { applicantBundleInput, makeApplicant } from '#electron/rehearsal/applicants.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { catalogue, rubric, schedule } from '../../fixtures/checks/an-application.ts';
import { readers } from '../../fixtures/readers.ts';

const made = await Promise.all(Array.from({ length: 8 }, (_, index) => makeApplicant({ seed: 7, index })));
const read = await Promise.all(made.map((folder) => applicantBundleInput(folder, readers)));

test('every made-up applicant is read as it was written, and nothing of it is doubted', () => {
  made.forEach((folder, index) => {
    const { id: _, attachments: __, reading, ...form } = read[index]?.application ?? { id: '', attachments: [], reading: [] };
    expect(form).toEqual(folder.written);
    expect(reading.filter((field) => field.confidence !== '1.00')).toEqual([]);
  });
});

test('the same seed makes the same bytes, another seed other applicants', async () => {
  const again = await makeApplicant({ seed: 7, index: 3 });
  const other = await makeApplicant({ seed: 8, index: 3 });
  expect(
    again.files.map((file) => Buffer.compare(file.bytes, made[3]?.files.find(({ name }) => name === file.name)?.bytes ?? Buffer.alloc(0))),
  ).toEqual(again.files.map(() => 0));
  expect(other.written.experts).not.toEqual(again.written.experts);
});

test('the proofs say what they must: leases their months, records their sums, photos their time and place', () => {
  expect(read.map(({ facts }) => facts.leases[0]?.months ?? null)).toEqual([48, 24, null, 36, 48, null, 48, null]);
  expect(read.map(({ facts }) => facts.leases[0]?.to ?? null).slice(0, 2)).toEqual(['2025-10-31', '2023-10-31']);
  expect(read.map(({ facts }) => facts.training[0]?.total)).toEqual([11_800, 230, 11_800, 11_800, 8800, 560, 8600, 11_800]);
  expect(read.map(({ facts }) => facts.regulations.length)).toEqual([9, 9, 9, 9, 9, 9, 9, 7]);
  expect(read.map(({ facts }) => facts.standing.stars)).toEqual([null, 4, null, null, null, 5, null, null]);
  expect(read[4]?.facts.standing).toMatchObject({ civilGrade: 3, members: 86 });
  expect(read[5]?.facts.standing).toMatchObject({
    evaluationDepartment: true,
    evaluated: made[5]?.written.occupations.map(({ name }) => ({ occupation: name, people: 236 })),
  });
  expect(read.map(({ facts }) => facts.pledges[0]?.signedBy === null)).toEqual([false, false, false, false, false, false, false, true]);
  for (const { facts } of read) {
    expect(facts.photos).toHaveLength(2);
    for (const photo of facts.photos) {
      expect(photo.takenAt).toMatch(/^2022-09-\d{2}T10:/u);
      expect(photo.latitude).toBeCloseTo(28, 0);
      expect(photo.perceptualHash).toMatch(/^[0-9a-f]{16}$/u);
    }
    expect(facts.registrations[0]?.creditCode).toBe(read.find((folder) => folder.facts === facts)?.application.applicant.creditCode);
  }
});

test('an enterprise that proves its stars, its department and 236 people in each occupation meets G05 by its documents alone', () => {
  const verdicts = read.map(({ application, facts }) =>
    checkApplication({ application, facts, rubric, catalogue, schedule })
      .filter(({ code }) => code === 'G05')
      .map(({ verdict }) => verdict),
  );
  expect(verdicts[5]).toEqual(['met']);
  expect(verdicts[1]).toEqual(['doubtful']);
});

test('some applicants share an expert or a photo, which only their comparison shows', () => {
  const idNumbers = (index: number): string[] => read[index]?.application.experts.map((expert) => expert.idNumber) ?? [];
  expect(idNumbers(0).filter((idNumber) => idNumbers(7).includes(idNumber))).toHaveLength(1);
  const photos = (index: number): string[] => read[index]?.facts.photos.map((photo) => photo.attachment) ?? [];
  expect(photos(1).filter((photo) => photos(6).includes(photo))).toHaveLength(1);
});

test('every organisation is visibly made up, and every ID number belongs to nobody', () => {
  for (const { written } of made) {
    expect(written.applicant.name).toContain('示例');
    expect(written.applicant.head.phone).toMatch(/^138-0000-\d{4}$/u);
    for (const person of [...written.staff, ...written.experts]) {
      expect(person.idNumber).toMatch(/^330399\d{11}[\dX]$/u);
    }
  }
});
