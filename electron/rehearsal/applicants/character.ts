import type { ApplicantType } from '#shared/domain/application.ts';

/** What a made-up applicant is like: most are sound, some lack something that the checks must find. */
export type Character = {
  readonly type: ApplicantType;
  readonly occupations: 1 | 2 | 3;
  readonly reach: 'skilled' | 'all-levels';
  readonly expertsPerOccupation: number;
  /** Of them with 高级 titles. */
  readonly seniorExperts: number;
  readonly repeatedExpert: 'none' | 'once';
  readonly assessorsPerOccupation: number;
  readonly ownAssessors: number;
  readonly premises: { readonly kind: 'owned' } | { readonly kind: 'leased'; readonly months: number };
  readonly theoryAreaSquareMetres: number;
  readonly regulationsMissing: number;
  readonly trained: readonly number[];
  readonly wrongIdNumbers: number;
  readonly pledge: 'signed' | 'unsigned';
  readonly standing: readonly string[];
  /** 企业: how many people it says it has evaluated itself in each of its occupations; null where it doesn't say. */
  readonly evaluatedPeople: number | null;
  /** With whom it shares something that only the comparison of applicants shows. */
  readonly shares: 'nothing' | 'an-expert' | 'a-photo';
};

const sound: Character = {
  type: '民非',
  occupations: 2,
  reach: 'skilled',
  expertsPerOccupation: 22,
  seniorExperts: 6,
  repeatedExpert: 'none',
  assessorsPerOccupation: 11,
  ownAssessors: 3,
  premises: { kind: 'leased', months: 48 },
  theoryAreaSquareMetres: 80,
  regulationsMissing: 0,
  trained: [3600, 3900, 4300],
  wrongIdNumbers: 0,
  pledge: 'signed',
  standing: [],
  evaluatedPeople: null,
  shares: 'nothing',
};

/** In the order in which applicants are made; after the last the first comes again, with other people and occupations. */
export const characters: readonly Character[] = [
  { ...sound, shares: 'an-expert' },
  {
    ...sound,
    type: '企业',
    occupations: 1,
    reach: 'all-levels',
    expertsPerOccupation: 17,
    seniorExperts: 2,
    repeatedExpert: 'once',
    assessorsPerOccupation: 9,
    ownAssessors: 2,
    premises: { kind: 'leased', months: 24 },
    theoryAreaSquareMetres: 55,
    trained: [80, 150],
    wrongIdNumbers: 1,
    standing: ['2022年度人力社保部门技能人才自主评价评估等级评定为四星。', '本公司设立技能评价中心，专门从事评价工作。'],
    shares: 'a-photo',
  },
  {
    ...sound,
    type: '院校',
    occupations: 1,
    reach: 'all-levels',
    expertsPerOccupation: 26,
    seniorExperts: 22,
    assessorsPerOccupation: 14,
    premises: { kind: 'owned' },
    theoryAreaSquareMetres: 120,
  },
  {
    ...sound,
    occupations: 3,
    expertsPerOccupation: 20,
    assessorsPerOccupation: 10,
    premises: { kind: 'leased', months: 36 },
    theoryAreaSquareMetres: 60,
  },
  {
    ...sound,
    type: '社会团体',
    occupations: 1,
    trained: [2600, 3000, 3200],
    standing: ['经民政部门评估，本会获评3A级社会组织（民政评估等级3A）。', '本会现有会员单位86家。'],
  },
  {
    ...sound,
    type: '企业',
    occupations: 2,
    premises: { kind: 'owned' },
    trained: [120, 180, 260],
    standing: ['2022年度人力社保部门技能人才自主评价评估等级评定为五星。', '本公司设立职业技能等级认定办公室，专门从事评价工作。'],
    evaluatedPeople: 236,
  },
  { ...sound, trained: [4100, 4500], ownAssessors: 2, shares: 'a-photo' },
  {
    ...sound,
    type: '院校',
    occupations: 2,
    premises: { kind: 'owned' },
    regulationsMissing: 2,
    wrongIdNumbers: 2,
    pledge: 'unsigned',
    shares: 'an-expert',
  },
];
