/** Why something about a roadshow day can't be kept. */
export const roadshowRefusals = {
  'roadshow/order-incomplete': {
    zh: '路演顺序须把本批次的每个申报单位恰好排一次。请刷新后重新排序。',
    en: 'The order must name every applicant of the round exactly once. Reload and arrange it again.',
  },
  'roadshow/sealed': {
    zh: '这张路演评分表已封存，计时、连线记录和提问前评分不能再改。',
    en: 'This roadshow sheet has been sealed: its clock, its note on the video link and its scores before the questions are final.',
  },
  'roadshow/questions-logged': {
    zh: '已经记录了提问，提问前评分不能再取消定格。',
    en: 'Questions have been logged already: the scores before the questions stay as they were fixed.',
  },
  'roadshow/question-unknown': {
    zh: '问答记录中没有这一条。请刷新后重试。',
    en: 'The question log has no such line. Reload and try again.',
  },
  'roadshow/question-items': {
    zh: '关联的评分项 {item} 不在路演评分表上。请重新选择。',
    en: 'Item {item} is not on the roadshow sheet. Choose again.',
  },
  'roadshow/reason-needed': {
    zh: '调整前面单位的评分须写明理由。',
    en: 'Adjusting an earlier score needs a written reason.',
  },
} as const;
