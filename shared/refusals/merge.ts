/**
 * Why a score package, or a sheet of it, does not count in a merge, and why a resolution can't be recorded (design.md §7). The codes
 * of what was set aside stand in the result package.
 */
export const mergeRefusals = {
  'merge/other-round': {
    zh: '这份评分结果属于另一个评审批次，没有计入。请专家从本批次重新导出。',
    en: 'This score package belongs to another round and does not count. Ask the expert to export from this round.',
  },
  'merge/other-rubric': {
    zh: '这份评分结果按另一版评分标准评出，没有计入。请专家接收最新的评审批次包后重新评分。',
    en: 'This score package was made under another rubric and does not count. Have the expert accept the issued round and score again.',
  },
  'merge/other-rules': {
    zh: '这份评分结果按另一套计分规则评出，没有计入。请专家接收最新的评审批次包后重新导出。',
    en: 'This score package was made under other rules and does not count. Have the expert accept the issued round and export again.',
  },
  'merge/not-on-roster': {
    zh: '提交人不在本批次专家名册中，没有计入。请核对来源。',
    en: 'The sender is not on this round’s roster; the package does not count. Check where it came from.',
  },
  'merge/signed-by-another': {
    zh: '签名的密钥不是这位专家在名册中的密钥，没有计入。请向本人核实后重新索取。',
    en: 'The key that signed is not this expert’s key on the roster; the package does not count. Check with the expert and ask for it again.',
  },
  'merge/equivocation': {
    zh: '同一位专家的同一序号有两份内容不同的评分结果，都没有计入。请向专家核实，由其重新封存导出新序号。',
    en: 'One expert sent two different packages under the same number; neither counts. Ask the expert to seal and export again under a new number.',
  },
  'merge/same-content': {
    zh: '与另一份数据包内容完全相同，只计一次。无需处理。',
    en: 'It has exactly the content of another package and counts once. Nothing needs to be done.',
  },
  'merge/superseded': {
    zh: '该专家已有更新序号的评分结果，本份留存不计。无需处理。',
    en: 'The expert has sent a newer number; this one is kept on file and does not count. Nothing needs to be done.',
  },
  'merge/recused-sheet': {
    zh: '专家已对该申报单位回避，这张评分表没有计入。无需处理。',
    en: 'The expert is recused from this applicant; the sheet does not count. Nothing needs to be done.',
  },
  'merge/not-assigned': {
    zh: '该申报没有分派给这位专家，这张评分表没有计入。请核对分派。',
    en: 'This application is not assigned to the expert; the sheet does not count. Check the assignments.',
  },
  'merge/sheet-twice': {
    zh: '同一申报同一环节有两张评分表，无法确定以哪张为准，整包没有计入。请专家重新导出。',
    en: 'There are two sheets for one application and stage; which is meant cannot be known, and the package does not count. Ask for it again.',
  },
  'merge/entry-unknown': {
    zh: '评分表里有本批次没有的评分项或职业，整包没有计入。请专家用本批次重新导出。',
    en: 'A sheet has an entry that this round does not ask for; the package does not count. Ask the expert to export from this round.',
  },
  'merge/entry-twice': {
    zh: '同一评分项填了两次，无法确定以哪次为准，整包没有计入。请专家重新导出。',
    en: 'One item is answered twice; which is meant cannot be known, and the package does not count. Ask for it again.',
  },
  'merge/answer-invalid': {
    zh: '有一项评分不符合评分标准（超出满分、步长或选项），整包没有计入。请退回专家改正。',
    en: 'An answer does not follow the rubric (maximum, step or options); the package does not count. Return it to the expert.',
  },
  'merge/points-differ': {
    zh: '有一项的得分与按实测数重新计算的结果不一致，整包没有计入。请退回专家核对。',
    en: 'The points of an entry differ from what its value gives; the package does not count. Return it to the expert.',
  },
  'merge/resolution-not-chair': {
    zh: '只有组长可以作出处理决定。请由组长在自己的工作区操作。',
    en: 'Only the chair can decide this. Do it in the chair’s workspace.',
  },
  'merge/resolution-reason-missing': {
    zh: '处理决定必须写明理由，理由会印在评审报告中。请补充理由。',
    en: 'A decision needs a written reason, which is printed in the report. Add it.',
  },
  'merge/resolution-unfit': {
    zh: '这项处理决定与本批次对不上（申报、职业、评分项、专家或数值不存在或无效）。请刷新后重试。',
    en: 'This decision does not fit the round (application, occupation, item, expert or value is unknown or invalid). Reload and try again.',
  },
  'merge/result-not-by-chair': {
    zh: '{file} 不是由它所附批次的组长签名的。已拒绝，请向组长核实。',
    en: '{file} is not signed by the chair of the round it carries. Refused; check with the chair.',
  },
  'merge/left-out-unexplained': {
    zh: '{file} 所附的批次再次签发时不再列入 {name}，而此前已收到其评分，批次里却没有写明理由。已拒绝，请向组长核实。',
    en: 'The round in {file} was issued again without {name}, whose scores had come in before, and says no reason. Refused; check with the chair.',
  },
  'merge/result-differs': {
    zh: '按 {file} 所附的评分重新计算，得到的结果与它写的不一致（排名、推荐意见或未计入的评分）。已拒绝，请向组长核实。',
    en: 'Computed again from the scores it carries, {file} gives another result than it states (ranking, outcomes or what was set aside). Refused; check with the chair.',
  },
  'merge/own-sheets-first': {
    zh: '本人还有 {count} 份评分表没有封存。封存以后才能查看他人的评分、排名和评审结果；如不再评分，请在汇总页写明理由后不计入本人。',
    en: 'You have {count} score sheets of your own still to seal. What others gave, the ranking and the result are shown after that; if you no longer score, leave yourself out on the merge board, with a reason.',
  },
  'merge/code-malformed': {
    zh: '封存码是 4 组共 20 位数字。请对照专家屏幕重新输入。',
    en: 'A seal code has 20 digits, in four groups. Type it again from the expert’s screen.',
  },
  'merge/code-expert-unknown': {
    zh: '本批次的专家名册中没有这个人。请刷新后重试。',
    en: 'Nobody of that name is on this round’s roster. Reload and try again.',
  },
  'merge/nothing-to-compare': {
    zh: '没有两个版本可以对照：记下的封存码与收到的版本对不上，或只收到一个版本。',
    en: 'There are no two versions to compare: the code that was noted fits none received, or only one is here.',
  },
  'merge/not-chair': {
    zh: '只有组长可以合并评分。请在组长的工作区中操作。',
    en: 'Only the chair merges scores. Use the chair’s workspace.',
  },
  'merge/candidate-unknown': {
    zh: '批次中没有这个申报职业。请回到排序表重新选择。',
    en: 'The round has no such candidate. Go back to the ranking and choose again.',
  },
  'merge/key-not-chair': {
    zh: '所给的密钥不是 {file} 的组长的，不能签发评审结果。请用组长的密钥文件。',
    en: 'The key is not that of the chair of {file}, who alone can sign the result. Use the chair’s key file.',
  },
  'merge/resolutions-file-invalid': {
    zh: '{file} 不是有效的处理决定文件。请给出 JSON 数组，或含有 resolutions 的 result.json。',
    en: '{file} holds no valid resolutions. Give a JSON array, or a result.json that has them.',
  },
} as const;
