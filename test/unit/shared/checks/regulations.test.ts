import { describe, expect, it } from 'vitest';
import { anApplication, anInput, sha } from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';

const check = (listed: string[], texts: string[] | null = listed) =>
  checkApplication(
    anInput({
      application: {
        regulations: listed,
        ...(texts === null ? { attachments: anApplication().attachments.filter((one) => one.class !== 'regulations') } : {}),
      },
      facts: { regulations: (texts ?? []).map((title, index) => ({ attachment: sha('4'), page: index + 1, title })) },
    }),
  );
const verdicts = (findings: ReturnType<typeof check>) =>
  Object.fromEntries(findings.filter(({ code }) => /^A(1[5-9]|2[0-3])$/.test(code)).map(({ code, verdict }) => [code, verdict]));
const met = (titles: string[]) =>
  Object.entries(verdicts(check(titles)))
    .filter(([, verdict]) => verdict === 'met')
    .map(([code]) => code);

describe('the nine regulations', () => {
  it('of the form are all found', () => {
    expect(Object.values(verdicts(check(anApplication().regulations)))).toEqual(Array.from({ length: 9 }, () => 'met'));
  });

  it.each([
    ['A15', ['财务管理制度', '财会制度', '经费管理办法', '会计制度']],
    ['A16', ['工作规程', '职业技能等级认定工作流程', '认定实施细则', '考务管理办法']],
    ['A17', ['岗位责任制', '岗位职责', '各岗位责任制度']],
    ['A18', ['档案管理制度', '考评档案制度']],
    ['A19', ['设备安全操作规程', '无人机操作规范']],
    ['A21', ['安全保卫制度', '安保制度', '治安制度', '安全管理制度']],
    ['A22', ['设备设施管理制度', '设备、设施管理制度', '仪器管理办法']],
    ['A23', ['保密制度', '督导制度', '应急预案', '收费公示制度', '投诉处理办法']],
  ])('%s goes by each of %j', (code, titles) => {
    for (const title of titles) {
      expect([title, met([title])]).toEqual([title, [code]]);
    }
  });

  it('A20 needs the rules of assessors, of examiners and of the room, in one or several', () => {
    expect(met(['考评人员守则', '考务人员守则', '考场规则'])).toEqual(['A20']);
    expect(met(['考评人员和考务人员守则、考场规则'])).toEqual(['A20']);
    const [partly] = check(['考评人员守则', '考场规则']).filter(({ code }) => code === 'A20');
    expect(partly).toMatchObject({ verdict: 'doubtful', reason: 'regulation-partial', found: { number: 0, unit: '项' }, proposed: null });
  });

  it('nonsense and nothing are no regulation', () => {
    expect(Object.values(verdicts(check(['某某', ''])))).toEqual(Array.from({ length: 9 }, () => 'not-met'));
    const [a15] = check([], null).filter(({ code }) => code === 'A15');
    expect(a15).toMatchObject({
      reason: 'regulation-missing',
      found: { number: 0 },
      proposed: { kind: 'choice', choice: 'none' },
      where: [],
    });
  });

  it.each([
    [['财务制度'], ['财务制度'], 'met', 'regulation-found', 1],
    [['财务制度'], [], 'doubtful', 'regulation-unread', 1],
    [['财务制度'], ['档案制度'], 'doubtful', 'regulation-no-text', 1],
    [['财务制度'], null, 'doubtful', 'regulation-no-text', 1],
    [[], ['财务制度'], 'doubtful', 'regulation-not-listed', 1],
    [[], [], 'doubtful', 'regulation-unread-unlisted', 0],
  ])('listed %j, found %j: %s, %s', (listed, texts, verdict, reason, number) => {
    const [a15] = check(listed, texts).filter(({ code }) => code === 'A15');
    expect(a15).toMatchObject({
      verdict,
      reason,
      found: { number, unit: '项' },
      required: { number: 1, unit: '项' },
      details: { name: '财务管理制度' },
      proposed: null,
    });
  });

  it.each([
    ['too-long', 'doubtful'],
    ['encrypted', 'doubtful'],
    [null, 'doubtful'],
    ['empty', 'not-met'],
  ])('a second compilation that could not be read (%s) may hold what the first leaves out: %s', (problem, verdict) => {
    const known = anApplication().attachments;
    const attachments = [...known, { sha256: sha('8'), name: '制度汇编（二）.pdf', bytes: 1, class: 'regulations' as const, problem }];
    const [a15] = checkApplication(
      anInput({
        application: { regulations: ['档案制度'], attachments },
        facts: { regulations: [{ attachment: sha('4'), page: 1, title: '档案制度' }] },
      }),
    ).filter(({ code }) => code === 'A15');
    expect(a15?.verdict).toBe(verdict);
  });

  it('point to the row of the list and the page of the text', () => {
    const [a18] = check(['财务制度', '档案制度'], ['档案制度']).filter(({ code }) => code === 'A18');
    expect(a18?.where).toEqual([
      { source: '附件3 已建立规章制度目录 第2行', attachment: sha('f'), page: null },
      { source: '制度文本 档案制度', attachment: sha('4'), page: 1 },
    ]);
  });
});

describe('standards, textbooks and question banks (A24–A26)', () => {
  const found = (code: string, ...names: string[]) =>
    checkApplication(
      anInput({
        application: { attachments: names.map((name) => ({ sha256: sha('7'), name, bytes: 1, class: 'other' as const, problem: null })) },
      }),
    ).filter((finding) => finding.code === code);

  it.each([
    ['A24', '国家职业技能标准.pdf', 'standard-named'],
    ['A25', '培训大纲.pdf', 'textbook-named'],
    ['A24', '某.pdf', 'standard-not-seen'],
    ['A25', '某.pdf', 'textbook-not-seen'],
  ])('%s with %s: %s, for a person to read', (code, name, reason) => {
    const seen = reason.endsWith('named');
    expect(found(code, name)[0]).toMatchObject({
      verdict: 'doubtful',
      reason,
      found: { number: seen ? 1 : 0, unit: '份' },
      where: seen ? [{ source: name, attachment: sha('7'), page: null }] : [],
      details: { remark: '已颁布国家标准' },
      proposed: null,
    });
  });

  it('are asked per occupation, and question banks per level group', () => {
    expect(found('A24')).toHaveLength(1);
    expect(found('A26').map(({ levelGroup }) => levelGroup)).toEqual(['skilled', 'technician']);
  });

  it.each<[string[], [reason: string, covered: number, proposed: object | null][]]>([
    [
      [],
      [
        ['question-bank-not-seen', 0, null],
        ['question-bank-not-seen', 0, null],
      ],
    ],
    [
      ['某.pdf'],
      [
        ['question-bank-not-seen', 0, null],
        ['question-bank-not-seen', 0, null],
      ],
    ],
    [
      ['题库目录.xlsx'],
      [
        ['question-bank-named', 0, null],
        ['question-bank-named', 0, null],
      ],
    ],
    [
      ['四级样卷.pdf'],
      [
        ['question-bank-levels', 1, { kind: 'ratio', count: '1', of: '2' }],
        ['question-bank-named', 0, null],
      ],
    ],
    [
      ['3级试题.pdf', '四级题库.pdf', '五级题库.pdf', '二级 试卷.pdf'],
      [
        ['question-bank-levels', 2, { kind: 'ratio', count: '2', of: '2' }],
        ['question-bank-levels', 1, { kind: 'ratio', count: '1', of: '1' }],
      ],
    ],
  ])('A26 by files named %j counts the levels applied for that they name', (names, want) => {
    expect(
      found('A26', ...names).map(({ verdict, reason, found: covered, proposed, required }) => [
        verdict,
        reason,
        covered,
        proposed,
        required,
      ]),
    ).toEqual(
      want.map(([reason, number, proposed], index) => [
        'doubtful',
        reason,
        { number, unit: '个等级' },
        proposed,
        { number: index === 0 ? 2 : 1, unit: '个等级' },
      ]),
    );
  });

  it('A26 says which levels, and points to the files', () => {
    const [skilled] = found('A26', '四级题库.pdf', '三级题库.pdf', '某.pdf');
    expect(skilled).toMatchObject({ details: { files: 2, levels: '四级、三级' } });
    expect(skilled?.where.map(({ source }) => source)).toEqual(['四级题库.pdf', '三级题库.pdf']);
  });
});
