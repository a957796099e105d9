/** Why a folder can't become an application, or its form can't be read. */
export const intakeRefusals = {
  'intake/folder-not-found': {
    zh: '找不到文件夹 {folder}。请检查路径，或确认U盘仍然插着。',
    en: 'The folder {folder} was not found. Check the path, or that the stick is still plugged in.',
  },
  'intake/folder-too-big': {
    zh: '{folder} 里的文件多于 {limit} 个。请确认选的是一个申报单位的文件夹。',
    en: '{folder} holds more than {limit} files. Make sure it is the folder of one applicant.',
  },
  'intake/form-missing': {
    zh: '{folder} 里没有找到附件3申报表（.docx 或 .xlsx）。请放入申报表后重试。',
    en: 'No application form (附件3, .docx or .xlsx) was found in {folder}. Add it and try again.',
  },
  'intake/form-ambiguous': {
    zh: '{folder} 里有多份申报表：{names}。请只保留一份后重试。',
    en: '{folder} holds several application forms: {names}. Keep one of them and try again.',
  },
  'intake/legacy-doc': {
    zh: '{name} 是旧版 Office 格式。请用 Word 或 WPS 打开，另存为 .docx（表格另存为 .xlsx）后重试。',
    en: '{name} is in the old Office format. Open it in Word or WPS, save it as .docx (a spreadsheet as .xlsx), and try again.',
  },
  'intake/form-encrypted': {
    zh: '{name} 设有打开密码，无法读取。请取消密码后另存，再重试。',
    en: '{name} is protected by a password and cannot be read. Save it without the password and try again.',
  },
  'intake/form-unreadable': {
    zh: '{name} 已损坏或不是有效的 Word/Excel 文件。请重新导出后重试。',
    en: '{name} is damaged or not a valid Word or Excel file. Export it again and try again.',
  },
  'intake/form-too-big': {
    zh: '{name} 解开后超过 {limit} 字节，没有读取。请检查文件，只保留所需内容后另存，再重试。',
    en: '{name} unpacks to more than {limit} bytes and was not read. Check the file, save it with only what is needed, and try again.',
  },
  'intake/form-too-many-parts': {
    zh: '{name} 里含有多于 {limit} 个部件（图片等），没有读取。请检查文件，去掉不需要的内容后另存，再重试。',
    en: '{name} holds more than {limit} parts (pictures and the like) and was not read. Check the file, save it without what is not needed, and try again.',
  },
  'intake/form-too-deep': {
    zh: '{name} 的表格或内容嵌套超过 {limit} 层，没有读取。请把嵌套的表格改为普通表格后另存，再重试。',
    en: '{name} has tables or other contents within one another more than {limit} deep and was not read. Make plain tables of them, save it, and try again.',
  },
  'intake/form-too-many-elements': {
    zh: '{name} 的段落、单元格等内容多于 {limit} 个，没有读取。请拆成几个文件后重试。',
    en: '{name} has more than {limit} paragraphs, cells and other elements and was not read. Divide it into several files and try again.',
  },
  'intake/form-too-many-sheets': {
    zh: '{name} 的工作表多于 {limit} 个，没有读取。请删去不需要的工作表后另存，再重试。',
    en: '{name} has more than {limit} sheets and was not read. Delete the sheets that are not needed, save it, and try again.',
  },
  'intake/form-too-many-cells': {
    zh: '{name} 的单元格多于 {limit} 个，没有读取。请删去远处多余的单元格，或拆成几个文件后重试。',
    en: '{name} has more than {limit} cells and was not read. Delete stray cells far out, or divide it into several files, and try again.',
  },
  'intake/form-too-many-rows': {
    zh: '{name} 的行数多于 {limit}，没有读取。请删去多余的行，或拆成几个文件后重试。',
    en: '{name} has more than {limit} rows and was not read. Delete the rows that are not needed, or divide it into several files, and try again.',
  },
  'intake/form-too-many-merges': {
    zh: '{name} 的合并单元格多于 {limit} 个或范围过大，没有读取。请取消不需要的合并后另存，再重试。',
    en: '{name} has more than {limit} merged cells, or ones that reach too far, and was not read. Undo the merging that is not needed, save it, and try again.',
  },
  'intake/form-too-much-text': {
    zh: '{name} 的文字超过 {limit} 个字符，没有读取。请拆成几个文件后重试。',
    en: '{name} holds more than {limit} characters of text and was not read. Divide it into several files and try again.',
  },
  'intake/file-changed': {
    zh: '读取期间 {name} 被改动。请关闭正在编辑它的程序后重试。',
    en: '{name} changed while it was being read. Close the program that is editing it and try again.',
  },
  'intake/loose-file': {
    zh: '{file} 不在任何申报单位的文件夹里，没有收入。请把它放进所属单位的文件夹，再选择该文件夹。',
    en: '{file} lies in no applicant’s folder and was not taken. Put it into the folder it belongs to and choose that folder.',
  },
  'intake/reading-not-found': {
    zh: '本工作区没有这份读取结果。请回到批次重新选择材料文件夹。',
    en: 'This workspace has no such reading. Go back to the round and choose the folder again.',
  },
  'intake/already-confirmed': {
    zh: '{folder} 已确认收入批次，不能直接改。如需更正，请先退回核对。',
    en: '{folder} was confirmed and is in the round; it can’t be changed as it is. Take it back for checking first.',
  },
  'intake/field-unknown': {
    zh: '申报表里没有“{field}”这一项，或者该行已被移除。',
    en: 'The form has no field {field}, or its row was removed.',
  },
  'intake/value-not-understood': {
    zh: '看不懂“{text}”，原值保留不变。数字、日期、等级请按样式填写，例如 80、2022年10月20日、五级、四级。',
    en: '“{text}” was not understood; the value stays as it was. Write numbers, dates and levels like 80, 2022-10-20, 五级、四级.',
  },
  'intake/value-too-long': {
    zh: '内容超过 {limit} 字，原值保留不变。请缩短后再填。',
    en: 'The text is longer than {limit} characters; the value stays as it was. Shorten it.',
  },
  'intake/too-many-rows': {
    zh: '这一栏已有 {limit} 行，不能再添加。',
    en: 'There are {limit} rows already; no more can be added.',
  },
  'intake/name-missing': {
    zh: '{folder} 的申报单位名称是空的。请填写后再收入批次。',
    en: 'The applicant of {folder} has no name. Enter it before taking the application into the round.',
  },
  'intake/form-must-travel': {
    zh: '申报表是申报的依据，必须随申报带走。',
    en: 'The application form is what the application stands on; it has to travel.',
  },
} as const;
