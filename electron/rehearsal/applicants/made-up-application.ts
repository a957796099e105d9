import catalogue from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import type { FormContents } from '#shared/forms/form-layout.ts';
import type { Character } from './character.ts';
import { type Dice, makeDice } from './dice.ts';
import { type MadeUpPerson, makeUpCreditCode, makeUpPeople, withWrongCheckDigit } from './made-up-people.ts';

const words = '瓯越 启航 匠心 海川 云帆 知行 东瓯 鼎新 致远 明德 求是 崇文 博远 恒信 卓越 星火'.split(' ');
const districts = ['鹿城区', '龙湾区', '瓯海区', '洞头区', '瑞安市', '乐清市', '永嘉县', '平阳县'];
const endings = {
  民非: '职业培训学校',
  企业: '智造有限公司',
  院校: '技工学校',
  研究院: '技术研究院',
  社会团体: '行业协会',
  行业分支机构: '协会分会',
} as const;
const codeKinds = { 民非: '52', 企业: '91', 院校: '12', 研究院: '12', 社会团体: '51', 行业分支机构: '51' } as const;
const middleTitles = ['工程师', '讲师', '技师', '中级职称（工程师）', '经济师（中级）'];
const seniorTitles = ['高级工程师', '高级技师', '副教授', '教授级高级工程师'];
const regulations = [
  '财务管理制度',
  '工作规程（报名、收费、考核评价、办证）',
  '岗位责任制',
  '档案管理制度',
  '设备安全操作规程',
  '考评人员守则、考务人员守则、考场规则',
  '安全保卫制度',
  '设备设施管理制度',
  '督导与保密管理制度',
];
const equipment = [
  '实训工作台 GZ-1.2',
  '多功能实训装置 SX-300',
  '计算机 i5',
  '操作模拟器 FS-2',
  '直播一体机 ZB-5',
  '数据采集终端 DC-8',
  '检测分析仪 FX-20',
];
const duties = [
  ['主任', '高级工程师', '主任，负责评价机构全面工作'],
  ['副主任', '工程师', '副主任'],
  ['副主任', '技师', '副主任'],
  ['办公室主任', '经济师（中级）', '办公室主任'],
  ['职员', '', '考务人员'],
  ['职员', '', '考务人员'],
  ['职员', '', '档案管理'],
  ['职员', '高级工', '设备维修保养'],
  ['职员', '助理工程师', '计算机管理'],
  ['会计', '初级会计（会计从业资格）', '财务管理'],
  ['职员', '技师', '督导人员'],
] as const;
/** Staff who are assessors as well: 副主任, 副主任, 督导. */
const ownAssessorRows = [1, 2, 10];

/** What a made-up applicant writes into its form. Everything in it is invented; the organisation's name says 示例. */
export function makeUpApplication({ seed, index, character }: { seed: number; index: number; character: Character }): FormContents {
  const dice = makeDice('applicant', seed, index);
  const person = makeUpPeople(dice);
  const number = String((index + 1) % 10_000).padStart(4, '0');
  const district = dice.pick(districts);
  const word = words[(index + seed) % words.length] ?? '';
  const series = index < words.length ? '' : `第${Math.floor(index / words.length) + 1}`;
  const staff = duties.map(([post, title, duty]) => ({ ...person(title === '' ? ['大专'] : ['本科', '大专']), post, title, duty }));
  const phone = (line: 'head' | 'contact'): string => (line === 'head' ? `138-0000-${number}` : `0577-8800${number}`);
  const leader = (row: number, line: 'head' | 'contact'): FormContents['applicant']['head'] => ({
    name: staff[row]?.name ?? '',
    post: staff[row]?.post ?? '',
    title: staff[row]?.title ?? '',
    phone: phone(line),
    email: `office${index + 1}@example.com`,
  });
  const occupations = chooseOccupations(dice, character);
  const fields = occupations.map(({ name }) => name);
  return {
    applicant: {
      name: `温州市${district.slice(0, -1)}${series}示例${word}${endings[character.type]}`,
      type: character.type,
      creditCode: makeUpCreditCode(codeKinds[character.type], dice),
      authority: '温州市某某局（示例）',
      address: `温州市${district}示例路${dice.between(1, 300)}号`,
      postcode: '325000',
      head: leader(0, 'head'),
      contact: leader(3, 'contact'),
    },
    filedOn: `2022-10-${String(dice.between(10, 28))}`,
    staff: staff.map((member, row) =>
      row >= 4 && row < 4 + character.wrongIdNumbers ? { ...member, idNumber: withWrongCheckDigit(member.idNumber) } : member,
    ),
    experts: fields.flatMap((field, place) => expertsFor({ field, place, seed, character, dice, person })),
    assessors: fields.flatMap((field) => assessorsFor({ field, staff, character, dice, person })),
    regulations: regulations.slice(0, regulations.length - character.regulationsMissing),
    occupations,
    venues: fields.map((occupation) => ({
      occupation,
      theoryAreaSquareMetres: character.theoryAreaSquareMetres,
      skillAreaSquareMetres: dice.between(12, 24) * 10,
      equipment: dice.draw(equipment, 3).map((name) => ({ name, count: dice.between(8, 30) })),
      testEquipment: [
        { name: '高拍仪 GP-1600', count: 2 },
        { name: '声级计 AWA5636', count: dice.between(1, 4) },
      ],
    })),
  };
}

function chooseOccupations(dice: Dice, character: Character): FormContents['occupations'] {
  return dice.draw(catalogue, character.occupations).map(({ name, code }) => {
    const lowest = dice.between(0, 1);
    const levels = (['五级', '四级', '三级', '二级', '一级'] as const).slice(lowest, character.reach === 'all-levels' ? 5 : 3);
    return { name, code, work: null, levels, note: '' };
  });
}

type Maker = ReturnType<typeof makeUpPeople>;

function expertsFor(of: {
  field: string;
  place: number;
  seed: number;
  character: Character;
  dice: Dice;
  person: Maker;
}): FormContents['experts'] {
  const { field, character, dice } = of;
  const shared = character.shares === 'an-expert' && of.place === 0 ? [makeUpPeople(makeDice('shared expert', of.seed))(['硕士'])] : [];
  const people: MadeUpPerson[] = [
    ...shared,
    ...Array.from({ length: character.expertsPerOccupation - shared.length }, () => of.person(['本科', '大专', '硕士'])),
  ];
  const experts = people.map(({ name, sex, idNumber, education }, row) => ({
    name,
    sex,
    idNumber,
    education,
    title: dice.pick(row < character.seniorExperts ? seniorTitles : middleTitles),
    field,
  }));
  return character.repeatedExpert === 'once' ? [...experts, ...experts.slice(0, 1)] : experts;
}

function assessorsFor(of: {
  field: string;
  staff: readonly { name: string; sex: string; education: string; title: string }[];
  character: Character;
  dice: Dice;
  person: Maker;
}): FormContents['assessors'] {
  const { field, character, dice } = of;
  const own = ownAssessorRows.slice(0, character.ownAssessors).flatMap((row) => of.staff[row] ?? []);
  const senior = character.reach === 'all-levels' && character.seniorExperts > 10;
  const others = Array.from({ length: character.assessorsPerOccupation - own.length }, () => ({
    ...of.person(['本科', '大专']),
    title: dice.pick(senior ? seniorTitles : [...middleTitles, ...seniorTitles]),
  }));
  return [...own, ...others].map(({ name, sex, education, title }) => ({
    name,
    sex,
    education,
    title,
    years: dice.between(4, 25),
    field,
    certificate: `P3303${dice.between(10_000_000, 99_999_999)}`,
  }));
}
