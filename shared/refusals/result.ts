/** Why a result can't be taken in or looked at by a member of the panel. */
export const resultRefusals = {
  'result/other-round': {
    zh: '{file} 是另一个评审批次的结果，或按批次的另一版评出。没有接收，请向组长核实。',
    en: '{file} is the result of another round, or of another version of this one. Not taken in; check with the chair.',
  },
  'result/own-sheets-first': {
    zh: '这份结果作出时还在等本人的评分，而本人还有 {count} 份评分表没有封存。封存以后才能查看他人的评分。',
    en: 'This result was made while your scores were still waited for, and {count} of your score sheets are not sealed. What others gave is shown after you have sealed them.',
  },
  'result/none': {
    zh: '还没有收到本批次的评审结果。请导入组长发来的 .lpresult 文件。',
    en: 'No result of this round is here yet. Take in the .lpresult file from the chair.',
  },
} as const;
