import { describe, expect, it } from 'vitest';
import { anInput, aStaffRow, type Staff, wholeStaff } from '../../../fixtures/checks/an-application.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { leaderConditions } from '#shared/checks/leaders.ts';
import { dutiesOf } from '#shared/checks/staff.ts';

const check = (staff: readonly Staff[]) => checkApplication(anInput({ application: { staff: [...staff] } }));
const found = (code: string, staff: readonly Staff[]) => check(staff).find((finding) => finding.code === code);

describe('what a row’s post and duty say', () => {
  it.each([
    ['主任', '主任，负责评价机构全面工作', ['director']],
    ['副主任', '副主任', ['deputy']],
    ['办公室主任', '办公室主任', ['office-head']],
    ['办公室副主任', '', []],
    ['中心主任', '', ['director']],
    ['主任', '办公室主任', ['director', 'office-head']],
    ['职员', '考务人员', ['examination']],
    ['考务员', '', ['examination']],
    ['职员', '档案管理', ['archive']],
    ['职员', '设备维修保养', ['maintenance']],
    ['设备员', '', ['maintenance']],
    ['职员', '计算机管理', ['computer']],
    ['职员', '机考系统', ['computer']],
    ['会计', '', ['finance']],
    ['职员', '出纳', ['finance']],
    ['职员', '督导人员', ['supervision']],
    ['职员', '考务、档案', ['examination', 'archive']],
    ['校长', '负责评价机构全面工作', ['director']],
    ['副校长', '', ['deputy']],
    ['主任科员', '', []],
    ['主任医师', '', []],
    ['职员', '', []],
    ['', '—', []],
  ])('%j, %j: %j', (post, duty, want) => {
    expect([...dutiesOf({ post, duty })].toSorted()).toEqual([...want].toSorted());
  });

  it('that names none of the notice’s is pointed to', () => {
    expect(found('dutyUnclear', [aStaffRow(1), aStaffRow(2, { duty: '门卫' })])).toMatchObject({
      item: null,
      verdict: 'doubtful',
      found: { number: 1, unit: '人' },
      where: [{ source: '附件3 工作人员情况 第2行' }],
      clause: '附件2 一',
    });
    expect(found('dutyUnclear', wholeStaff)).toBeUndefined();
  });
});

describe('numbers of staff', () => {
  it.each([
    ['A06', '考务人员', 2],
    ['A07', '档案管理', 1],
    ['A08', '设备维修', 1],
    ['A09', '计算机管理', 1],
    ['A14', '督导', 1],
  ])('%s: one fewer, as many and one more than %s × %i', (code, duty, least) => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => aStaffRow(index, { duty }));
    expect(found(code, rows(least - 1))).toMatchObject({
      verdict: 'not-met',
      found: { number: least - 1 },
      proposed: { number: `${least - 1}` },
    });
    expect(found(code, rows(least))).toMatchObject({
      verdict: 'met',
      found: { number: least, unit: '人' },
      required: { number: least, unit: '人' },
    });
    expect(found(code, rows(least + 1))).toMatchObject({
      verdict: 'met',
      found: { number: least + 1 },
      proposed: { kind: 'number', number: `${least + 1}` },
    });
    expect(found(code, rows(least))?.where).toHaveLength(least);
    expect(found(code, rows(least))?.details).toMatchObject({ unplaced: 0 });
  });

  it.each([
    [1, 0, 'not-met', 'staff-count'],
    [1, 1, 'doubtful', 'staff-count-open'],
    [0, 1, 'not-met', 'staff-count'],
    [0, 2, 'doubtful', 'staff-count-open'],
    [2, 5, 'met', 'staff-count'],
  ])('%i with the duty and %i whose duty can’t be told: %s', (placed, unplaced, verdict, reason) => {
    const staff = [
      ...Array.from({ length: placed }, (_, index) => aStaffRow(index)),
      ...Array.from({ length: unplaced }, (_, index) => aStaffRow(50 + index, { duty: '', post: '' })),
    ];
    expect(found('A06', staff)).toMatchObject({ verdict, reason, details: { name: '考务人员', unplaced } });
  });
});

describe('leaders (A04)', () => {
  const director = aStaffRow(1, { post: '主任', duty: '', title: '工程师' });
  const deputy = (index: number) => aStaffRow(index, { post: '副主任', duty: '', title: '技师' });

  it.each([
    [[], 'not-met', 'leaders-number'],
    [[director], 'not-met', 'leaders-number'],
    [[deputy(2)], 'not-met', 'leaders-number'],
    [[director, deputy(2)], 'doubtful', 'leaders-open'],
    [[director, deputy(2), deputy(3)], 'doubtful', 'leaders-open'],
    [[director, deputy(2), deputy(3), deputy(4)], 'not-met', 'leaders-number'],
    [[director, director, deputy(2)], 'not-met', 'leaders-number'],
  ])('number: %#', (staff, verdict, reason) => {
    expect(found('A04', staff)).toMatchObject({ verdict, reason, required: { number: 2, unit: '人' } });
  });

  it.each([
    [{ education: '中专' }, 'not-met', 1, 1],
    [{ title: '高级工' }, 'not-met', 1, 1],
    [{ title: '' }, 'not-met', 1, 1],
    [{ education: '' }, 'doubtful', 1, 0],
    [{ title: '资深专家' }, 'doubtful', 1, 0],
  ])('a deputy with %j: %s', (changes, verdict, qualified, failing) => {
    expect(found('A04', [director, { ...deputy(2), ...changes }])).toMatchObject({
      verdict,
      reason: failing > 0 ? 'leaders-unqualified' : 'leaders-open',
      found: { number: qualified, unit: '人' },
      details: { directors: 1, deputies: 1, qualified, failing },
    });
  });

  it.each([
    [{ education: '本科', title: '工程师' }, ['director-education', 'director-qualification']],
    [{ education: '中专', title: '工程师' }, ['director-qualification']],
    [{ education: '本科', title: '助理工程师' }, ['director-education']],
    [{ education: '', title: '资深' }, []],
  ])('the boxes of a director with %j are %j: each that is missing costs its points', (changes, boxes) => {
    expect(found('A04', [{ ...director, ...changes }, deputy(2)])?.proposed).toEqual({
      kind: 'checklist',
      ticked: [...boxes, 'deputy-education', 'deputy-qualification'],
    });
  });

  it('tick the boxes of the best placed deputy and of one director; nobody’s where there is none', () => {
    const ticked = (...staff: Staff[]) => found('A04', staff)?.proposed;
    const low = { ...deputy(2), education: '中专' };
    expect(ticked(low, deputy(3))).toEqual({ kind: 'checklist', ticked: ['deputy-education', 'deputy-qualification'] });
    expect(ticked(low)).toEqual({ kind: 'checklist', ticked: ['deputy-qualification'] });
    expect(ticked({ ...director, education: '' }, director)).toEqual({ kind: 'checklist', ticked: ['director-qualification'] });
    expect(ticked()).toEqual({ kind: 'checklist', ticked: [] });
  });

  it('that are missing while somebody’s post can’t be told are put to a person; too many are not', () => {
    const nobody = aStaffRow(9, { post: '', duty: '' });
    const reasonOf = (...staff: Staff[]) => [found('A04', staff)?.verdict, found('A04', staff)?.reason];
    expect(reasonOf(director, nobody)).toEqual(['doubtful', 'leaders-number-open']);
    expect(reasonOf(nobody)).toEqual(['doubtful', 'leaders-number-open']);
    expect(reasonOf(director, director, nobody)).toEqual(['not-met', 'leaders-number']);
    expect(reasonOf(deputy(1), deputy(2), deputy(3), nobody)).toEqual(['not-met', 'leaders-number']);
    expect(reasonOf(director, deputy(2), nobody)).toEqual(['doubtful', 'leaders-open']);
    expect(reasonOf({ ...director, education: '高中' }, nobody)).toEqual(['not-met', 'leaders-number']);
    expect(found('A04', [director, nobody])?.details).toEqual({ directors: 1, deputies: 0, qualified: 1, failing: 0, unplaced: 1 });
  });

  it('are asked for 大专 and 技师 or 中级', () => {
    expect(leaderConditions({ education: '大专', title: '技师' })).toEqual({ education: true, title: true });
    expect(leaderConditions({ education: '中专', title: '高级工' })).toEqual({ education: false, title: false });
    expect(leaderConditions({ education: '？', title: '资深' })).toEqual({ education: null, title: null });
  });
});

describe('the office head (A05)', () => {
  const head = (changes: Partial<Staff> = {}) => aStaffRow(1, { post: '办公室主任', duty: '', title: '经济师（中级）', ...changes });
  it.each([
    [[], 'not-met', 'office-head-missing', 0],
    [[head()], 'doubtful', 'office-head-open', 2],
    [[head({ education: '高中' })], 'not-met', 'office-head-unqualified', 1],
    [[head({ title: '' })], 'not-met', 'office-head-unqualified', 1],
    [[head({ education: '' })], 'doubtful', 'office-head-open', 1],
    [[head({ title: '' }), head()], 'doubtful', 'office-head-open', 2],
  ])('%#', (staff, verdict, reason, number) => {
    expect(found('A05', staff)).toMatchObject({ verdict, reason, found: { number, unit: '项' }, required: { number: 4, unit: '项' } });
  });

  it('has the boxes ticked that the form shows, of the better of two', () => {
    const ticked = (...staff: Staff[]) => found('A05', staff)?.proposed;
    expect(ticked(head())).toEqual({ kind: 'checklist', ticked: ['education', 'qualification'] });
    expect(ticked(head({ education: '高中' }))).toEqual({ kind: 'checklist', ticked: ['qualification'] });
    expect(ticked(head({ title: '' }), head())).toEqual({ kind: 'checklist', ticked: ['education', 'qualification'] });
    expect(ticked()).toEqual({ kind: 'checklist', ticked: [] });
  });

  it('may be the one whose post can’t be told', () => {
    const nobody = aStaffRow(9, { post: '', duty: '' });
    expect(found('A05', [nobody])).toMatchObject({ verdict: 'doubtful', reason: 'office-head-unplaced', details: { unplaced: 1 } });
    expect(found('A05', [head({ education: '高中' }), nobody])?.verdict).toBe('not-met');
  });
});

describe('finance (A10)', () => {
  const accountant = (changes: Partial<Staff> = {}) => aStaffRow(1, { duty: '财务管理', title: '会计从业资格', ...changes });
  it.each([
    [[], 'not-met', 'staff-count', []],
    [[accountant({ title: '经济师' })], 'doubtful', 'finance-open', ['person']],
    [[accountant()], 'met', 'finance-qualified', ['person', 'qualification']],
    [[accountant({ education: '中专' })], 'not-met', 'finance-open', ['person']],
    [[accountant({ title: '' })], 'doubtful', 'finance-open', ['person']],
    [[accountant({ education: '' })], 'doubtful', 'finance-open', ['person']],
    [[accountant({ title: '' }), accountant()], 'met', 'finance-qualified', ['person', 'qualification']],
  ])('%#', (staff, verdict, reason, ticked) => {
    expect(found('A10', staff)).toMatchObject({
      verdict,
      reason,
      proposed: { kind: 'checklist', ticked },
      details: { people: staff.length },
    });
  });

  it('may be done by somebody whose duty can’t be told', () => {
    const nobody = aStaffRow(9, { post: '', duty: '' });
    expect(found('A10', [nobody])).toMatchObject({
      verdict: 'doubtful',
      reason: 'staff-count-open',
      details: { unplaced: 1, name: '财务管理人员' },
    });
    expect(found('A10', [accountant({ education: '中专' }), nobody])?.verdict).toBe('not-met');
  });
});
