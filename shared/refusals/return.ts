/** Why items can't be returned to an expert, or a return can't be taken in (退回重评, design.md §2). */
export const returnRefusals = {
  'return/nothing-counts': {
    zh: '这位专家没有可以退回的评分结果：还没有收到，或收到的都不计入。请先收取其评分结果包。',
    en: 'There is nothing of this expert’s to return: no score package has arrived, or none counts. Take one in first.',
  },
  'return/reason-missing': {
    zh: '退回重评必须写明理由，理由会给专家看，也会留在评分记录里。请补充理由。',
    en: 'A return needs a written reason, which the expert sees and the answer’s history keeps. Add it.',
  },
  'return/slot-unknown': {
    zh: '评分项 {item} 不在这位专家的评分表上，不能退回。请刷新后重新选择。',
    en: 'Item {item} is not on this expert’s sheets and cannot be returned. Reload and choose again.',
  },
  'return/unknown': {
    zh: '没有这份退回。请刷新后重试。',
    en: 'There is no such return. Reload and try again.',
  },
  'return/other-round': {
    zh: '{file} 属于另一个评审批次，或批次的另一版。没有接收，请向组长核实。',
    en: '{file} belongs to another round, or to another version of it. Not taken in; check with the chair.',
  },
  'return/for-another': {
    zh: '{file} 是退回给另一位专家的。没有接收，请交还组长。',
    en: '{file} returns items to another expert. Not taken in; give it back to the chair.',
  },
  'return/not-by-chair': {
    zh: '{file} 不是由本批次组长签名的。已拒绝，请向组长核实。',
    en: '{file} is not signed by the chair of this round. Refused; check with the chair.',
  },
  'return/superseded': {
    zh: '{file} 退回的是第 {sequence} 版，本人已封存第 {newest} 版，无需再按它重评。请把第 {newest} 版交给组长。',
    en: '{file} returns version {sequence}; version {newest} has been sealed since. Nothing changes: hand version {newest} to the chair.',
  },
  'return/unknown-score': {
    zh: '{file} 退回的第 {sequence} 版不是本工作区封存导出的。已拒绝，请向组长核实。',
    en: '{file} returns version {sequence}, which this workspace did not seal and export. Refused; check with the chair.',
  },
} as const;
