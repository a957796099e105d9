import { formTables } from '#shared/checks/index.ts';
import type { Application } from '#shared/domain/application.ts';

/** A place in the form as read: `experts.6` is the seventh row of the experts, `applicant.address` a field. */
export type FormPlace = string;

const fields: Readonly<Record<string, FormPlace>> = {
  申报单位: 'applicant.name',
  申报单位名称: 'applicant.name',
  机构类型: 'applicant.type',
  统一社会信用代码: 'applicant.creditCode',
  主管部门: 'applicant.authority',
  申报单位地址: 'applicant.address',
  邮编: 'applicant.postcode',
  负责人联系电话: 'applicant.head',
  联系人联系电话: 'applicant.contact',
  填报时间: 'filedOn',
};

/**
 * Where in the form as read a finding points. It names the place as the form's reader did (表3 第7行) or by its table and row
 * (附件3 专家情况 第7行). A line of the paper may hold two people side by side: then both. Empty for what the form as read doesn't show
 * as a row of its own.
 */
export function formPlacesOf({ reading }: Pick<Application, 'reading'>, source: string): readonly FormPlace[] {
  const said = bare(source);
  // A row's own reading speaks for it before those of its fields, which may stand elsewhere.
  const read = reading.filter((one) => bare(one.source) === said).map(({ field }) => placeOfField(field));
  const rows = read.filter((place) => /\.\d+$/u.test(place));
  if (read.length > 0 && said !== '') {
    return [...new Set(rows.length > 0 ? rows : read.slice(0, 1))];
  }
  const [, table, number] = /^(.+?) 第(\d+)行$/u.exec(said) ?? [];
  const part = Object.entries(formTables).find(([, name]) => name === table)?.[0];
  const field = fields[said];
  return part === undefined ? (field === undefined ? [] : [field]) : [`${part}.${Number(number) - 1}`];
}

/** `experts.6.title` belongs to the row `experts.6`, `applicant.head.phone` to the field `applicant.head`. */
function placeOfField(field: string): FormPlace {
  return field
    .replaceAll(/\[(\d+)\]/gu, '.$1')
    .split('.')
    .slice(0, 2)
    .join('.');
}

function bare(source: string): string {
  return source.replace(/^附件3\s*/u, '').trim();
}
