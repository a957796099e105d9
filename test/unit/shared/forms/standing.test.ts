import { describe, expect, it, test } from 'vitest';
import { readStanding } from '#shared/forms/proofs/standing.ts';

const occupations = ['工业机器人系统运维员', '无人机驾驶员'];
const robots = (people: number) => [{ occupation: '工业机器人系统运维员', people }];
const page = (text: string) => ({ pages: [{ page: 1, text }], rows: [] });
const table = (...rows: string[][]) => ({ pages: [], rows });
const evaluatedIn = (...documents: Parameters<typeof readStanding>[0]) => readStanding(documents, occupations).evaluated;
const departmentIn = (text: string) => readStanding([page(text)], occupations).evaluationDepartment;

test('stars, civil grade and members are read only where they are said', () => {
  const standing = readStanding([page('评估等级评定为四星。本会会员单位共 120 家，民政部门评估等级：4A级')], occupations);
  expect(standing).toMatchObject({ stars: 4, civilGrade: 4, members: 120, grade2022: null });
  expect(readStanding([page('三星手机')], occupations)).toMatchObject({ stars: null, civilGrade: null, members: null });
  expect(readStanding([table(['评估等级', '评定为四星'])], occupations).stars).toBe(4);
});

describe('the number of people an enterprise has evaluated itself', () => {
  it.each([
    '工业机器人系统运维员 等级认定自主评价 236 人',
    '本公司累计开展工业机器人系统运维员职业技能等级认定自主评价２３６人。',
    '截至2022年9月，工业机器人系统运维员累计自主评价236名人员。自主评价：工业机器人系统运维员 236 人，其中二级以上 30 人。',
    '2020年以来，工业机器人系统运维员自主评价共计 236 人',
    '工业机器人系统\n运维员 等级认定自主\n评价 236 人。',
  ])('is read from the sentence %j', (text) => {
    expect(evaluatedIn(page(text))).toEqual(robots(236));
  });

  it('reads a thousand with its comma, and every occupation in a sentence of its own', () => {
    expect(evaluatedIn(page('工业机器人系统运维员自主评价1,236人；无人机驾驶员自主评价 88 人。'))).toEqual([
      ...robots(1236),
      { occupation: '无人机驾驶员', people: 88 },
    ]);
  });

  it.each([
    ['of nobody’s occupation', '等级认定自主评价 236 人'],
    ['of an occupation outside the catalogue', '烘焙师 等级认定自主评价 236 人'],
    ['of several occupations at once', '工业机器人系统运维员、无人机驾驶员自主评价共 236 人'],
    ['of 人次', '工业机器人系统运维员自主评价 236 人次'],
    ['of one year', '2021年工业机器人系统运维员自主评价 236 人'],
    ['of year by year', '工业机器人系统运维员自主评价：2020年100人，2021年136人'],
    ['of what is planned', '计划开展工业机器人系统运维员自主评价 236 人'],
    ['of people trained', '工业机器人系统运维员自主评价培训 236 人'],
    ['of something else evaluated', '工业机器人系统运维员 取证 236 人'],
  ])('leaves to a person what is said %s', (_, text) => {
    expect(evaluatedIn(page(text))).toEqual([]);
  });

  it('adds up the rows of a table by occupation, leaving its sums aside', () => {
    const rows = [
      ['自主评价台账'],
      ['序号', '职业（工种）', '年度', '等级认定自主评价人数'],
      ['1', '工业机器人系统运维员', '2020', '100人'],
      ['2', '', '2021', '136'],
      ['小计', '', '', '236'],
      ['3', '无人机驾驶员', '2021', '12'],
      ['4', '烘焙师', '2021', '7'],
      ['5', '', '2022', '9'],
      ['合计', '', '', '264'],
    ];
    expect(evaluatedIn(table(...rows))).toEqual([...robots(236), { occupation: '无人机驾驶员', people: 12 }]);
    expect(evaluatedIn(page('职业 自主评价人数\n工业机器人系统运维员 236\n无人机驾驶员 12'))).toEqual([
      ...robots(236),
      { occupation: '无人机驾驶员', people: 12 },
    ]);
  });

  it('does not take 人次, a doubtful number or a table without occupations for it', () => {
    expect(evaluatedIn(table(['职业', '自主评价人次'], ['工业机器人系统运维员', '236']))).toEqual([]);
    expect(evaluatedIn(table(['职业', '自主评价人数'], ['工业机器人系统运维员', '236或240']))).toEqual([]);
    expect(evaluatedIn(table(['年度', '培训（评价）人次', '其中：本职业'], ['2021', '230', '230']))).toEqual([]);
  });

  it('is read once where two documents agree, and not at all where they differ', () => {
    const said = (people: number) => page(`工业机器人系统运维员自主评价 ${people} 人`);
    expect(evaluatedIn(said(236), table(['职业', '自主评价人数'], ['工业机器人系统运维员', '236']))).toEqual(robots(236));
    expect(evaluatedIn(said(236), said(199))).toEqual([]);
  });
});

describe('the own department for evaluating', () => {
  it.each([
    '本公司设立技能评价中心，专门从事评价工作。',
    '关于成立职业技能等级认定办公室的通知',
    '内设机构：综合部、生产部、职业技能评价部',
    '公司设有专门从事评价工作的内设机构',
  ])('is there by %j', (text) => {
    expect(departmentIn(text)).toBe(true);
  });

  it.each(['本公司未设立专门的评价机构。', '公司尚未成立职业技能评价中心', '没有专门从事评价工作的内设机构'])(
    'is missing by %j',
    (text) => {
      expect(departmentIn(text)).toBe(false);
    },
  );

  it.each([
    '本公司拟设立职业技能评价中心',
    '市人力社保局设立的职业技能鉴定中心',
    '本公司设立财务部。评价工作另行安排',
    '评价中心',
    '本公司设立评价中心。本公司未设立评价中心。',
    '',
  ])('is an open question after %j', (text) => {
    expect(departmentIn(text)).toBeNull();
  });
});
