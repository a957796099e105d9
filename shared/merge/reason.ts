/** Why a candidate stands as it does; the details are ids, codes and points. */
export type Reason = { readonly code: ReasonCode; readonly details: Readonly<Record<string, string | number>> };

export type ReasonCode = keyof typeof reasonTexts;

/** The sentence of each reason, in both languages; `{name}` is filled from its details. */
export const reasonTexts = {
  'gate-not-met': { zh: '门槛项 {item} 不符合', en: 'Gate {item} is not met' },
  'gate-overridden': { zh: '门槛项 {item} 由组长另行认定为 {verdict}', en: 'The chair decided gate {item} otherwise: {verdict}' },
  'gate-open': { zh: '门槛项 {item} 待组长处理', en: 'Gate {item} is open and waits for the chair' },
  'sheet-missing': { zh: '专家 {expert} 的评分表未收到（{stage}）', en: 'The sheet of {expert} has not arrived ({stage})' },
  'sheet-partial': { zh: '专家 {expert} 的评分表未填完（{stage}）', en: 'The sheet of {expert} is not complete ({stage})' },
  'nobody-counts': { zh: '没有可计入的专家', en: 'No expert counts' },
  'stage-without-expert': { zh: '{stage}没有可计入的专家', en: 'No expert counts for {stage}' },
  'measurement-differs': { zh: '{item} 的实测数不一致，待组长认定', en: 'The measurements of {item} differ and wait for the chair' },
  'measurement-same-points': {
    zh: '{item} 的实测数不同（{values}），得分和门槛结论相同，各按本人所记计算',
    en: 'The measurements of {item} differ ({values}) and come to the same; each expert’s own counts',
  },
  'total-below': { zh: '总分 {total}，低于 {required}', en: 'The total, {total}, is below {required}' },
  'stage-below': { zh: '环节得分 {points}，低于 {required}（{stage}）', en: 'The stage has {points}, below {required} ({stage})' },
  'beyond-quota': {
    zh: '名次在本职业推荐名额（{most} 个）之外',
    en: 'Ranked beyond the {most} that may be recommended in this occupation',
  },
  'quota-tied': {
    zh: '并列跨越本职业推荐名额（{most} 个），待评审组表决先后',
    en: 'Tied across the {most} that may be recommended in this occupation; the panel’s vote decides',
  },
  'deviation-unexplained': {
    zh: '专家 {expert} 的评分偏离较大，尚未说明理由',
    en: 'The total of {expert} deviates and is not yet explained',
  },
} as const;
