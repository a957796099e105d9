/** Why a file that was handed in was not read: the process that reads it came to a limit. Everything else went on. */
export const readingRefusals = {
  'reading/too-long': {
    zh: '{name} 在 {seconds} 秒内没有读完，已停止读取。文件仍会保留，请打开原文件查看，或向提交者索取重新导出的文件。',
    en: '{name} was not read within {seconds} seconds and reading it was stopped. The file is kept: look at it yourself, or ask for one that was exported anew.',
  },
  'reading/too-much-memory': {
    zh: '读取 {name} 需要的内存超过 {megabytes} MB，已停止读取。文件仍会保留，请打开原文件查看，或向提交者索取重新导出的文件。',
    en: 'Reading {name} takes more than {megabytes} MB of memory and was stopped. The file is kept: look at it yourself, or ask for one that was exported anew.',
  },
  'reading/broke-off': {
    zh: '读取 {name} 时出错，没有读出内容。文件仍会保留，请打开原文件查看，或向提交者索取重新导出的文件。',
    en: 'Reading {name} broke off and nothing was read of it. The file is kept: look at it yourself, or ask for one that was exported anew.',
  },
  'reading/too-much': {
    zh: '{name} 的内容多得超出正常材料，没有读取。文件仍会保留，请打开原文件查看。',
    en: '{name} holds more than any such document needs and was not read. The file is kept: look at it yourself.',
  },
  'reading/too-large': {
    zh: '{name} 大于 {megabytes} MB，没有读取内容。文件仍会保留，请打开原文件查看。',
    en: '{name} is larger than {megabytes} MB and was not read. The file is kept: look at it yourself.',
  },
  'reading/unavailable': {
    zh: '读取文件的程序没有启动，{name} 暂未读取。请关闭一些其他程序后重试。',
    en: 'The program that reads files did not start, so {name} was not read. Close some other programs and try again.',
  },
} as const;
