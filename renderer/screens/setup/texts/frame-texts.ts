import { pair } from '../../../parts/pair.ts';

export const frameTexts = pair(
  {
    lead: '筹备评审批次，签发后各专家按此评审',
    leadReissue: '筹备第 {issue} 次签发；签发前，已签发的批次照常有效',
    steps: '筹备步骤',
    step_basics: '基本信息',
    step_rubric: '评分标准',
    step_rules: '计分规则',
    step_panel: '评审组',
    step_applications: '申报单位',
    step_assignments: '回避与分配',
    step_issue: '核对并签发',
    nextStep: '下一步：{step}',
    saving: '保存中',
    saved: '已保存',
  },
  {
    lead: 'Prepare the round; the experts review by what is issued',
    leadReissue: 'Preparing issue {issue}; until it is out the issued round stands',
    steps: 'Steps of preparing',
    step_basics: 'Basics',
    step_rubric: 'Rubric',
    step_rules: 'Rules',
    step_panel: 'Panel',
    step_applications: 'Applicants',
    step_assignments: 'Recusal and assignment',
    step_issue: 'Check and issue',
    nextStep: 'Next: {step}',
    saving: 'Saving',
    saved: 'Saved',
  },
);
