import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import catalogueJson from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { catalogueEntrySchema, rubricSchema } from '#shared/domain/rubric.ts';
import { valueOf } from '#shared/result.ts';
import { formPlacesOf } from '../../../renderer/screens/desk/evidence/form/form-place.ts';
import { readers } from '../../fixtures/readers.ts';

const samples = join(import.meta.dirname, '../../fixtures/samples');
const schedule = { applicationsUntil: '2022-10-31', documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null };

it.each(readdirSync(samples).filter((name) => /^\d/u.test(name)))(
  'finds in the form of %s every row that a finding points to',
  async (name) => {
    const { application, facts } = valueOf(await readApplicantFolder(join(samples, name), { readers }));
    const findings = checkApplication({
      application,
      facts,
      schedule,
      rubric: rubricSchema.parse(rubricJson),
      catalogue: catalogueEntrySchema.array().parse(catalogueJson),
    });
    const form = application.attachments.find((attachment) => attachment.class === 'form')?.sha256;
    const places = findings.flatMap(({ where }) => where.filter(({ attachment }) => attachment === form || attachment === null));
    expect(places.length).toBeGreaterThan(20);
    const unknown = new Set(places.filter(({ source }) => formPlacesOf(application, source).length === 0).map(({ source }) => source));
    // 注 stands below the form's last table and is no row of it.
    expect([...unknown].filter((source) => source !== '附件3 注')).toEqual([]);
  },
);

it('goes by the table and the row where the reader said nothing, and knows what it does not know', () => {
  expect(formPlacesOf({ reading: [] }, '附件3 专家情况 第7行')).toEqual(['experts.6']);
  expect(formPlacesOf({ reading: [] }, '附件3 申报单位地址')).toEqual(['applicant.address']);
  expect(formPlacesOf({ reading: [] }, '附件3 某个地方')).toEqual([]);
  const reading = [{ field: 'staff.2', source: '表2 第4行', confidence: '1.00', editedFrom: null }];
  expect(formPlacesOf({ reading }, '附件3 表2 第4行')).toEqual(['staff.2']);
});
