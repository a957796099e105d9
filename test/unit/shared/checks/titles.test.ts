import { describe, expect, it } from 'vitest';
import { qualifies, readTitle } from '#shared/checks/titles.ts';

/** Who may examine which group: `both`, only 五—三级, `neither`, or a person must look. */
function standing(text: string): string {
  const title = readTitle(text);
  const technician = qualifies(title, 'technician');
  const skilled = qualifies(title, 'skilled');
  return technician === true ? 'both' : skilled === true ? 'skilled' : skilled === null ? 'unclear' : 'neither';
}

describe('titles as people write them', () => {
  it.each([
    '高级技师',
    '高级技师（一级）',
    '一级/高级技师',
    '一级',
    '1级',
    '职业资格一级',
    '国家职业资格一级',
    '职业技能等级一级',
    '特级技师',
    '首席技师',
    '副教授',
    '教授',
    '高级工程师',
    '教授级高级工程师',
    '正高级工程师',
    '高级经济师',
    '副研究员',
    '研究员',
    '副高',
    '正高',
    '副高级职称',
    '高级职称',
    '高级讲师',
    '正高级讲师',
    '副主任医师',
    '主任医师',
    '高级会计师',
    '高级农艺师',
    '中学高级教师',
    '高级实习指导教师',
    '工程师、高级技师',
    '高 级 技 师',
    '高工',
  ])('%s qualifies for both level groups', (text) => {
    expect(standing(text)).toBe('both');
  });

  it.each([
    '技师',
    '技师（二级）',
    '技师(2级)',
    '二级/技师',
    '二级',
    '国家职业资格二级',
    '讲师',
    '工程师',
    '中级职称（工程师）',
    '经济师（中级）',
    '中级',
    '中级职称',
    '会计师',
    '助理研究员',
    '主治医师',
    '主管护师',
    '一级教师',
    '中学一级教师',
    '农艺师',
    '馆员',
    '助理工程师、技师',
    '技师学院讲师',
  ])('%s qualifies for 五—三级 only', (text) => {
    expect(standing(text)).toBe('skilled');
  });

  it.each([
    '',
    '—',
    '无',
    '/',
    '高级工',
    '三级/高级工',
    '中级工',
    '高级工（三级）',
    '助理工程师',
    '助教',
    '技术员',
    '初级会计（会计从业资格）',
    '助理讲师',
    '二级教师',
    '医师',
    '四级',
    '职员',
  ])('%s qualifies for neither', (text) => {
    expect(standing(text)).toBe('neither');
  });

  it.each(['高级', '一级建造师', '注册会计师', '人力资源管理师', '资深专家'])('%s is left to a person', (text) => {
    expect(standing(text)).toBe('unclear');
  });
});

describe('a title read', () => {
  it.each([
    ['高级技师', 'senior-technician', null, false],
    ['技师（二级）', 'technician', null, false],
    ['高级工', 'below-technician', null, false],
    ['初级工', 'below-technician', null, false],
    ['中级工', 'below-technician', null, false],
    ['三级', 'below-technician', null, false],
    ['4级', 'below-technician', null, false],
    ['五级', 'below-technician', null, false],
    ['职业技能等级三级', 'below-technician', null, false],
    ['职业资格二级', 'technician', null, false],
    ['二级、高级工', 'technician', null, false],
    ['二级（工程师）', null, 'intermediate', false],
    ['技师、二级、工程师', 'technician', 'intermediate', false],
    ['助理工程师', null, 'junior', false],
    ['初级', null, 'junior', false],
    ['员级', null, 'junior', false],
    ['医师', null, 'junior', false],
    ['会计从业资格', null, 'junior', false],
    ['三级教师', null, 'junior', false],
    ['小学二级教师', null, 'junior', false],
    ['中小学一级教师', null, 'intermediate', false],
    ['一级实习指导教师', null, 'intermediate', false],
    ['小学高级教师', null, 'intermediate', false],
    ['主管中药师', null, 'intermediate', false],
    ['三级律师', null, 'intermediate', false],
    ['中级工程师', null, 'intermediate', false],
    ['中级工艺美术师', null, 'intermediate', false],
    ['馆员', null, 'intermediate', false],
    ['编辑', null, 'intermediate', false],
    ['记者', null, 'intermediate', false],
    ['二级律师', null, 'deputy-senior', false],
    ['副主任中药师', null, 'deputy-senior', false],
    ['副研究馆员', null, 'deputy-senior', false],
    ['主任编辑', null, 'deputy-senior', false],
    ['高级工程师', null, 'deputy-senior', false],
    ['高级工艺美术师', null, 'deputy-senior', false],
    ['高级工', 'below-technician', null, false],
    ['初级工程师', null, 'junior', false],
    ['主任中药师', null, 'senior', false],
    ['高级编辑', null, 'senior', false],
    ['一级律师', null, 'senior', false],
    ['研究馆员', null, 'senior', false],
    ['教授', null, 'senior', false],
    ['工程师、高级工程师', null, 'deputy-senior', false],
    ['高级工、技师', 'technician', null, false],
    ['技师和讲师', 'technician', 'intermediate', false],
    ['会计', null, null, false],
    ['会计证', null, null, false],
    ['教师资格', null, null, false],
    ['教师资格证', null, null, false],
    ['教师', null, null, false],
    ['会计员', null, 'junior', false],
    ['会计证书管理', null, null, true],
    ['老教师', null, null, true],
    ['工程师协会', null, null, true],
    ['高工组组长', null, null, true],
    ['编辑部', null, null, true],
    ['图书馆员工', null, null, true],
    ['记者站', null, null, true],
    ['二级建造师', null, null, true],
    ['建造师（二级）', null, null, true],
    ['技工学校', null, null, false],
    ['技师学院', null, null, false],
    ['', null, null, false],
  ])('%s', (text, skill, professional, unclear) => {
    expect(readTitle(text)).toEqual({ skill, professional, unclear });
  });
});
