/** What is wrong in a workbook of assignments; `cell` is where, as a spreadsheet names it (分配!C4). */
export const assignmentFileRefusals = {
  'assignment-file/headings-missing': {
    zh: '{cell}：第一行应为“申报编号”“申报单位”和各专家姓名。请在导出的文件上修改，不要改动表头。',
    en: '{cell}: the first row must be the application’s id, the applicant and the experts’ names. Edit an exported file and keep its headings.',
  },
  'assignment-file/expert-unknown': {
    zh: '{cell}：评审组里没有“{text}”，或该列重复。请按导出文件的表头改正。',
    en: '{cell}: the panel has no “{text}”, or the column is there twice. Put the heading back as it was exported.',
  },
  'assignment-file/expert-missing': {
    zh: '{cell}：缺少 {expert} 一列。请恢复该列。',
    en: '{cell}: the column of {expert} is missing. Put it back.',
  },
  'assignment-file/application-unknown': {
    zh: '{cell}：批次里没有编号为“{text}”的申报，或该行重复。请改正编号，或删去这一行。',
    en: '{cell}: the round has no application “{text}”, or its row is there twice. Correct the id or delete the row.',
  },
  'assignment-file/application-missing': {
    zh: '{cell}：缺少申报单位 {applicant} 的一行。请恢复该行。',
    en: '{cell}: the row of {applicant} is missing. Put it back.',
  },
  'assignment-file/not-choice': {
    zh: '{cell}：应为“分配”、环节名称（如“资料审核、现场察看”）、“回避”或留空，现为“{text}”。请改正后重新导入。',
    en: '{cell}: must be “Assigned”, names of stages, “Recused” or empty; it is “{text}”. Correct it and import the file again.',
  },
  'assignment-file/recusal-differs': {
    zh: '{cell}：回避须写明理由，不能在表格中登记或取消。请在“回避与分配”中操作，此处恢复为“{text}”。',
    en: '{cell}: a recusal needs a reason and is neither made nor lifted in the spreadsheet. Do so under recusals and put “{text}” back here.',
  },
} as const;
