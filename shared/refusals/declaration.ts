/** Why something can't be declared, or can't be opened before it is (design.md §2: intake, declarations, document checks). */
export const declarationRefusals = {
  'declaration/sign-in-first': {
    zh: '请先签到，再查看申报材料。',
    en: 'Sign in first, then open the applications.',
  },
  'declaration/commitment-first': {
    zh: '请先阅读并签署承诺书，再查看申报材料。',
    en: 'Read and sign the commitment first, then open the applications.',
  },
  'declaration/conflict-first': {
    zh: '请先说明与 {applicant} 有无应当回避的情形，再查看其材料。',
    en: 'Say first whether anything keeps you from judging {applicant}, then open its documents.',
  },
  'declaration/no-commitment': {
    zh: '这个批次没有要求签署承诺书。',
    en: 'This round asks for no commitment.',
  },
  'declaration/applicant-unknown': {
    zh: '批次中没有分配给本人的这家申报单位。请刷新后重试。',
    en: 'No such applicant is assigned to you in this round. Reload and try again.',
  },
  'declaration/reason-needed': {
    zh: '申报对 {applicant} 的回避，或者撤回回避，须写明理由。',
    en: 'A recusal from {applicant}, or taking one back, needs a reason.',
  },
  'declaration/already-scored': {
    zh: '本人已对 {applicant} 评分，不能再自行回避。请报告组长处理。',
    en: 'You have already scored {applicant}; you can no longer recuse yourself. Tell the chair.',
  },
  'declaration/no-vote': {
    zh: '本批次没有要求推选组长，或本人没有投票资格。',
    en: 'This round holds no vote for its leader, or you are not among those who vote.',
  },
  'declaration/voted': {
    zh: '本人已经投过票。选票投出后不能更改。',
    en: 'You have voted. A ballot cannot be changed once it is cast.',
  },
  'declaration/member-unknown': {
    zh: '评审组中没有这个人。请刷新后重新选择。',
    en: 'Nobody of that name is on the panel. Reload and choose again.',
  },
} as const;
