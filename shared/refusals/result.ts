/** Why a result can't be taken in or looked at by a member of the panel. */
export const resultRefusals = {
  'result/other-round': {
    zh: '{file} 是另一个评审批次的结果，或按批次的另一版评出。没有接收，请向组长核实。',
    en: '{file} is the result of another round, or of another version of this one. Not taken in; check with the chair.',
  },
  'result/none': {
    zh: '还没有收到本批次的评审结果。请导入组长发来的 .lpresult 文件。',
    en: 'No result of this round is here yet. Take in the .lpresult file from the chair.',
  },
} as const;
