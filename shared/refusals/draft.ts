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
