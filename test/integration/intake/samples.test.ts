import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { readFacts } from '#electron/findings/read-facts.ts';
import { readers } from '../../fixtures/readers.ts';

const samples = new URL('../../fixtures/samples/', import.meta.url);
async function read(sample: string) {
  const folder = await readApplicantFolder(decodeURIComponent(new URL(sample, samples).pathname), { readers });
  if (!folder.ok) {
    throw new Error(folder.refusal.code);
  }
  return folder.value;
}

describe.each(['01-示例职业培训学校', '02-示例智造有限公司'])('the sample folder %s', (sample) => {
  test('classifies every attachment, each without a problem', async () => {
    const { application, files } = await read(sample);
    expect(Object.fromEntries(application.attachments.map((attachment) => [attachment.name, attachment.class]))).toEqual({
      '制度汇编.pdf': 'regulations',
      '场地证明/不动产权证.jpg': 'ownership',
      '场地证明/租赁合同.pdf': 'lease',
      '培训台账.xlsx': 'training-record',
      '法人登记证书.pdf': 'registration',
      '照片/实操场地.jpg': 'photo',
      '照片/理论考场.jpg': 'photo',
      '附件3 申报表.docx': 'form',
      '附件4 诚信承诺书.pdf': 'pledge',
    });
    expect(application.attachments.map((attachment) => attachment.problem)).toEqual(application.attachments.map(() => null));
    expect(files.map((file) => file.sha256).toSorted()).toEqual(application.attachments.map((attachment) => attachment.sha256).toSorted());
  });

  test('names for each row of a list where it stands in the form, and doubts nothing', async () => {
    const { application } = await read(sample);
    const source = (field: string): string | undefined => application.reading.find((reading) => reading.field === field)?.source;
    expect(source('experts.6')).toBe('表3 第8行');
    expect(source('applicant.postcode')).toBe('表1 第4行');
    expect(application.reading.filter((reading) => reading.confidence !== '1.00')).toEqual([]);
  });

  test('its facts can be read again from the bytes of the bundle alone', async () => {
    const { application, files, facts } = await read(sample);
    const open = ({ sha256 }: { sha256: string }) => files.find((file) => file.sha256 === sha256)?.open() ?? Readable.from([]);
    const again = await readFacts(application.attachments, { open, readers });
    expect(again).toEqual(facts);
  });
});
