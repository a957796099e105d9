import type { CommanderError } from 'commander';
import type { Language, Text } from './language.ts';

/** What the command line says of itself. What a refusal says stands in `shared/refusals/`. */
export const commandTexts = {
  program: {
    zh: '遴评：离线专家评审工作台的命令行。退出码：0 完成，1 拒绝或不成立，2 用法有误。',
    en: 'Linping without a window: an offline review workstation for expert panels. Exit codes: 0 done, 1 refused, 2 wrong usage.',
  },
  version: { zh: '显示版本号', en: 'print the version' },
  help: { zh: '显示用法', en: 'show this help' },
  json: { zh: '在标准输出上只打印一个 JSON 文档', en: 'print exactly one JSON document on standard output' },
  lang: { zh: '语言，默认按系统环境', en: 'language; by default the environment’s' },
  interrupted: { zh: '已中断，没有留下未完成的文件。', en: 'Interrupted; no unfinished file was left behind.' },
  unexpected: {
    zh: '程序出错（不是您的操作有误）。请把以下内容交给维护人员：',
    en: 'Something unexpected went wrong (a bug, not your doing). Give the maintainers what follows:',
  },

  open: { zh: '打开遴评窗口；没有桌面程序时在浏览器中打开', en: 'open Linping: its window, or the browser where that can’t run' },
  openBrowser: { zh: '直接在浏览器中打开', en: 'in the browser at once' },
  openWorkspace: { zh: '工作区文件夹', en: 'the workspace folder' },
  openPort: { zh: '浏览器方式的端口号', en: 'the port for the browser' },
  openNoOpen: { zh: '只打印网址，不打开浏览器', en: 'print the address, open nothing' },

  pack: { zh: '把申报材料文件夹打成申报数据包', en: 'make an application bundle from a folder with 附件3 and its attachments' },
  packFolder: { zh: '含附件3申报表和佐证材料的文件夹', en: 'the folder' },
  packOut: { zh: '要写的 .lpapp 文件', en: 'the .lpapp file to write' },
  packed: {
    zh: '已打包：{file}（{bytes} 字节，附件 {files} 个）\n申报单位：{applicant}\n数据包标识：{sha256}',
    en: 'Packed: {file} ({bytes} bytes, {files} attachments)\nApplicant: {applicant}\nIdentity: {sha256}',
  },
  leftOut: { zh: '未收入：{name}（{reason}）', en: 'left out: {name} ({reason})' },
  unreadable: { zh: '无法识读内容：{name}（{reason}）', en: 'contents can’t be read: {name} ({reason})' },

  check: { zh: '检查申报数据包：显示读到的申报和自动检查的问题', en: 'check an application bundle: what it says and what the checks find' },
  checkFile: { zh: '申报数据包', en: 'the .lpapp file' },
  checkUntil: { zh: '申报截止日期（YYYY-MM-DD）', en: 'last day for applications (YYYY-MM-DD)' },
  checkDone: {
    zh: '{applicant}：共 {all} 项，不符合 {notMet} 项，需人工判断 {open} 项',
    en: '{applicant}: {all} findings, {notMet} not met, {open} for a person to judge',
  },

  verify: { zh: '核验数据包：每个字节是否完整、谁签了名', en: 'verify packages: whether every byte is accounted for, and who signed' },
  verifyFiles: { zh: '任意类型的数据包或名片', en: 'packages of any kind, or cards' },
  key: { zh: '密钥文件，用于打开加密的数据包', en: 'key file, to open sealed packages' },
  whole: { zh: '{file}：{kind}，完整，{signed}', en: '{file}: {kind}, whole, {signed}' },
  unsigned: { zh: '未签名', en: 'not signed' },
  signedBy: { zh: '签名：{names}', en: 'signed by {names}' },
  signerOnRoster: { zh: '{name}（{role}，{at}）', en: '{name} ({role}, {at})' },
  signerByKey: { zh: '密钥 {key}（{at}）', en: 'key {key} ({at})' },
  cardOf: {
    zh: '{file}：名片，完整，{name}，{organisation}\n  指纹 {fingerprint}',
    en: '{file}: identity card, whole, {name}, {organisation}\n  fingerprint {fingerprint}',
  },
  wholeDetails: {
    zh: '  标识 {sha256}，格式 {format}，{sealed}，附件 {files} 个',
    en: '  identity {sha256}, format {format}, {sealed}, {files} attachments',
  },
  sealed: { zh: '已加密', en: 'sealed' },
  notSealed: { zh: '未加密', en: 'not sealed' },
  inputOf: { zh: '  依据 {kind} {sha256}：{signed}', en: '  from {kind} {sha256}: {signed}' },
  sealCode: { zh: '  封存码 {code}', en: '  seal code {code}' },
  inputsSigned: {
    zh: '  所附 {count} 份评分，凡计入的都由名册中的专家本人签名',
    en: '  scores it carries: {count}; each that counts is signed by its expert on the roster',
  },
  scoreCounted: { zh: '  {file} 已计入，逐字节未改动', en: '  {file} counts in it, unaltered to the byte' },
  scoreNotCounted: { zh: '  {file} 没有计入', en: '  {file} does not count in it' },
  reproduced: { zh: '  按所附评分重新计算，排名一致', en: '  recomputed from the scores it carries: the same ranking' },

  merge: { zh: '合并评分结果包，计算排名并写出评审结果', en: 'merge score packages into a ranking and a signed result' },
  mergeScores: { zh: '评分结果包（次序不限，重复无妨）', en: 'score packages, in any order' },
  mergeEarlier: {
    zh: '该批次此前各次签发的批次包（再次签发过的批次须全部给出）',
    en: 'the packages of the earlier issues, all of them, where the round was issued again',
  },
  notScoring: {
    zh: '第 {issue} 次签发起，{name} 不再评其原来评的 {count} 家申报。理由：{reason}',
    en: 'From issue {issue} on, {name} no longer scores {count} of the applications that were theirs. Reason: {reason}',
  },
  notScoringSilently: {
    zh: '第 {issue} 次签发起，{name} 不再评其原来评的 {count} 家申报；批次里没有写明理由（评分交来以前签发的，不要求写）。',
    en: 'From issue {issue} on, {name} no longer scores {count} of the applications that were theirs; the round gives no reason (none is needed before scores come in).',
  },
  mergeRound: { zh: '评审批次包', en: 'the .lpround file' },
  mergeKey: { zh: '组长的密钥文件', en: 'the chair’s key file' },
  mergeResolutions: {
    zh: '组长的处理决定（JSON 数组，或含 resolutions 的结果文件）',
    en: 'the chair’s resolutions: a JSON array, or a result.json that has them',
  },
  out: { zh: '写到哪个文件夹', en: 'the folder to write to' },
  mergeRefused: {
    zh: '{refused} 份评分结果包被拒绝，没有合并，没有写出任何文件。',
    en: '{refused} score packages were refused; nothing was merged and nothing was written.',
  },
  setAside: { zh: '未计入：{file}：{sentence}', en: 'set aside: {file}: {sentence}' },
  pending: { zh: '待定：{applicant} {occupation}（{levels}）。{why}', en: 'Pending: {applicant}, {occupation} ({levels}). {why}' },
  askPending: {
    zh: '以上没有结论，结果会照实写明。仍然写出？(y/N) ',
    en: 'These are not settled, and the result will say so. Write it all the same? (y/N) ',
  },
  notWritten: { zh: '没有写出任何文件。', en: 'Nothing was written.' },
  waiting: {
    zh: '还有 {count} 项待组长处理，相关职业结论为待定。',
    en: '{count} matters wait for the chair; what they concern stays pending.',
  },
  wroteTo: { zh: '文件在 {folder}', en: 'Files in {folder}' },

  rehearse: { zh: '演练：用虚构的申报单位走完一整个批次', en: 'rehearse a whole round with made-up applicants' },
  rehearseOut: { zh: '写到哪个空文件夹', en: 'an empty folder to write to' },
  rehearseApplicants: { zh: '申报单位数', en: 'number of applicants' },
  rehearseExperts: { zh: '专家数（不含组长）', en: 'number of experts, the chair aside' },
  rehearseSeed: { zh: '随机种子，相同种子结果相同', en: 'seed: the same one gives the same round' },

  stepApplications: { zh: '生成申报材料', en: 'making up applicants' },
  stepRound: { zh: '签发批次', en: 'issuing the round' },
  stepScores: { zh: '专家评分', en: 'experts scoring' },
  stepMerge: { zh: '合并', en: 'merging' },
  stepReports: { zh: '写出报表', en: 'writing reports' },
  fileResult: { zh: '评审结果包', en: 'result package' },
  fileReports: { zh: '报表', en: 'reports' },

  migrate: { zh: '把旧版本的工作区升级到当前版本（先备份）', en: 'bring a workspace of an older version up to date, after a backup' },
  migratePassphrase: {
    zh: '口令所在的文件；默认从标准输入读第一行',
    en: 'file with the passphrase; by default the first line of standard input',
  },
  keysMended: {
    zh: '{file} 已损坏或丢失，已用它的副本修复，数据没有丢失。请尽快备份工作区，并检查磁盘。',
    en: 'The file {file} was damaged or lost and has been mended from its copy; no data was lost. Back the workspace up soon and check the disk.',
  },
  migrated: { zh: '工作区 {folder} 已是当前版本。', en: 'The workspace {folder} is up to date.' },
  askPassphrase: { zh: '口令：', en: 'Passphrase: ' },

  rank: { zh: '总名次', en: '#' },
  place: { zh: '本职业', en: 'In occupation' },
  applicant: { zh: '申报单位', en: 'Applicant' },
  occupation: { zh: '申报职业', en: 'Occupation' },
  levels: { zh: '推荐等级', en: 'Levels' },
  total: { zh: '总分', en: 'Total' },
  outcome: { zh: '结论', en: 'Outcome' },
  code: { zh: '项', en: 'Item' },
  verdict: { zh: '结论', en: 'Verdict' },
  found: { zh: '说明', en: 'What was found' },
  clause: { zh: '依据', en: 'Clause' },
  practice: { zh: '练习：数据均为虚构', en: 'Practice: everything is made up' },
} as const satisfies Record<string, Text>;

/** commander's own headings. */
export const helpTitles: Readonly<Record<string, Text>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
};

const usageErrors: Readonly<Record<string, Text>> = {
  'commander.unknownCommand': { zh: '没有这个命令', en: 'there is no such command' },
  'commander.unknownOption': { zh: '没有这个选项', en: 'there is no such option' },
  'commander.missingArgument': { zh: '缺少参数', en: 'an argument is missing' },
  'commander.missingMandatoryOptionValue': { zh: '缺少必需的选项', en: 'a required option is missing' },
  'commander.optionMissingArgument': { zh: '选项后缺少内容', en: 'an option lacks its value' },
  'commander.excessArguments': { zh: '参数过多', en: 'too many arguments' },
  'commander.invalidArgument': { zh: '选项的内容无效', en: 'the value of an option is not valid' },
  'commander.help': { zh: '请给出一个命令', en: 'give a command' },
};

/** Why a command line can't be understood, with what commander quotes of it, and where to look. */
export function usageSentence(error: CommanderError, language: Language): string {
  const text = usageErrors[error.code]?.[language] ?? (language === 'zh' ? '用法有误' : 'wrong usage');
  const quoted = /'[^']*'/.exec(error.message)?.[0] ?? '';
  return language === 'zh' ? `用法有误：${text} ${quoted}。用 --help 查看用法。` : `Wrong usage: ${text} ${quoted}. See --help.`;
}
