import type { LevelGroup } from '../domain/values.ts';
import { plain } from './wording.ts';

/** 职业资格 / 职业技能等级, as far as the notice tells them apart. */
export type SkillGrade = 'below-technician' | 'technician' | 'senior-technician';
/** 专业技术职称. */
export type ProfessionalGrade = 'junior' | 'intermediate' | 'deputy-senior' | 'senior';

export type Title = {
  readonly skill: SkillGrade | null;
  readonly professional: ProfessionalGrade | null;
  /** Something stands there that the rules don't know or can't tell (高级, 注册…师): a person must look. */
  readonly unclear: boolean;
};

type Reading = { skill: SkillGrade } | { professional: ProfessionalGrade } | 'unclear' | 'nothing';

/** The first pattern that matches a part of the title decides; the order keeps 助理研究员 from being read as 研究员. */
const patterns: readonly (readonly [RegExp, Reading])[] = [
  // What looks like a grade and is none, or is one only if somebody appointed the holder.
  [/注册|建造师|造价师|消防工程师|监理工程师|执业|特级教师/, 'unclear'],
  // 职称 whose names contain 技师, 工程师, 研究员… in a longer word.
  [/副主任[医药护技中]+师|副研究|副教授|副编审|副译审|主任记者|主任编辑|主任播音|副高/, { professional: 'deputy-senior' }],
  [
    /正高|教授级|研究员级|正教授|主任[医药护技中]+师|研究馆员|编审|译审|高级记者|高级编辑|播音指导|一级律师|一级美术师/,
    { professional: 'senior' },
  ],
  [/助理研究|主治|主管[医药护技中]+师|三级律师|三级美术师/, { professional: 'intermediate' }],
  [/二级律师|二级美术师/, { professional: 'deputy-senior' }],
  [/小学高级教师/, { professional: 'intermediate' }],
  [/高级实习指导教师|中学高级教师|高级讲师|高级教师/, { professional: 'deputy-senior' }],
  [/^(中学|中小学)?一级(实习指导)?教师/, { professional: 'intermediate' }],
  [/^(中学|中小学|小学)?[二三]级(实习指导)?教师/, { professional: 'junior' }],
  // 技能等级.
  [/高级技师|首席技师|特级技师|(资格|等级|技能)一级|一级技师/, { skill: 'senior-technician' }],
  [/(?<![高中初]级|[医药护])技师|(资格|等级|技能)二级/, { skill: 'technician' }],
  [/高级工(?!程|艺|美)|中级工(?!程|艺|美)|初级工(?!程|艺|美)|(资格|等级|技能)[三四五]级/, { skill: 'below-technician' }],
  // 职称 by name.
  [/助理|助教|技术员|初级|^员级|会计员|统计员|^(医|药|护|技)(师|士)$|从业资格/, { professional: 'junior' }],
  [/教授|研究员/, { professional: 'senior' }],
  [/高级[一-鿿]{0,6}师|高级职称|高级专业技术|高工$/, { professional: 'deputy-senior' }],
  [/中级职称|中级专业技术|中级[一-鿿]{0,6}师|^中级$|中职称/, { professional: 'intermediate' }],
  [/讲师|(工程|经济|会计|统计|审计|农艺|畜牧|兽医|政工|工艺美术|建筑|规划|翻译)师$|^馆员$|^编辑$|^记者$/, { professional: 'intermediate' }],
  // A name of a certificate, not a grade.
  [/^(会计证?|教师资格证?|教师|职员|员工|国家|职业资格|职业技能等级|职业资格证书|证书|职称)$/, 'nothing'],
];

/** A level that stands alone beside other words: 技师（二级）, 二级/技师. */
const bareLevels: Readonly<Record<string, SkillGrade>> = {
  一级: 'senior-technician',
  二级: 'technician',
  三级: 'below-technician',
  四级: 'below-technician',
  五级: 'below-technician',
};

const skillOrder: readonly SkillGrade[] = ['below-technician', 'technician', 'senior-technician'];
const professionalOrder: readonly ProfessionalGrade[] = ['junior', 'intermediate', 'deputy-senior', 'senior'];

/**
 * The grade that a title claims, from what people write: 高级技师（一级）, 中级职称（工程师）, 讲师, 二级/技师, 副高.
 * The highest of several counts. A level alone (二级) is read as 职业资格 only where no word beside it says otherwise.
 */
export function readTitle(text: string): Title {
  const parts = plain(text)
    .replaceAll(/技师学院|技工(学校|院校)/g, '')
    .replaceAll(/([1-5一二三四五])级/g, (_, digit: string) => `${'一二三四五'['12345'.indexOf(digit)] ?? digit}级`)
    .split(/[、,;；:：/()[\]【】|+和及]/)
    .filter((part) => part !== '');
  const readings = parts.map((part) => readPart(part, parts));
  return {
    skill: highest(
      skillOrder,
      readings.flatMap((reading) => (typeof reading === 'object' && 'skill' in reading ? [reading.skill] : [])),
    ),
    professional: highest(
      professionalOrder,
      readings.flatMap((reading) => (typeof reading === 'object' && 'professional' in reading ? [reading.professional] : [])),
    ),
    unclear: readings.includes('unclear'),
  };
}

/**
 * Whether a title qualifies for a level group (附件2 一8): for 五—三级 技师 or above or 中级 or above, for 二—一级 高级技师 or
 * a senior title (副高, 正高). null where it does not by what is clear, but something unclear might.
 */
export function qualifies(title: Title, group: LevelGroup): boolean | null {
  const enough =
    group === 'skilled'
      ? (title.skill !== null && title.skill !== 'below-technician') || (title.professional !== null && title.professional !== 'junior')
      : title.skill === 'senior-technician' || title.professional === 'deputy-senior' || title.professional === 'senior';
  return enough ? true : title.unclear ? null : false;
}

function readPart(part: string, all: readonly string[]): Reading {
  const level = bareLevels[part];
  if (level !== undefined) {
    return all.every((other) => other in bareLevels || isSkillWord(other)) ? { skill: level } : 'nothing';
  }
  return patterns.find(([pattern]) => pattern.test(part))?.[1] ?? 'unclear';
}

function isSkillWord(part: string): boolean {
  return /技师|[高中初]级工$|职业资格|技能/.test(part);
}

function highest<Grade>(order: readonly Grade[], grades: readonly Grade[]): Grade | null {
  return order.findLast((grade) => grades.includes(grade)) ?? null;
}
