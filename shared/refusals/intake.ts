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
    zh: '{name} 解开后超过 {limit} 字节，正常的申报表不会这样。请检查文件后重试。',
    en: '{name} unpacks to more than {limit} bytes, which no form needs. Check the file and try again.',
  },
  'intake/file-changed': {
    zh: '读取期间 {name} 被改动。请关闭正在编辑它的程序后重试。',
    en: '{name} changed while it was being read. Close the program that is editing it and try again.',
  },
  'intake/cancelled': {
    zh: '已取消，没有写入任何内容。',
    en: 'Cancelled; nothing was written.',
  },
} as const;
