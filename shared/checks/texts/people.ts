/** Sentences of findings about staff, experts and assessors. */
export const peopleTexts = {
  'qualified-people': {
    zh: '合格 {found}，须 {required}（去重后 {distinct} 人）。',
    en: '{found} qualify; required: {required} ({distinct} different people listed).',
  },
  'qualified-people-unclear': {
    zh: '合格 {found}，须 {required}（去重后 {distinct} 人）；另有 {unclear} 人资格、{near} 人领域不能判定。',
    en: '{found} qualify; required: {required} ({distinct} different people listed). The title of {unclear} and the field of {near} more can’t be told.',
  },
  'own-assessors': {
    zh: '自有考评人员 {found}，须 {required}。',
    en: '{found} of the assessors are on the staff; required: {required}.',
  },
  'field-near': {
    zh: '{found}的专业或领域与申报职业相近但不相同，未计入。',
    en: 'The field of {found} resembles an occupation but is not its name; not counted.',
  },
  'field-unmatched': {
    zh: '{found}的专业或领域不属于任何申报职业，未计入。',
    en: 'The field of {found} is none of the occupations; not counted.',
  },
  'duplicate-person': {
    zh: '{found}重复列入，只计一次。',
    en: '{found} listed twice, counted once.',
  },
  'staff-count': {
    zh: '配有 {found}，须 {required}。',
    en: '{found} on the list; required: {required}.',
  },
  'leaders-number': {
    zh: '主任 {directors} 人、副主任 {deputies} 人；须主任1人、副主任1—2人。',
    en: '{directors} director(s) and {deputies} deputies; one director and one or two deputies are required.',
  },
  'leaders-unqualified': {
    zh: '领导成员中 {failing} 人学历或资格不符，{qualified} 人表上条件符合。',
    en: '{failing} of the leaders lack the education or title, {qualified} have both.',
  },
  'leaders-open': {
    zh: '领导成员 {qualified} 人学历、资格符合；从事培训考核年限和政策熟悉情况表上没有，请看证明。',
    en: '{qualified} leaders have education and title; years and knowledge of policy are not in the form.',
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
    zh: '办公室主任表上条件符合 {found}，须 {required}；年限和政策熟悉情况请看证明。',
    en: 'The form shows {found} of {required} for the office head; look at proofs for the years and policy.',
  },
  'finance-qualified': {
    zh: '财务管理人员 {found}学历、证书符合。',
    en: '{found} in finance with education and certificate.',
  },
  'finance-open': {
    zh: '财务管理人员 {people} 人，表上未见大专以上学历或财会证书。',
    en: '{people} in finance; the form shows no college education or no accounting certificate.',
  },
  'duty-unclear': {
    zh: '{found}的分工未能归入附件2所列岗位。',
    en: 'The duty of {found} is none of annex 2’s.',
  },
} as const;
