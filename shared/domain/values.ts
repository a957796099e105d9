import * as z from 'zod';

/** Lower-case hexadecimal SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** ISO 8601 date and time with an offset, as `2022-11-15T09:41:00+08:00`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** Calendar date, `2022-10-31`. */
export const dateSchema = z.iso.date();

/** A stable id: what the writer chose, never parsed. */
export const idSchema = z.string().min(1).max(128);

/** Points as travelled and stored: a non-negative decimal string with exactly two decimals, `"3.00"` (design.md §9). */
export const pointsSchema = z.string().regex(/^(0|[1-9][0-9]{0,6})\.[0-9]{2}$/);

/** A measured number as the expert typed it, normalised: up to six decimals, no exponent, `"62.4"`. */
export const decimalSchema = z.string().regex(/^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/);

/** Free text that a person writes. */
export const proseSchema = z.string().max(20_000);

/** A short label: a name, a title. */
export const labelSchema = z.string().max(400);

/** The two level groups (design.md §6): `skilled` is 五—三级, `technician` is 二—一级. */
export const levelGroupSchema = z.enum(['skilled', 'technician']);
export type LevelGroup = z.infer<typeof levelGroupSchema>;

/** A skill level, lowest first. */
export const levelSchema = z.enum(['五级', '四级', '三级', '二级', '一级']);
export type Level = z.infer<typeof levelSchema>;

/** The level group that a level belongs to. */
export function levelGroupOf(level: Level): LevelGroup {
  return level === '二级' || level === '一级' ? 'technician' : 'skilled';
}

/** The level groups that a candidate's applied levels fall into, `skilled` first. */
export function levelGroupsOf(levels: readonly Level[]): LevelGroup[] {
  return levelGroupSchema.options.filter((group) => levels.some((level) => levelGroupOf(level) === group));
}

/** The stages in the order in which they happen. */
export const stageSchema = z.enum(['document', 'visit', 'roadshow']);
export type Stage = z.infer<typeof stageSchema>;
export const stagesInOrder = stageSchema.options;

/** How the panel looked into a sheet's items (notice, 四(二)). */
export const methodSchema = z.enum([
  'report', // 听汇报
  'interview', // 访谈咨询
  'questioning', // 质询答辩
  'inspection', // 现场察看
  'video', // 视频连线
  'documents', // 资料审核
  'technical', // 技术核查
  'roadshow', // 集中路演
]);
export type Method = z.infer<typeof methodSchema>;

/** A gate's verdict: 符合 不符合 存疑 现场核实 不适用. */
export const verdictSchema = z.enum(['met', 'not-met', 'doubtful', 'verify-on-site', 'not-applicable']);
export type Verdict = z.infer<typeof verdictSchema>;
