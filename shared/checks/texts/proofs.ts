/** Sentences of findings about regulations and resources. */
export const proofTexts = {
  'regulation-found': {
    zh: '「{name}」已列入目录，附件中有文本；是否盖章、要点是否齐全由专家看。',
    en: '{name}: listed, and its text is attached; stamp and contents are for the expert.',
  },
  'regulation-not-listed': {
    zh: '「{name}」未列入目录，附件中有文本。',
    en: '{name}: not listed, but its text is attached.',
  },
  'regulation-unread': {
    zh: '「{name}」已列入目录；附件中的制度文本未能读出，请看原件。',
    en: '{name}: listed; the attached texts could not be read. Look at the original.',
  },
  'regulation-no-text': {
    zh: '「{name}」已列入目录，附件中未见文本。',
    en: '{name}: listed, but no text is attached.',
  },
  'regulation-partial': {
    zh: '「{name}」只见其中一部分。',
    en: '{name}: only a part of it is there.',
  },
  'regulation-missing': {
    zh: '「{name}」未列入目录，附件中也未见文本。',
    en: '{name}: neither listed nor attached.',
  },
  'standard-named': {
    zh: '有 {found}文件可能是标准或规范（附件1：{remark}），请核对。',
    en: '{found} may be a standard (annex 1: {remark}); check it.',
  },
  'standard-not-seen': {
    zh: '附件中未见标准或评价规范（附件1：{remark}）。',
    en: 'No standard among the attachments (annex 1: {remark}).',
  },
  'textbook-named': {
    zh: '有 {found}文件可能是教材或大纲，请核对。',
    en: '{found} may be a textbook or a syllabus; check it.',
  },
  'textbook-not-seen': {
    zh: '附件中未见教材或大纲。',
    en: 'No textbook or syllabus among the attachments.',
  },
  'question-bank-named': {
    zh: '有 {files} 份文件可能是试题库，文件名未写等级；请核对是否覆盖申报的 {required}。',
    en: 'Files that may be a question bank: {files}, with no level in their names; check that they cover the {required} applied for.',
  },
  'question-bank-not-seen': {
    zh: '附件中未见试题库材料；申报 {required}。',
    en: 'No question bank among the attachments; {required} applied for.',
  },
  'regulation-unread-unlisted': {
    zh: '「{name}」未列入目录；附件中的制度文本未能读出，请看原件。',
    en: '{name}: not listed; the attached texts could not be read. Look at the original.',
  },
  'question-bank-levels': {
    zh: '从文件名看，试题库覆盖申报的 {required}中的 {found}（{levels}），请核对内容。',
    en: 'By the names of the files the question bank covers {found} of {required} ({levels}); check the contents.',
  },
} as const;
