/** Sentences of findings about the applicant itself. */
export const applicantTexts = {
  registered: {
    zh: '登记住所在{division}，属温州市行政区域。',
    en: 'The registered seat is in {division}, within Wenzhou.',
  },
  'seat-elsewhere': {
    zh: '住所「{found}」不在温州市行政区域内。',
    en: 'The seat, {found}, is outside Wenzhou.',
  },
  'seat-unclear': {
    zh: '从住所「{found}」看不出是温州哪个县（市、区），请核对登记证照。',
    en: 'The seat, {found}, does not name one of Wenzhou’s districts; look at the certificate.',
  },
  'branch-no-legal-person': {
    zh: '机构类型为行业分支机构，是否独立法人须由专家组认定。',
    en: 'The applicant is a branch of an industry body; the panel decides whether it is an independent legal person.',
  },
  'registration-missing': {
    zh: '未见登记证照，住所按申报表为「{found}」。',
    en: 'There is no registration certificate; the form gives the seat as {found}.',
  },
  'registration-other-name': {
    zh: '登记证照上的名称与申报单位名称不一致。',
    en: 'The name on the certificate is not the applicant’s.',
  },
  'registration-unread': {
    zh: '登记证照上的住所未能读出，申报表为「{found}」，请对照原件。',
    en: 'The seat on the certificate could not be read; the form says {found}. Compare the original.',
  },
  'filed-in-time': {
    zh: '{found} 申报，截止日 {required}。',
    en: 'Filed on {found}; the last day was {required}.',
  },
  'filed-late': {
    zh: '{found} 申报，晚于截止日 {required}。',
    en: 'Filed on {found}, after the last day, {required}.',
  },
  'filed-unknown': {
    zh: '申报表没有可读的填报时间，截止日 {required}，请看平台提交记录。',
    en: 'The form has no readable filing date; the last day was {required}. Look at the platform’s record.',
  },
  'deadline-unknown': {
    zh: '批次未设截止日，申报时间为 {found}。',
    en: 'The round sets no last day; the form was filed on {found}.',
  },
  'grade-unknown': {
    zh: '申报材料没有说明是否为现有社会评价组织；如是，2022年评估须为{required}及以上。',
    en: 'The papers do not say whether this is an existing organisation; if so it needs {required} or better for 2022.',
  },
  'grade-not-applicable': {
    zh: '不是现有社会评价组织。',
    en: 'Not an existing organisation.',
  },
  'grade-good': {
    zh: '2022年评估等次为{found}。',
    en: 'Graded {found} for 2022.',
  },
  'grade-low': {
    zh: '2022年评估等次为{found}，须为{required}及以上。',
    en: 'Graded {found} for 2022; {required} or better is required.',
  },
  'majors-open': {
    zh: '院校须设有与申报职业相关的专业，由专家组判断。',
    en: 'A school needs a related major; the panel judges.',
  },
  'majors-not-applicable': {
    zh: '申报单位不是院校。',
    en: 'The applicant is not a school.',
  },
  'pledge-whole': {
    zh: '诚信承诺书印章、签字、日期齐全。',
    en: 'The pledge bears seal, signature and date.',
  },
  'pledge-open': {
    zh: '诚信承诺书已读出 {found}，须 {required}（印章、签字、日期），印章请看原件。',
    en: '{found} of {required} (seal, signature, date) were read on the pledge; look at it for the seal.',
  },
  'pledge-unsealed': {
    zh: '诚信承诺书未盖章。',
    en: 'The pledge bears no seal.',
  },
  'pledge-missing': {
    zh: '未见诚信承诺书（附件4）。',
    en: 'There is no pledge (annex 4).',
  },
  'truth-open': {
    zh: '材料真实性须在各环节核查。',
    en: 'Whether the papers are true is for every stage to see.',
  },
  'profile-open': {
    zh: '申报表不含成立时间、经费来源、固定资产、规模，请看简况材料。',
    en: 'The form asks no founding date, funding, assets or size; look at the profile.',
  },
  'conditions-hold': {
    zh: '机构类型对应的 {required}条件全部达标。',
    en: 'All {required} for this type are met.',
  },
  'conditions-open': {
    zh: '机构类型对应的 {required}条件中 {found}达标，其余材料未说明。',
    en: '{found} of {required} for this type are met; the papers do not tell of the rest.',
  },
  'conditions-fail': {
    zh: '机构类型对应的 {required}条件中有 {failing} 项不达标。',
    en: 'Of {required} for this type {failing} are not met.',
  },
  'training-years': {
    zh: '连续培训（评价）{found}，须 {required}。',
    en: 'Trained without a gap for {found}; required: {required}.',
  },
  'training-total': {
    zh: '累计培训（评价）{found}，须 {required}。',
    en: 'Trained {found}; required: {required}.',
  },
  'evaluation-department': {
    zh: '专门从事评价工作的内设机构：{found}，须{required}。',
    en: 'A department of its own for evaluation: {found}; required: {required}.',
  },
  stars: {
    zh: '人力社保部门评估 {found}，须 {required}及以上。',
    en: 'Graded {found} by the bureau; required: {required}.',
  },
  'evaluated-people': {
    zh: '该职业自主评价 {found}，须 {required}。',
    en: 'Evaluated {found} in this occupation; required: {required}.',
  },
  'evaluated-people-at-most': {
    zh: '培训台账至多计 {found}，须自主评价 {required}；台账未区分培训与评价。',
    en: 'The record counts {found} at most; required are {required} evaluated. It does not tell training from evaluation.',
  },
  'civil-grade': {
    zh: '民政部门评估 {found}，须 {required}及以上。',
    en: 'Graded {found} by the civil affairs bureau; required: {required}.',
  },
  members: {
    zh: '会员单位 {found}，须 {required}。',
    en: '{found}; required: {required}.',
  },
  'type-unknown': {
    zh: '申报表没有勾选机构类型，适用哪一条须由专家组认定。',
    en: 'The form ticks no type; the panel decides which condition applies.',
  },
  'type-other-association': {
    zh: '非行业协会的社会团体，通知没有对应条款，须由专家组认定。',
    en: 'A society that is no industry association: the notice has no clause for it; the panel decides.',
  },
  'type-branch': {
    zh: '行业分支机构，通知没有对应条款，须由专家组认定。',
    en: 'A branch of an industry body: the notice has no clause for it; the panel decides.',
  },
  scale: {
    zh: '规模为门槛的 {found}（{count} ÷ {of}）。',
    en: 'The scale is {found} ({count} ÷ {of}).',
  },
  'scale-unknown': {
    zh: '材料未给出可与门槛相比的规模。',
    en: 'The papers give no scale to compare with the threshold.',
  },
} as const;
