/** Sentences of findings about staff, experts and assessors. */
export const peopleTexts = {
  'qualified-people': {
    zh: '合格 {found}，须不少于 {required}（名单去重后 {distinct} 人）。',
    en: '{found} qualified; at least {required} required ({distinct} different people listed).',
  },
  'qualified-people-unclear': {
    zh: '合格 {found}，须不少于 {required}（名单去重后 {distinct} 人）；另有 {unclear} 人的资格、{near} 人的领域不能判定。',
    en: '{found} qualified; at least {required} required ({distinct} different people listed). The title of {unclear} and the field of {near} more can’t be told.',
  },
  'own-assessors': {
    zh: '同时列入工作人员名单的自有考评人员 {found}，须不少于 {required}。',
    en: 'Assessors who are also on the staff list: {found}; at least {required} required.',
  },
  'field-near': {
    zh: '{found}的专业或领域与申报职业相近但不相同，未计入。',
    en: 'Field close to an occupation applied for, but not its name: {found}, not counted.',
  },
  'field-unmatched': {
    zh: '{found}的专业或领域不属于任何申报职业，未计入。',
    en: 'Field of no occupation applied for: {found}, not counted.',
  },
  'duplicate-person': {
    zh: '{found}重复列入，只计一次。',
    en: 'Listed more than once: {found}, counted once.',
  },
  'staff-count': {
    zh: '{name} {found}，须不少于 {required}。',
    en: '{found} with this duty ({name}) on the staff list; at least {required} required.',
  },
  'leaders-number': {
    zh: '主任 {directors} 人、副主任 {deputies} 人；须主任 1 人、副主任 1—2 人。',
    en: 'Directors: {directors}; deputies: {deputies}. One director and one or two deputies are required.',
  },
  'leaders-unqualified': {
    zh: '领导成员中 {failing} 人学历或资格不符，{qualified} 人表上条件符合。',
    en: 'Leaders who lack the education or the title: {failing}; who have both: {qualified}.',
  },
  'leaders-open': {
    zh: '领导成员中 {qualified} 人学历、资格符合；表上没有从事培训考核年限和熟悉政策情况，请看证明。',
    en: 'Leaders with education and title: {qualified}. The form does not tell years of experience and knowledge of policy; look at the proofs.',
  },
  'office-head-missing': {
    zh: '没有办公室主任。',
    en: 'There is no office head.',
  },
  'office-head-unqualified': {
    zh: '办公室主任学历或资格不符。',
    en: 'The office head lacks the education or the title.',
  },
  'office-head-open': {
    zh: '办公室主任 {required}条件中，表上可见 {found}符合；从事培训考核年限和熟悉政策情况请看证明。',
    en: 'Of the conditions for the office head ({required}), the form shows {found}; look at the proofs for years and policy.',
  },
  'finance-qualified': {
    zh: '财务管理人员中 {found}的学历、证书符合。',
    en: 'In finance with the education and the certificate: {found}.',
  },
  'finance-open': {
    zh: '财务管理人员 {people} 人，表上未见大专以上学历或财会证书。',
    en: 'In finance: {people}; the form shows no college education or no accounting certificate.',
  },
  'duty-unclear': {
    zh: '{found}的分工未能归入附件2所列岗位。',
    en: 'The duty of {found} is none of annex 2’s.',
  },
  'staff-count-open': {
    zh: '{name} {found}，须不少于 {required}；另有 {unplaced} 人的分工未能归类，请核对。',
    en: '{found} with this duty ({name}) on the staff list; at least {required} required. The duty of {unplaced} more can’t be told; check.',
  },
  'leaders-number-open': {
    zh: '主任 {directors} 人、副主任 {deputies} 人；须主任 1 人、副主任 1—2 人。另有 {unplaced} 人的职务未能归类，请核对。',
    en: 'Directors: {directors}; deputies: {deputies}. One director and one or two deputies are required. The post of {unplaced} more can’t be told; check.',
  },
  'office-head-unplaced': {
    zh: '没有读出办公室主任；另有 {unplaced} 人的职务未能归类，请核对。',
    en: 'No office head could be read; the post of {unplaced} people can’t be told. Check.',
  },
} as const;
