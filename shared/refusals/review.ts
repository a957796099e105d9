/** Why an answer can't be kept or a sheet can't be moved on (design.md §6): whose sheet it is and in which state. */
export const reviewRefusals = {
  'review/application-unknown': {
    zh: '批次中没有这份申报。请回到申报列表重新选择。',
    en: 'The round has no such application. Go back to the list and choose again.',
  },
  'review/attachment-unknown': {
    zh: '这份申报没有这个附件。请回到评审页面重新选择。',
    en: 'The application has no such attachment. Go back to the desk and choose again.',
  },
  'review/not-assigned': {
    zh: '申报 {applicant} 没有分配给本人，不能查看或评分。如有疑问，请联系组长。',
    en: '{applicant} is not assigned to you: you cannot open or score it. Ask the chair if that is wrong.',
  },
  'review/not-mine': {
    zh: '这张评分表不由本人评分，不能修改。如有疑问，请联系组长。',
    en: 'This sheet is not yours to score and cannot be changed. Ask the chair if that is wrong.',
  },
  'review/stage-not-assigned': {
    zh: '申报 {applicant} 的这个环节没有分配给本人，不用打分。请选择本人负责的环节；如有疑问，请联系组长。',
    en: 'This stage of {applicant} is not assigned to you: there is nothing to score. Choose a stage that is yours; ask the chair if that is wrong.',
  },
  'review/recused': {
    zh: '本人对申报单位 {applicant} 回避，不能查看或评分。如回避有误，请联系组长。',
    en: 'You are recused from {applicant}: you cannot open or score it. Ask the chair if that is wrong.',
  },
  'review/slot-unknown': {
    zh: '评分项 {item} 不在这张评分表上。请刷新后重试。',
    en: 'Item {item} is not on this sheet. Reload and try again.',
  },
  'review/not-met': {
    zh: '自动检查没有认定 {item} 符合，不能一并接受。请逐项评定。',
    en: 'The checks do not say that {item} is met, so it is not accepted with the others. Decide it by itself.',
  },
  'review/sheet-complete': {
    zh: '这张评分表已标记完成。请先重新打开，再修改。',
    en: 'This sheet is marked complete. Reopen it before changing it.',
  },
  'review/changed-items-left': {
    zh: '批次再次签发后，还有 {count} 个已评的评分项有更改，尚未复核。请逐一确认或重评后再封存。',
    en: 'The round was issued again and {count} answers to items that changed have not been looked at again. Confirm or change each before sealing.',
  },
  'review/reason-needed': {
    zh: '这张评分表已封存。修改须写明理由，并将生成新版本。',
    en: 'This sheet has been sealed. A change needs a written reason and makes a new version.',
  },
  'review/changed-elsewhere': {
    zh: '{item} 刚在另一个窗口改过，这里的改动没有保存，以免盖掉那边的评分。请看过现在的评分后再改。',
    en: '{item} was just changed in another window. What you entered here was not saved, so that it covers nothing. Look at what stands there now, then change it.',
  },
  'review/nothing-to-undo': {
    zh: '这张评分表没有可以撤销的改动。',
    en: 'There is no change on this sheet that could be undone.',
  },
  'review/nothing-to-redo': {
    zh: '这张评分表没有可以重做的改动。',
    en: 'There is no change on this sheet that could be made again.',
  },
  'review/undo-after-sealing': {
    zh: '这张评分表已封存，不能撤销。请直接修改，并写明理由。',
    en: 'This sheet has been sealed: nothing can be undone. Change the answer itself and say why.',
  },
  'review/not-returned': {
    zh: '这张评分表正在退回重评，只能修改组长退回的评分项，{item} 不在其中。重新封存后，其他项才能再改。',
    en: 'This sheet was returned: only the items the chair named can be changed, and {item} is not one of them. The others open again once it is sealed anew.',
  },
  'review/incomplete': {
    zh: '还有 {count} 项没有评完。请补全后再标记完成。',
    en: '{count} items are not finished. Finish them before marking the sheet complete.',
  },
  'review/nothing-to-seal': {
    zh: '还没有任何评分。请至少评完一张评分表再封存。',
    en: 'Nothing has been scored yet. Finish at least one sheet before sealing.',
  },
  'review/blanks-left': {
    zh: '还有 {count} 项没有评完。请补全，或确认只封存已有部分。',
    en: '{count} items are not finished. Finish them, or confirm that only what is there is sealed.',
  },
  'review/not-sealed': {
    zh: '还没有封存的评分。请先封存，再导出。',
    en: 'Nothing has been sealed yet. Seal first, then export.',
  },
  'review/too-big-for-frames': {
    zh: '这份评分结果超过 {limit} KB，用二维码传送太久。请导出 .lpscore 文件，改用 U 盘或光盘交给组长。',
    en: 'This score package is larger than {limit} KB: as QR codes it would take too long. Export the .lpscore file and hand it over on a stick or a disc.',
  },
  'review/not-an-expert': {
    zh: '本人在这个批次中不评分。',
    en: 'You do not score in this round.',
  },
} as const;
