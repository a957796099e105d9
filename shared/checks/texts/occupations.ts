/** Sentences of findings about occupations and their venues. */
export const occupationTexts = {
  'in-catalogue': {
    zh: '列入附件1第 {number} 号（{remark}）。',
    en: 'Number {number} of annex 1 ({remark}).',
  },
  'near-catalogue': {
    zh: '附件1中没有这一名称，相近的有：{suggestions}。是否笔误，由专家判断。',
    en: 'Not in annex 1 by this name; close to: {suggestions}. Whether it is a slip is for a person to decide.',
  },
  'not-in-catalogue': {
    zh: '附件1中没有这一职业，也没有相近的名称。',
    en: 'Neither in annex 1 nor close to a name in it.',
  },
  'occupation-code': {
    zh: '职业编号 {found} 与目录的 {required} 不一致，仅供核对。',
    en: 'The code {found} is not the catalogue’s, {required}; for comparison only.',
  },
  'no-occupations': {
    zh: '没有从申报表读出申报职业。',
    en: 'No occupation could be read from the form.',
  },
  'occupations-few': {
    zh: '申报 {found}职业，未超过 {required}。',
    en: '{found} applied for; at most {required} allowed.',
  },
  'occupations-many': {
    zh: '申报 {found}职业，超过 {required}。',
    en: '{found} applied for; at most {required} allowed.',
  },
  'levels-missing': {
    zh: '没有读出申报等级。',
    en: 'No level could be read.',
  },
  'lease-long': {
    zh: '租赁合同期 {found}，不少于 {required}。',
    en: 'The lease runs for {found}, no less than {required}.',
  },
  'lease-short': {
    zh: '租赁合同期 {found}，不足 {required}。',
    en: 'The lease runs for {found}, less than {required}.',
  },
  'lease-unread': {
    zh: '有租赁合同或产权证明未能读出，请看原件；租赁期须不少于 {required}。',
    en: 'A lease or a proof of ownership could not be read; look at the original. A lease must run for at least {required}.',
  },
  'lease-contradicts': {
    zh: '租赁合同写明的月数与起止日期算得的 {found}不一致，请看原件；须不少于 {required}。',
    en: 'The months that the lease states are not the {found} of its dates; look at the original. At least {required} required.',
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
    zh: '申报表所填理论考场 {found}，不少于 {required}，以现场实测为准。',
    en: '{found} declared for the theory room, no less than {required}; the visit measures.',
  },
  'theory-area-small': {
    zh: '申报表所填理论考场 {found}，不足 {required}，以现场实测为准。',
    en: '{found} declared for the theory room, less than {required}; the visit measures.',
  },
  'theory-area-missing': {
    zh: '没有读出理论考场面积；须不少于 {required}，以现场实测为准。',
    en: 'No area of the theory room could be read; at least {required} required. The visit measures.',
  },
  'venue-missing': {
    zh: '没有该职业的场地设备表。',
    en: 'There is no venue table for this occupation.',
  },
  'venue-unmatched': {
    zh: '有一张场地设备表填的是「{found}」，不是申报职业。',
    en: 'A venue table is for {found}, which is not applied for.',
  },
  'venue-nameless': {
    zh: '有一张场地设备表没有填写职业。',
    en: 'A venue table names no occupation.',
  },
} as const;
