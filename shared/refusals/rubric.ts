/** Why a rubric or the rules can't be signed as they are (design.md §6, §9): each says what is left to put right. */
export const rubricRefusals = {
  'rubric/code-twice': {
    zh: '评分项编号 {item} 出现了两次。请改用不重复的编号。',
    en: 'The code {item} is used for two items. Give each its own.',
  },
  'rubric/item-unknown': {
    zh: '评分项 {item} 引用了不存在的评分项 {other}。',
    en: 'Item {item} refers to {other}, which is not in the rubric.',
  },
  'rubric/rule-missing': {
    zh: '实测项 {item} 没有计分规则。',
    en: 'The measured item {item} has no rule.',
  },
  'rubric/rule-maximum': {
    zh: '评分项 {item} 的分值是 {max}，按计分规则最高可得 {highest}，两者应当一致。',
    en: 'Item {item} is worth {max}, but its rule gives up to {highest}. The two must be the same.',
  },
  'rubric/rule-endless': {
    zh: '评分项 {item} 的计分规则没有上限，会超过分值 {max}。请在最高一档填写固定分值。',
    en: 'The rule of item {item} has no upper end and can go above {max}. Give its top band fixed points.',
  },
  'rubric/step-missing': {
    zh: '评议项 {item} 没有给分步长。',
    en: 'The judged item {item} has no step.',
  },
  'rubric/maximum-off-step': {
    zh: '评议项 {item} 的分值 {max} 不是步长 {step} 的整数倍。',
    en: 'The points of judged item {item}, {max}, are not a multiple of its step, {step}.',
  },
  'rubric/anchor-above-maximum': {
    zh: '评议项 {item} 有一档说明是 {points} 分，超过了分值 {max}。',
    en: 'An anchor of judged item {item} is at {points}, above its maximum of {max}.',
  },
  'rubric/worth-nothing': {
    zh: '评分项 {item} 的分值是 0.00。不计分的内容请设为门槛项。',
    en: 'Item {item} is worth 0.00. What carries no points is a gate.',
  },
  'rubric/gate-with-points': {
    zh: '门槛项 {item} 不计分，分值应为 0.00。',
    en: 'The gate {item} carries no points: its maximum must be 0.00.',
  },
  'rubric/gate-missing': {
    zh: '门槛项 {item} 没有说明是硬性门槛还是由评审组表决。',
    en: 'The gate {item} does not say whether it is hard or the panel’s.',
  },
  'rules/total-above-rubric': {
    zh: '推荐所需总分 {total} 超过了评分标准的满分 {max}。',
    en: 'The total needed, {total}, is above all the points of the rubric, {max}.',
  },
  'rules/drops-everyone': {
    zh: '去掉最高、最低分共 {drops} 个，但有 {minExperts} 名专家计分时就要去掉，会一个不剩。请减少个数或提高人数。',
    en: 'Dropping {drops} totals from {minExperts} experts on would leave none. Drop fewer, or ask for more experts.',
  },
  'rules/category-unknown': {
    zh: '同分比较用到了评分标准里没有的类别“{category}”。',
    en: 'The tie-break names the category “{category}”, which the rubric does not have.',
  },
  'rules/after-vote': {
    zh: '评审组表决应是同分比较的最后一步。',
    en: 'The panel’s vote must be the last step of the tie-break.',
  },
} as const;
