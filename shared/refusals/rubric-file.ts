/** What is wrong in a rubric's workbook; `cell` is where, as a spreadsheet names it (评分项!F12). */
export const rubricFileRefusals = {
  'rubric-file/sheet-missing': {
    zh: '缺少工作表“{sheet}”。请在导出的文件上修改，不要删除或重命名工作表。',
    en: 'The sheet “{sheet}” is missing. Edit an exported file and keep its sheets and their names.',
  },
  'rubric-file/column-missing': {
    zh: '{cell}：工作表缺少“{column}”一列。请恢复该列的表头。',
    en: '{cell}: the sheet has no column “{column}”. Put its heading back.',
  },
  'rubric-file/value-missing': {
    zh: '{cell}：“{column}”不能为空。请填写后重新导入。',
    en: '{cell}: “{column}” is empty. Fill it in and import the file again.',
  },
  'rubric-file/not-points': {
    zh: '{cell}：“{column}”应为两位小数的非负数，如 3.00，现为“{text}”。请改正后重新导入。',
    en: '{cell}: “{column}” must be a number with two decimals, not below zero, like 3.00; it is “{text}”. Correct it and import the file again.',
  },
  'rubric-file/not-number': {
    zh: '{cell}：“{column}”应为数字，最多六位小数，现为“{text}”。请改正后重新导入。',
    en: '{cell}: “{column}” must be a number with at most six decimals; it is “{text}”. Correct it and import the file again.',
  },
  'rubric-file/not-whole': {
    zh: '{cell}：“{column}”应为正整数，现为“{text}”。请改正后重新导入。',
    en: '{cell}: “{column}” must be a whole number above zero; it is “{text}”. Correct it and import the file again.',
  },
  'rubric-file/not-choice': {
    zh: '{cell}：“{column}”应为以下之一：{choices}；现为“{text}”。',
    en: '{cell}: “{column}” must be one of: {choices}; it is “{text}”.',
  },
  'rubric-file/not-code': {
    zh: '{cell}：编号应为一个大写字母加两到三位数字，如 A05，现为“{text}”。',
    en: '{cell}: a code is a capital letter and two or three digits, like A05; it is “{text}”.',
  },
  'rubric-file/too-long': {
    zh: '{cell}：“{column}”最多 {limit} 字。请缩短后重新导入。',
    en: '{cell}: “{column}” takes at most {limit} characters. Shorten it and import the file again.',
  },
  'rubric-file/item-unknown': {
    zh: '{cell}：评分项工作表里没有编号“{text}”。请改正编号，或删去这一行。',
    en: '{cell}: the sheet of items has no code “{text}”. Correct the code or delete this row.',
  },
  'rubric-file/row-unused': {
    zh: '{cell}：这种规则不用“{column}”。请清空该单元格。',
    en: '{cell}: this kind of rule does not use “{column}”. Clear the cell.',
  },
  'rubric-file/rows-differ': {
    zh: '{cell}：同一规则各行的“{column}”应当相同。',
    en: '{cell}: the rows of one rule must have the same “{column}”.',
  },
  'rubric-file/row-count': {
    zh: '{cell}：这条规则应有{wanted}行，现有 {count} 行。',
    en: '{cell}: this rule takes {wanted} rows; it has {count}.',
  },
  'rubric-file/no-items': {
    zh: '{cell}：没有任何评分项。请至少填写一行。',
    en: '{cell}: there are no items. Fill in at least one row.',
  },
} as const;
