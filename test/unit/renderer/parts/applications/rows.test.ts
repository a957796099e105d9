import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Problems } from '#shared/api/problems.ts';
import { isFiltered, listSearchSchema } from '../../../../../renderer/parts/applications/list-search.ts';
import { isDone, listedRows } from '../../../../../renderer/parts/applications/rows.ts';

type Made = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  type?: ApplicationRow['applicant']['type'];
  occupations?: string[];
  filled?: number;
};

function row({ id, name, pinyin, initials, type = null, occupations = ['甲职业'], filled = 0 }: Made): ApplicationRow {
  const stage = { state: 'draft' as const, filled, total: 10 };
  return {
    id,
    applicant: { id: `a-${id}`, name, type },
    occupations: occupations.map((one) => ({ name: one, levels: ['三级'] })),
    pinyin,
    initials,
    recused: false,
    readable: true,
    stages: { document: stage, visit: stage, roadshow: stage },
  };
}

const rows = [
  row({ id: '1', name: '示例职业培训学校', pinyin: 'shilizhiyepeixunxuexiao', initials: 'slzypxxx', type: '民非', filled: 10 }),
  row({
    id: '2',
    name: '阿尔法（虚构）公司',
    pinyin: 'aerfaxugougongsi',
    initials: 'aefxggs',
    type: '企业',
    occupations: ['甲职业', '乙职业'],
    filled: 5,
  }),
  row({ id: '3', name: '虚构行业协会', pinyin: 'xugouhangyexiehui', initials: 'xghyxh', type: '社会团体' }),
];
const problems = new Map<string, Problems>([
  ['1', { application: '1', notMet: [], doubtful: [] }],
  ['2', { application: '2', notMet: ['A11', 'A11'], doubtful: ['G05'] }],
]);
const ids = (search: Parameters<typeof listedRows>[2]) => listedRows(rows, problems, search).map(({ id }) => id);

describe('the listed applications', () => {
  it('are all of them in the round’s order when nothing is asked', () => {
    expect(ids({})).toEqual(['1', '2', '3']);
    expect(isFiltered({ stage: 'visit', sort: 'name' })).toBe(false);
  });

  it('are found by name, pinyin and initials, typed in any width and case', () => {
    expect(ids({ q: '培训' })).toEqual(['1']);
    expect(ids({ q: 'XuGou' })).toEqual(['2', '3']);
    expect(ids({ q: 'xu gou hang' })).toEqual(['3']);
    expect(ids({ q: 'slzy' })).toEqual(['1']);
    expect(ids({ q: 'ｓｌｚｙ' })).toEqual(['1']);
    expect(ids({ q: '(虚构)' })).toEqual(['2']);
    expect(ids({ q: '不在其中' })).toEqual([]);
  });

  it('are narrowed by type, occupation, progress and finding together', () => {
    expect(ids({ type: '企业' })).toEqual(['2']);
    expect(ids({ occupation: '乙职业' })).toEqual(['2']);
    expect(ids({ progress: 'done' })).toEqual(['1']);
    expect(ids({ progress: 'open' })).toEqual(['2', '3']);
    expect(ids({ progress: 'open', q: 'x', type: '社会团体' })).toEqual(['3']);
  });

  it('have or lack a finding only once they are checked', () => {
    expect(ids({ problem: 'not-met' })).toEqual(['2']);
    expect(ids({ problem: 'doubtful' })).toEqual(['2']);
    expect(ids({ problem: 'none' })).toEqual(['1']);
    expect(ids({ problem: 'A11' })).toEqual(['2']);
    expect(ids({ problem: 'A12' })).toEqual([]);
  });

  it('are sorted by any column, both ways', () => {
    expect(ids({ sort: 'name' })).toEqual(['2', '1', '3']);
    expect(ids({ sort: 'name', descending: true })).toEqual(['3', '1', '2']);
    expect(ids({ sort: 'document' })).toEqual(['3', '2', '1']);
    expect(ids({ sort: 'occupations', descending: true })).toEqual(['2', '1', '3']);
    expect(ids({ sort: 'problems', descending: true })).toEqual(['2', '1', '3']);
  });

  it('put a recused one behind what is done, for there is nothing to do', () => {
    const recused = { ...row({ id: '4', name: '回避', pinyin: 'huibi', initials: 'hb' }), recused: true };
    expect(listedRows([recused, ...rows], problems, { sort: 'visit' }).map(({ id }) => id)).toEqual(['3', '2', '1', '4']);
    expect(isDone(recused, undefined)).toBe(true);
  });

  it('take an address of another time as far as it is understood', () => {
    expect(listSearchSchema.parse({ q: '示例', sort: 'no such column', progress: 7, stage: 'visit' })).toEqual({
      q: '示例',
      stage: 'visit',
    });
  });
});
