import type { Application } from '../domain/application.ts';
import { type FormStyle, plainStyle } from './form-style.ts';
import { boxes, digits, postAndTitle, writeDate, writeLevels } from './form-values.ts';

/** The form's own fields of an application. */
export type FormContents = Omit<Application, 'id' | 'attachments' | 'reading'>;

/** A cell to write; `across` and `down` merge it over that many columns and rows. */
export type LaidOutCell = { readonly text: string; readonly across?: number; readonly down?: number };
export type LaidOutBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly title: string; readonly columns: number; readonly rows: readonly (readonly LaidOutCell[])[] };

const width = 8;

/** Lays the form out as paragraphs and tables in a style; reading it gives the same contents back, whatever the style. */
export function layOutForm(form: FormContents, style: FormStyle = plainStyle): LaidOutBlock[] {
  const people = [
    section('工作人员情况', staffRows(form, style), style),
    section('专家情况', expertRows(form, style), style),
    section('考评人员情况', assessorRows(form, style), style),
  ];
  const occupations = section('拟开展职业技能等级认定的职业（工种）范围', occupationRows(form, style), style);
  const regulations = section('已建立规章制度目录', regulationRows(form, style), style);
  const venues = form.venues.map((venue) => venueSection(venue, style));
  const lists =
    style.order === 'notice' ? [...people, regulations, occupations, ...venues] : [occupations, ...venues, ...people, regulations];
  const numbered = lists.map((list, index) => ({ ...list, heading: heading(list.heading, index, style) }));
  const particulars = pad(particularRows(form, style));
  const opening: LaidOutBlock[] = [
    { kind: 'paragraph', text: '浙江省职业技能等级认定社会评价组织\n申报表' },
    { kind: 'paragraph', text: `申请单位：${form.applicant.name}（盖章）` },
    { kind: 'paragraph', text: `行业主管部门：（盖章）    填报时间：${form.filedOn === null ? '' : writeDate(form.filedOn, style)}` },
  ];
  if (style.tables === 'one') {
    const rows = [...particulars, ...numbered.flatMap((list) => [[{ text: list.heading, across: width }], ...pad(list.rows)])];
    return [...opening, { kind: 'table', title: '申报表', columns: width, rows }];
  }
  return [
    ...opening,
    { kind: 'table', title: '申报单位', columns: width, rows: particulars },
    ...numbered.flatMap((list): LaidOutBlock[] => [
      { kind: 'paragraph', text: list.heading },
      { kind: 'table', title: list.heading, columns: width, rows: pad(list.rows) },
    ]),
  ];
}

type Rows = (readonly LaidOutCell[])[];
type Section = { readonly heading: string; readonly rows: Rows };

function section(title: string, rows: Rows, style: FormStyle): Section {
  const header = rows[0] ?? [];
  const repeated =
    style.repeatHeaderEvery === null || rows.some((row) => row.some(({ down = 1 }) => down > 1)) ? Infinity : style.repeatHeaderEvery;
  const body = rows.slice(1).flatMap((row, index) => (index > 0 && index % repeated === 0 ? [header, row] : [row]));
  const blank =
    style.blankRows === 'none'
      ? []
      : [header.map((_, column) => cell(column === 0 && style.blankRows === 'numbered' ? String(rows.length) : ''))];
  return { heading: title, rows: [header, ...body, ...blank] };
}

function heading(title: string, index: number, style: FormStyle): string {
  const number = '一二三四五六七八九十'.charAt(index % 10);
  return style.headings === 'numbered' ? `${number}、${title}` : style.headings === 'bracketed' ? `（${number}）${title}` : title;
}

function cell(text: string): LaidOutCell {
  return { text };
}

/** Fills each row up to the table's width by widening its last cell, so that every row has the same columns. */
function pad(rows: Rows): Rows {
  /** Rows that a cell above still reaches into, by row number, and how many columns it takes there. */
  const reached = new Map<number, number>();
  return rows.map((row, index) => {
    const columns = row.reduce((sum, { across = 1 }) => sum + across, reached.get(index) ?? 0);
    for (const { across = 1, down = 1 } of row) {
      for (let below = 1; below < down; below++) {
        reached.set(index + below, (reached.get(index + below) ?? 0) + across);
      }
    }
    const last = row.at(-1);
    return last === undefined || columns >= width
      ? row
      : (last.down ?? 1) > 1 || last.text === '' || reached.has(index)
        ? [...row, { text: '', across: width - columns }]
        : [...row.slice(0, -1), { ...last, across: (last.across ?? 1) + width - columns }];
  });
}

function label(text: string, style: FormStyle): LaidOutCell {
  return cell(style.labels === 'spaced' && text.length <= 4 ? Array.from(text).join(' ') : style.labels === 'colon' ? `${text}：` : text);
}

function particularRows({ applicant }: FormContents, style: FormStyle): Rows {
  const person = (title: string, who: FormContents['applicant']['head']): Rows => [
    [label(title, style), cell(who.name), label('职务', style), cell(who.post), label('职称（职业资格）', style), cell(who.title)],
    [label('联系电话', style), cell(digits(who.phone, style)), label('电子邮箱', style), cell(who.email)],
  ];
  return [
    [label('申报单位', style), cell(applicant.name)],
    [label('主管部门', style), cell(applicant.authority)],
    ...(applicant.creditCode === null ? [] : [[label('统一社会信用代码', style), cell(applicant.creditCode)]]),
    [label('机构类型', style), cell(boxes(applicant.type, style))],
    [label('申报单位地址', style), cell(applicant.address), label('邮编', style), cell(digits(applicant.postcode, style))],
    ...person('负责人', applicant.head),
    ...person('联系人', applicant.contact),
  ];
}

function staffRows({ staff }: FormContents, style: FormStyle): Rows {
  const apart = style.postAndTitle === 'apart';
  const header = ['姓名', '性别', '年龄', '身份证号码', '学历', ...(apart ? ['职务', '职称'] : ['职务（职称、职业资格）']), '分工'];
  const rows = staff.map((person, index) => [
    ...(apart ? [] : [cell(String(index + 1))]),
    ...[
      person.name,
      person.sex,
      person.age === null ? '' : digits(String(person.age), style),
      digits(person.idNumber, style),
      person.education,
    ].map(cell),
    ...(apart ? [cell(person.post), cell(person.title)] : [cell(postAndTitle(person, style))]),
    cell(person.duty),
  ]);
  return [[...(apart ? [] : ['序号']), ...header].map(cell), ...rows];
}

function expertRows({ experts }: FormContents, style: FormStyle): Rows {
  return [
    ['序号', '姓名', '性别', '身份证号码', '学历', '职称或职业资格', '专业/专业方向'].map(cell),
    ...shareField(
      experts.map((person, index) => [
        String(index + 1),
        person.name,
        person.sex,
        digits(person.idNumber, style),
        person.education,
        person.title,
        person.field,
      ]),
      6,
      style,
    ),
  ];
}

function assessorRows({ assessors }: FormContents, style: FormStyle): Rows {
  return [
    ['序号', '姓名', '性别', '学历', '职称或职业资格', '专业工龄', '考评职业领域', '考评员证书号码'].map(cell),
    ...shareField(
      assessors.map((person, index) => [
        String(index + 1),
        person.name,
        person.sex,
        person.education,
        person.title,
        person.years === null ? '' : `${digits(String(person.years), style)}${style.countUnit === '' ? '' : '年'}`,
        person.field,
        digits(person.certificate, style),
      ]),
      6,
      style,
    ),
  ];
}

/** Writes a column's equal neighbours as the style has it. */
function shareField(rows: readonly (readonly string[])[], column: number, style: FormStyle): Rows {
  return rows.map((row, index) => {
    const same = index > 0 && rows[index - 1]?.[column] === row[column] && row[column] !== '';
    let run = 1;
    while (rows[index + run]?.[column] === row[column] && row[column] !== '') {
      run++;
    }
    return row.flatMap((text, place): LaidOutCell[] => {
      if (place !== column || style.sharedField === 'each') {
        return [cell(text)];
      }
      if (style.sharedField === 'same') {
        return [cell(same ? '同上' : text)];
      }
      return same ? [] : [{ text, down: run }];
    });
  });
}

function regulationRows({ regulations }: FormContents, style: FormStyle): Rows {
  switch (style.regulations) {
    case 'table':
      return [['序号', '制度名称'].map(cell), ...regulations.map((name, index) => [cell(String(index + 1)), cell(name)])];
    case 'lines':
      return [[cell('已建立规章制度目录'), cell(regulations.join('\n'))]];
    case 'numbered':
      return [[cell('已建立规章制度目录'), cell(regulations.map((name, index) => `${index + 1}.${name}`).join('\n'))]];
    case 'titles':
      break;
  }
  return [[cell('已建立规章制度目录'), cell(regulations.map((name) => `《${name}》`).join('、'))]];
}

function occupationRows({ occupations }: FormContents, style: FormStyle): Rows {
  const header = ['序号', '职业编号', '职业名称', '工种名称', '等级', '备注'].map(cell);
  const rows = occupations.flatMap((occupation) =>
    (style.levels === 'rows' ? occupation.levels.map((level) => [level]) : [occupation.levels]).map((levels) => [
      cell(occupation.code ?? '—'),
      cell(occupation.name),
      cell(occupation.work ?? '—'),
      cell(writeLevels(levels, style)),
      cell(occupation.note),
    ]),
  );
  return [header, ...rows.map((row, index) => [cell(String(index + 1)), ...row])];
}

function venueSection(venue: FormContents['venues'][number], style: FormStyle): Section {
  const area = (value: number | null): string => (value === null ? '' : `${digits(String(value), style)}${style.areaUnit}`);
  const [theory, skill] = [area(venue.theoryAreaSquareMetres), area(venue.skillAreaSquareMetres)];
  const total = theory === '' && skill === '' ? '' : area((venue.theoryAreaSquareMetres ?? 0) + (venue.skillAreaSquareMetres ?? 0));
  const areas: Rows =
    style.areas === 'beside'
      ? [['考核场地', '合计', total, '理论知识考试场地面积', theory, '技能考核场地面积', skill].map(cell)]
      : [
          [{ text: '考核场地', down: 2 }, cell('合计'), cell('理论知识考试场地面积'), cell('技能考核场地面积')],
          [cell(total), cell(theory), cell(skill)],
        ];
  const things = (title: string, list: FormContents['venues'][number]['equipment']): Rows => {
    const pair = (thing: { name: string; count: number } | undefined): LaidOutCell[] =>
      thing === undefined || thing.name === ''
        ? [cell(''), cell('')]
        : [cell(thing.name), cell(`${digits(String(thing.count), style)}${style.countUnit}`)];
    const starts = list.map((_, index) => index).filter((index) => index % style.pairs === 0);
    const header = Array.from({ length: style.pairs }, () => ['设备名称、型号', '数量']).flat();
    return [
      [title, ...header].map(cell),
      ...starts.map((start) => [cell(''), ...Array.from({ length: style.pairs }, (_, offset) => pair(list[start + offset])).flat()]),
    ];
  };
  const named: Rows = style.venueName === 'row' ? [[cell('职业名称'), cell(venue.occupation)]] : [];
  return {
    heading: style.venueName === 'heading' ? `职业（工种）场地设备情况（${venue.occupation}）` : '职业（工种）场地设备情况',
    rows: [...named, ...areas, ...things('考核设备', venue.equipment), ...things('检测设备', venue.testEquipment)],
  };
}
