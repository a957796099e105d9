import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssignmentWorkbook } from '#electron/assignments/read-workbook.ts';
import { writeAssignmentWorkbook } from '#electron/assignments/write-workbook.ts';
import { filledWorkbook } from '#electron/forms/blank-workbook.ts';
import { fileInMemory } from '#electron/reading/file-to-read.ts';
import type { ReadRequest } from '#electron/reading/jobs.ts';
import { makeDice } from '#electron/rehearsal/applicants/dice.ts';
import { defaultRubric, type Draft } from '#electron/rounds/draft.ts';
import { readRubricWorkbook } from '#electron/rubrics/read-workbook.ts';
import { writeRubricWorkbook } from '#electron/rubrics/write-workbook.ts';
import { defaultRules } from '#shared/domain/round.ts';
import { turnedPhoto } from '../../fixtures/evidence/photo.ts';
import { readers } from '../../fixtures/readers.ts';
import { anyBytes, jpegSegments, type Mutation, officeParts, pdfObjects } from './mutate.ts';

/** How many of each reader; `npm run test:long` makes 2,000. */
const count = Number(process.env['MUTANTS'] ?? 30);

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/samples', name));

type Tried = {
  readonly name: string;
  readonly originals: () => Promise<readonly Buffer[]>;
  readonly mutation: Mutation;
  readonly jobs: readonly ReadRequest[];
  /**
   * How the process may be ended over a mutant. Office files are counted before they are parsed and pictures measured; what a PDF's contents
   * come to is known only when pdf.js has worked it out.
   */
  readonly endings?: readonly string[];
};

const attachment: readonly ReadRequest[] = [
  { kind: 'form' },
  { kind: 'preview' },
  { kind: 'inspect', as: null },
  { kind: 'inspect', as: 'training-record' },
];

const tried: readonly Tried[] = [
  {
    name: '文件.docx',
    originals: async () => [sample('01-示例职业培训学校/附件3 申报表.docx'), sample('02-示例智造有限公司/附件3 申报表.docx')],
    mutation: officeParts,
    jobs: attachment,
  },
  {
    name: '文件.xlsx',
    originals: async () => [sample('01-示例职业培训学校/培训台账.xlsx'), await filledWorkbook(someForm)],
    mutation: officeParts,
    jobs: attachment,
  },
  {
    name: '文件.pdf',
    originals: async () =>
      ['制度汇编.pdf', '法人登记证书.pdf', '附件4 诚信承诺书.pdf', '场地证明/租赁合同.pdf'].map((name) =>
        sample(`01-示例职业培训学校/${name}`),
      ),
    mutation: pdfObjects,
    jobs: [
      { kind: 'inspect', as: null },
      { kind: 'inspect', as: 'lease' },
      { kind: 'inspect', as: 'regulations' },
    ],
    // Broken off: a promise of pdf.js that nobody waits for fails, and takes the process with it.
    endings: ['reading/too-long', 'reading/too-much-memory', 'reading/broke-off'],
  },
  {
    name: '照片.jpg',
    originals: async () => [turnedPhoto(), sample('01-示例职业培训学校/照片/实操场地.jpg')],
    mutation: jpegSegments,
    jobs: [{ kind: 'photo' }, { kind: 'inspect', as: 'photo' }],
  },
  {
    name: '评分标准.xlsx',
    originals: async () => [await writeRubricWorkbook(defaultRubric, 'zh')],
    mutation: officeParts,
    jobs: [{ kind: 'workbook' }],
  },
  {
    name: '分配.xlsx',
    originals: async () => [await writeAssignmentWorkbook(someDraft, 'zh')],
    mutation: officeParts,
    jobs: [{ kind: 'workbook' }],
  },
];

/** How reading one mutant ended: `read`, or the code of its refusal. */
async function read(of: Tried, { original, seed }: { original: Buffer; seed: number }): Promise<string> {
  const dice = makeDice(of.name, seed);
  const bytes = await (dice.between(0, 3) === 0 ? anyBytes : of.mutation)(original, dice);
  const result = await readers.read({ ...dice.pick(of.jobs), file: fileInMemory({ name: of.name, bytes }) });
  if (!result.ok) {
    return result.refusal.code;
  }
  if (Array.isArray(result.value)) {
    readRubricWorkbook(result.value);
    readAssignmentWorkbook(someDraft, result.value);
  }
  return 'read';
}

describe(`${count} mutants, each read or refused within the limits of a reading process`, () => {
  test.each(tried)('$name', async (of) => {
    const originals = await of.originals();
    const outcomes = new Map<string, number[]>();
    for (let seed = 1; seed <= count; seed++) {
      const outcome = await read(of, { original: originals[seed % originals.length] ?? Buffer.alloc(0), seed });
      outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), seed]);
    }
    if (count > 100) {
      console.log(of.name, Object.fromEntries([...outcomes].map(([outcome, seeds]) => [outcome, seeds.length])));
    }
    const endings = ['too-long', 'too-much-memory', 'broke-off', 'unavailable'].map((fault) => `reading/${fault}`);
    const unwanted = [...outcomes].filter(([outcome]) => endings.includes(outcome) && of.endings?.includes(outcome) !== true);
    expect(Object.fromEntries(unwanted)).toEqual({});
    expect(outcomes.get('read')?.length ?? 0).toBeGreaterThan(0);
  });
});

const nobody = { name: '', post: '', title: '', phone: '', email: '' };
const someForm: Parameters<typeof filledWorkbook>[0] = {
  applicant: {
    name: '示例职业培训学校',
    type: null,
    creditCode: '',
    authority: '示例市人社局',
    address: '示例路 1 号',
    postcode: '325000',
    head: { ...nobody, name: '张示例' },
    contact: nobody,
  },
  filedOn: null,
  staff: [{ name: '李示例', sex: '女', age: 30, idNumber: '', education: '本科', post: '教务', title: '', duty: '教学' }],
  experts: [],
  assessors: [],
  regulations: ['管理制度'],
  occupations: [],
  venues: [],
};

const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;
const someDraft: Draft = {
  id: 'round-mutants',
  title: '示例批次',
  practice: false,
  authority: '',
  notice: '',
  schedule: { applicationsUntil: null, documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null },
  rubric: defaultRubric,
  rules: defaultRules,
  panel: ['甲', '乙', '丙'].map((name, index) => ({
    id: `expert-${index}`,
    name,
    organisation: '示例单位',
    role: index === 0 ? 'chair' : 'expert',
    signKey: key,
    ageRecipient: 'age1',
  })),
  chairScores: true,
  applications: ['一', '二', '三', '四'].map((name, index) => ({
    id: `app-${index}`,
    applicant: { id: `applicant-${index}`, name: `示例学校${name}`, type: '院校' },
    occupations: [{ name: '茶艺师', levels: ['五级'] }],
    bundle: { sha256: '0'.repeat(64), bytes: 1 },
  })),
  assignments: null,
  recusals: [{ expert: 'expert-1', applicant: 'applicant-2', reason: '示例' }],
};
