/** Sentences of findings about occupations and their venues. */
export const occupationTexts = {
  'in-catalogue': {
    zh: '列入{found}。',
    en: 'Listed as {found}.',
  },
  'near-catalogue': {
    zh: '「{name}」不在附件1；相近的有：{suggestions}。是否笔误请专家判断。',
    en: '{name} is not in annex 1; close to: {suggestions}. Whether it is a slip a person decides.',
  },
  'not-in-catalogue': {
    zh: '「{name}」不在附件1。',
    en: '{name} is not in annex 1.',
  },
  'occupation-code': {
    zh: '职业编号 {found} 与目录 {required} 不一致，仅作核对。',
    en: 'The code {found} is not the catalogue’s, {required}; for comparison only.',
  },
  'no-occupations': {
    zh: '申报表没有读出申报职业。',
    en: 'No occupation was read from the form.',
  },
  'occupations-few': {
    zh: '申报 {found}职业，不超过 {required}。',
    en: '{found} applied for; at most {required}.',
  },
  'occupations-many': {
    zh: '申报 {found}职业，超过 {required}。',
    en: '{found} applied for, more than {required}.',
  },
  'levels-missing': {
    zh: '没有读出申报等级。',
    en: 'No level was read.',
  },
  'lease-long': {
    zh: '租赁合同期 {found}，须 {required}。',
    en: 'The lease runs {found}; required: {required}.',
  },
  'lease-short': {
    zh: '租赁合同期 {found}，须 {required}。',
    en: 'The lease runs {found}; required: {required}.',
  },
  'lease-unread': {
    zh: '有租赁或产权材料未能读出期限，须 {required}，请看原件。',
    en: 'A proof’s term could not be read; required: {required}. Look at the original.',
  },
  'lease-contradicts': {
    zh: '租赁合同写明的月数与起止日期（{found}）不一致。',
    en: 'The months that the lease states are not those of its dates ({found}).',
  },
  'tenure-owned': {
    zh: '有产权证明。',
    en: 'There is a proof of ownership.',
  },
  'tenure-missing': {
    zh: '未见产权证明或租赁合同。',
    en: 'There is neither a proof of ownership nor a lease.',
  },
  'lease-remains': {
    zh: '租赁合同至 {to}，{on} 察看时剩余 {found}。',
    en: 'The lease runs to {to}: {found} left on {on}.',
  },
  'lease-remains-little': {
    zh: '租赁合同至 {to}，{on} 察看时只剩 {found}，不足 {required}。',
    en: 'The lease runs to {to}: only {found} left on {on}, less than {required}.',
  },
  'lease-ended': {
    zh: '租赁合同已于 {to} 到期，察看日为 {on}。',
    en: 'The lease ended on {to}, before the visit on {on}.',
  },
  'theory-area': {
    zh: '申报理论考场 {found}，须 {required}，现场实测。',
    en: '{found} declared for theory; required: {required}. The visit measures.',
  },
  'theory-area-small': {
    zh: '申报理论考场 {found}，不足 {required}，现场实测。',
    en: '{found} declared for theory, less than {required}. The visit measures.',
  },
  'theory-area-missing': {
    zh: '没有读出理论考场面积，须 {required}，现场实测。',
    en: 'No theory area was read; required: {required}. The visit measures.',
  },
  'venue-missing': {
    zh: '没有该职业的场地设备表。',
    en: 'There is no venue table for this occupation.',
  },
  'venue-unmatched': {
    zh: '场地设备表写的是「{found}」，不是申报职业。',
    en: 'A venue table is for {found}, which is not applied for.',
  },
} as const;
