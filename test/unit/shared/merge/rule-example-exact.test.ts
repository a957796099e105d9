import { describe, expect, it } from 'vitest';
import { defaultRules, type Rules } from '#shared/domain/round.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Stage } from '#shared/domain/values.ts';
import { ruleExample } from '#shared/merge/index.ts';

const item = (stage: Stage, category: string, max: string, kind: RubricItem['kind'] = 'judged'): RubricItem => ({
  code: 'A01',
  stage,
  category,
  scope: 'level',
  kind,
  text: '示例（虚构）',
  max,
  comment: 'required',
  clause: '一',
});
/** 50 points of documents, 30 of the visit, 20 of the roadshow; in no stage does the largest category stand first. */
const made = [
  item('document', '资格', '5.00', 'gate'),
  item('document', '单位情况', '20.00'),
  item('document', '人员配置', '12.00', 'measured'),
  item('document', '空白', '0.00'),
  item('document', '人员配置', '18.00'),
  item('visit', '场地', '1.00'),
  item('visit', '设备', '20.00', 'measured'),
  item('visit', '场地', '9.00'),
  item('roadshow', '人员配置', '20.00'),
];
const example = (change: Partial<Rules> = {}, items: readonly RubricItem[] = made) =>
  ruleExample({ ...defaultRules, ...change }, { items: [...items] });
const rulesOf = (minExperts: number): Partial<Rules> => ({ aggregate: { ...defaultRules.aggregate, minExperts } });

describe('the worked example on a made-up rubric', () => {
  it('has an item for each stage and category that carries points, in the rubric’s order, numbered from one', () => {
    const [first] = example().aggregate.experts;
    expect(first).toEqual({
      expert: 'e1',
      name: '1',
      counted: 'kept',
      items: [
        { item: 'X01', levelGroup: null, stage: 'document', points: '17.20' },
        { item: 'X02', levelGroup: null, stage: 'document', points: '25.80' },
        { item: 'X03', levelGroup: null, stage: 'visit', points: '8.60' },
        { item: 'X04', levelGroup: null, stage: 'visit', points: '17.20' },
        { item: 'X05', levelGroup: null, stage: 'roadshow', points: '17.20' },
      ],
      stages: { document: '43.00', visit: '25.80', roadshow: '17.20' },
      total: '86.00',
    });
  });

  it('numbers its experts from one, and starts again with the scores after the ninth', () => {
    const { experts } = example(rulesOf(11)).aggregate;
    expect(experts.map(({ expert, name, total }) => `${expert} ${name} ${total}`)).toEqual([
      'e1 1 86.00',
      'e2 2 92.00',
      'e3 3 66.00',
      'e4 4 88.00',
      'e5 5 97.00',
      'e6 6 84.00',
      'e7 7 90.00',
      'e8 8 82.00',
      'e9 9 87.00',
      'e10 10 86.00',
      'e11 11 92.00',
    ]);
    expect(example(rulesOf(1)).aggregate.experts).toHaveLength(5);
  });

  it('shows a second candidate at 84.67 whose roadshow stays below three fifths of what it is worth', () => {
    expect(example().pass).toMatchObject({
      total: '84.67',
      stages: { document: '46.33', visit: '27.80', roadshow: '10.53' },
      rank: 4,
      outcome: 'not-recommended',
      reasons: [{ code: 'stage-below', details: { stage: 'roadshow', points: '10.53', required: '12' } }],
    });
  });

  it('lets the tie be broken by the first step at which the published points differ, and shows what every step compares', () => {
    const tieBreak: Rules['tieBreak'] = [
      { by: 'category', category: '场地' },
      { by: 'stage', stage: 'roadshow' },
      { by: 'category', category: '没有的类别' },
      { by: 'category', category: '设备' },
      { by: 'category', category: '人员配置' },
      { by: 'stage', stage: 'document' },
      { by: 'stage', stage: 'visit' },
      { by: 'vote' },
    ];
    expect(example({ tieBreak }).tie).toEqual([
      { name: '丙', total: '85.00', compared: ['8.50', '17.00', '0.00', '17.00', '42.50', '42.50', '25.50', null], rank: 3 },
      { name: '丁', total: '85.00', compared: ['8.50', '17.00', '0.00', '18.00', '41.50', '41.50', '26.50', null], rank: 2 },
    ]);
  });

  it.each<[string, readonly RubricItem[], [string, string], [string, string], [number, number]]>([
    ['one point', [item('document', '一', '50.00'), item('visit', '二', '50.00')], ['42.50', '42.50'], ['43.50', '41.50'], [4, 3]],
    [
      'all that the documents have, where that is less',
      [item('document', '一', '0.50'), item('visit', '二', '99.50')],
      ['84.57', '0.42'],
      ['85.00', '0.00'],
      [4, 3],
    ],
    [
      'all that the visit has room for, where that is less',
      [item('document', '一', '95.00'), item('visit', '二', '5.00')],
      ['4.25', '80.75'],
      ['5.00', '80.00'],
      [4, 3],
    ],
    ['nothing, where there is no visit', [item('document', '一', '100.00')], ['0.00', '85.00'], ['0.00', '85.00'], [3, 3]],
    ['nothing, where there are no documents', [item('visit', '二', '100.00')], ['85.00', '0.00'], ['85.00', '0.00'], [3, 3]],
    ['nothing, where there is the roadshow alone', [item('roadshow', '三', '100.00')], ['0.00', '0.00'], ['0.00', '0.00'], [2, 2]],
  ])('moves from the documents to the visit of the last candidate %s', (_, items, third, fourth, ranks) => {
    const tieBreak: Rules['tieBreak'] = [
      { by: 'stage', stage: 'visit' },
      { by: 'stage', stage: 'document' },
    ];
    const { tie } = example({ tieBreak }, items);
    expect(tie.map(({ name, compared, rank }) => ({ name, compared, rank }))).toEqual([
      { name: '丙', compared: third, rank: ranks[0] },
      { name: '丁', compared: fourth, rank: ranks[1] },
    ]);
    expect(tie[0]?.total).toBe(tie[1]?.total);
  });

  it('says of each expert in roster order how far the total is from the mean of the others’, above or below it', () => {
    expect(example().deviation).toEqual([
      { name: '1', total: '86.00', others: '85.75', percent: '0.29', deviates: false },
      { name: '2', total: '92.00', others: '84.25', percent: '9.20', deviates: false },
      { name: '3', total: '66.00', others: '90.75', percent: '27.27', deviates: true },
      { name: '4', total: '88.00', others: '85.25', percent: '3.23', deviates: false },
      { name: '5', total: '97.00', others: '83.00', percent: '16.87', deviates: true },
    ]);
  });

  it('is no per cent away from others who gave nothing', () => {
    const worthless = example({}, [item('document', '一', '0.01')]);
    expect(worthless.aggregate.total).toBe('0.00');
    expect(worthless.deviation).toEqual(
      ['1', '2', '3', '4', '5'].map((name) => ({ name, total: '0.00', others: '0.00', percent: '0.00', deviates: false })),
    );
  });
});
