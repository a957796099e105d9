/** Sentences of findings about the applicant itself. */
export const applicantTexts = {
  registered: {
    zh: '登记住所在{division}，属温州市行政区域。',
    en: 'The registered seat is in {division}, within Wenzhou.',
  },
  'seat-elsewhere': {
    zh: '登记住所「{found}」不在温州市行政区域内。',
    en: 'The registered seat, {found}, is outside Wenzhou.',
  },
  'seat-unclear': {
    zh: '从住所「{found}」看不出属于温州哪个县（市、区），请核对登记证照。',
    en: 'The seat, {found}, names none of Wenzhou’s districts; check it against the certificate.',
  },
  'branch-no-legal-person': {
    zh: '机构类型为行业分支机构，是否独立法人须由专家组认定。',
    en: 'The applicant is a branch of an industry body; the panel decides whether it is an independent legal person.',
  },
  'registration-missing': {
    zh: '未见登记证照；申报表所填地址为「{found}」。',
    en: 'There is no registration certificate; the form gives the address {found}.',
  },
  'registration-other-name': {
    zh: '登记证照上的名称与申报单位名称不一致。',
    en: 'The name on the certificate is not the applicant’s.',
  },
  'registration-unread': {
    zh: '登记证照上的住所未能读出；申报表所填地址为「{found}」，请对照原件。',
    en: 'The seat on the certificate could not be read; the form gives the address {found}. Compare the original.',
  },
  'filed-in-time': {
    zh: '{found} 申报，未过截止日 {required}。',
    en: 'Filed on {found}, no later than the last day, {required}.',
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
    zh: '诚信承诺书的印章、签字、日期 {required}中读出 {found}，其余请看原件。',
    en: 'Of seal, signature and date ({required}), {found} could be read on the pledge; look at the original for the rest.',
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
    zh: '材料是否真实，须在各环节核查。',
    en: 'Whether the papers are true is to be checked at every stage.',
  },
  'profile-open': {
    zh: '申报表不含成立时间、经费来源、固定资产和规模，请看简况材料。',
    en: 'The form asks for no founding date, funding, assets or size; look at the profile.',
  },
  'conditions-hold': {
    zh: '机构类型对应的 {required}条件全部达标。',
    en: 'All conditions for this type hold ({required}).',
  },
  'conditions-open': {
    zh: '机构类型对应的 {required}条件中已见 {found}达标，其余须核实。',
    en: 'Of the conditions for this type ({required}), {found} hold; the rest is to be checked.',
  },
  'conditions-fail': {
    zh: '机构类型对应的 {required}条件中有 {failing} 项不达标。',
    en: 'Of the conditions for this type ({required}), {failing} do not hold.',
  },
  'training-years': {
    zh: '连续培训（评价）{found}，须不少于 {required}。',
    en: 'Training or evaluation without a gap for {found}; at least {required} required.',
  },
  'training-total': {
    zh: '累计培训（评价）{found}，须不少于 {required}。',
    en: '{found} trained or evaluated in all; at least {required} required.',
  },
  'evaluation-department': {
    zh: '设有专门从事评价工作的内设机构。',
    en: 'There is a department of its own for evaluation.',
  },
  stars: {
    zh: '人力社保部门评估 {found}，须 {required}及以上。',
    en: 'Rated {found} by the human-resources bureau; {required} or more required.',
  },
  'evaluated-people': {
    zh: '该职业累计自主评价 {found}，须不少于 {required}。',
    en: '{found} evaluated in this occupation; at least {required} required.',
  },
  'evaluated-people-at-most': {
    zh: '培训台账计 {found}，但未区分培训与自主评价；须自主评价不少于 {required}，请核实。',
    en: 'The training record counts {found} but does not tell training from evaluation; at least {required} evaluated are required. Check.',
  },
  'civil-grade': {
    zh: '民政部门评估 {found}，须 {required}及以上；等级证书 5 年有效期请核对原件。',
    en: 'Graded {found} by the civil affairs bureau; {required} or better required. The grade is valid for five years: check the original.',
  },
  members: {
    zh: '会员单位 {found}，须不少于 {required}。',
    en: '{found}; at least {required} required.',
  },
  'type-unknown': {
    zh: '申报表没有勾选机构类型，适用哪一条须由专家组认定。',
    en: 'The form ticks no type; the panel decides which condition applies.',
  },
  'type-other-association': {
    zh: '从名称看不是行业协会；其他社会团体在通知中没有对应条款，须由专家组认定。',
    en: 'By its name this is no industry association; the notice has no clause for other societies, so the panel decides.',
  },
  'type-branch': {
    zh: '行业分支机构在通知中没有对应条款，须由专家组认定。',
    en: 'The notice has no clause for branches of an industry body; the panel decides.',
  },
  scale: {
    zh: '规模为门槛的 {found}（{count} ÷ {of}）。',
    en: 'The scale is {found} ({count} ÷ {of}).',
  },
  'scale-unknown': {
    zh: '材料未给出可与门槛相比的规模。',
    en: 'The papers give no scale to compare with the threshold.',
  },
  'seat-elsewhere-by-form': {
    zh: '申报表所填地址「{found}」不在温州市行政区域内，登记住所请看证照。',
    en: 'The address in the form, {found}, is outside Wenzhou; see the certificate for the registered seat.',
  },
  'seat-missing': {
    zh: '没有读出住所，请看登记证照。',
    en: 'No seat could be read; look at the certificate.',
  },
  'registration-expired': {
    zh: '登记证照有效期至 {until}，申报时已过期，请核实。',
    en: 'The certificate was valid until {until} and had expired when the application was filed; check.',
  },
  'training-years-unknown': {
    zh: '材料未写明连续培训（评价）年数，须不少于 {required}。',
    en: 'The papers do not tell for how many years in a row; at least {required} required.',
  },
  'training-total-unknown': {
    zh: '材料未写明累计培训（评价）人次，须不少于 {required}。',
    en: 'The papers do not tell how many were trained or evaluated; at least {required} required.',
  },
  'evaluation-department-missing': {
    zh: '没有专门从事评价工作的内设机构。',
    en: 'There is no department of its own for evaluation.',
  },
  'evaluation-department-unknown': {
    zh: '材料未说明是否设有专门从事评价工作的内设机构。',
    en: 'The papers do not tell whether there is a department of its own for evaluation.',
  },
  'stars-unknown': {
    zh: '材料未写明人力社保部门评估星级，须 {required}及以上。',
    en: 'The papers do not tell the bureau’s rating; {required} or more required.',
  },
  'evaluated-people-unknown': {
    zh: '材料未写明该职业累计自主评价人数，须不少于 {required}。',
    en: 'The papers do not tell how many were evaluated in this occupation; at least {required} required.',
  },
  'evaluated-people-short': {
    zh: '培训台账仅计 {found}，少于须自主评价的 {required}；台账是否完整、有无其他评价记录，请核实。',
    en: 'The training record counts {found} only, fewer than the {required} to be evaluated; check whether it is complete and whether there are other records.',
  },
  'civil-grade-unknown': {
    zh: '材料未写明民政部门评估等级，须 {required}及以上。',
    en: 'The papers do not tell the civil affairs bureau’s grade; {required} or better required.',
  },
  'members-unknown': {
    zh: '材料未写明会员单位数，须不少于 {required}。',
    en: 'The papers do not tell how many members there are; at least {required} required.',
  },
} as const;
