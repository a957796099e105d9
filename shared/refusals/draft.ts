/** Why a round can't be set up or issued yet (design.md §2, §6): each says what is left to do. */
export const draftRefusals = {
  'draft/not-found': {
    zh: '本工作区没有正在设置的这个批次。已签发的批次如需更改，请在合并页选择“再次签发”。',
    en: 'This workspace is not setting up such a round. To change an issued round, choose “Issue again” on its merge board.',
  },
  'draft/nothing-changed': {
    zh: '与已签发的批次相同，没有可签发的更改。请先修改，或放弃再次签发。',
    en: 'It says the same as the issued round, so there is nothing to issue. Change something, or give the new version up.',
  },
  'draft/no-title': {
    zh: '批次还没有名称。请在基本信息中填写。',
    en: 'The round has no title yet. Enter one under basics.',
  },
  'draft/no-experts': {
    zh: '评审组里还没有人评分。请导入专家的 .lpcard 名片，或由组长兼任评分。',
    en: 'Nobody on the panel scores yet. Import the experts’ .lpcard files, or let the chair score.',
  },
  'draft/scorers-unassigned': {
    zh: '{names}参加评分，但没有分配任何申报单位。请在分配中补上；不评分的专家请移出评审组，组长不评分请取消“组长也参加评分”。',
    en: 'Nothing is assigned to {names}, who should score. Assign something, take an expert who doesn’t score off the panel, or untick “The chair scores too”.',
  },
  'draft/trims-nowhere': {
    zh: '计分规则为去掉 {highest} 个最高分和 {lowest} 个最低分，满 {minExperts} 名专家才适用。现在每家申报单位只有 {experts} 名专家评分：不会去掉任何分数，总分就是全部专家的平均分。要去分，请增加专家，或下调“至少几名专家计分时去掉最高最低分”。',
    en: 'The rule drops the {highest} highest and {lowest} lowest scores, from {minExperts} experts on. Each applicant has {experts} now, so nothing is dropped and totals are the mean of all experts. To drop scores, add experts or lower “Drop from this many counting experts on”.',
  },
  'draft/trims-not-here': {
    zh: '计分规则为去掉 {highest} 个最高分和 {lowest} 个最低分，满 {minExperts} 名专家才适用。{count} 家申报单位只有 {experts} 名专家评分（{applicants}）：这几家取全部专家的平均分，其余各家去分，两者不是同一种算法。要一致，请为这几家增加专家，或下调“至少几名专家计分时去掉最高最低分”。',
    en: 'The rule drops the {highest} highest and {lowest} lowest scores, from {minExperts} experts on. {count} of the applicants have only {experts} ({applicants}): theirs is the mean of all experts, while scores are dropped for the others. To count all alike, add experts there or lower “Drop from this many counting experts on”.',
  },
  'draft/one-candidate': {
    zh: '计分规则为标准化后平均。{names}（{count} 人）只评 1 个申报职业，一个分数没有离散程度：无论给多少分，标准化后都等于全体平均分，对名次没有影响。要使其评分起作用，请再为其分配申报单位，或改用其他汇总方法。',
    en: 'The rule is the normalised mean. {names} (experts: {count}) score one candidate only, and a single score has no spread: whatever they give becomes the overall mean and moves no rank. To make it count, assign more to them, or choose another method.',
  },
  'draft/fingerprints-not-compared': {
    zh: '还有 {count} 张专家名片没有当面核对指纹。请逐一核对后勾选。',
    en: 'The fingerprints of {count} expert cards have not been compared in person. Compare each and tick it.',
  },
  'draft/no-applications': {
    zh: '批次里还没有申报。请导入 .lpapp 数据包或申报单位的文件夹。',
    en: 'The round has no applications yet. Import .lpapp bundles or applicants’ folders.',
  },
  'draft/application-unassigned': {
    zh: '申报 {applicant} 没有分配任何专家。请在分配中补上。',
    en: 'No expert is assigned to {applicant}. Add one under assignments.',
  },
  'draft/document-unassigned': {
    zh: '申报 {applicant} 的资料审核没有分配任何专家。请在分配中补上。',
    en: 'No expert is assigned to the document review of {applicant}. Add one under assignments.',
  },
  'draft/visit-unassigned': {
    zh: '申报 {applicant} 的现场察看没有分配任何专家。请在分配中补上。',
    en: 'No expert is assigned to the site visit of {applicant}. Add one under assignments.',
  },
  'draft/roadshow-unassigned': {
    zh: '申报 {applicant} 的集中路演没有分配任何专家。请在分配中补上。',
    en: 'No expert is assigned to the roadshow of {applicant}. Add one under assignments.',
  },
  'draft/application-without-occupation': {
    zh: '申报 {applicant} 没有可评的职业和等级。请核对申报表，或将其移出批次。',
    en: '{applicant} has no occupation with levels to be scored. Check its form, or take it out of the round.',
  },
  'draft/application-known': {
    zh: '{file} 与批次中已有的申报 {applicant} 编号相同但内容不同。请先移出旧的一份，再导入新的。',
    en: '{file} has the same id as the application of {applicant} in this round, with other contents. Take the old one out first.',
  },
  'draft/own-card': {
    zh: '{file} 是组长本人的名片，组长已在评审组中。',
    en: '{file} is the chair’s own card; the chair is on the panel already.',
  },
  'draft/left-out-without-reason': {
    zh: '已有专家交来评分，这次签发不再让 {names} 评其原来评的申报。请在下方写明理由；理由随批次和评审结果一并公开。',
    en: 'Scores have come in, and this issue takes from {names} what was theirs to score. Write the reason below; it stands in the round and in the result.',
  },
  'draft/practice-only': {
    zh: '虚构的申报单位只能用于练习批次。',
    en: 'Made-up applicants are for practice rounds only.',
  },
  'draft/round-not-found': {
    zh: '本工作区没有这个评审批次。请先导入组长发来的 .lpround 文件。',
    en: 'This workspace has no such round. Import the .lpround file from the chair first.',
  },
  'draft/application-needs-round': {
    zh: '{file} 是申报数据包。请在正在设置的批次的“申报”一步中导入。',
    en: '{file} is an application bundle. Import it under applications of a round that is being set up.',
  },
} as const;
