/** Why an answer on a score sheet is refused, or what a sheet still lacks (design.md §6). `{item}` is the rubric item's code. */
export const sheetRefusals = {
  'sheet/value-kind': {
    zh: '填写的内容类型不对：这里需要{expected}，收到的是{found}。请重新填写。',
    en: 'The answer is of the wrong kind: {expected} is needed, {found} was given. Enter it again.',
  },
  'sheet/value-negative': {
    zh: '数值 {found} 小于0。请填写实测数，最小为0。',
    en: 'The number {found} is below zero. Enter what was measured, zero or more.',
  },
  'sheet/value-not-whole': {
    zh: '数值 {found} 不是整数。请按整{unit}填写。',
    en: '{found} is not a whole number. Enter whole units ({unit}).',
  },
  'sheet/ratio-of-nothing': {
    zh: '总数不能为0。请填写总数，没有可比对象时请保持空白并写明原因。',
    en: 'The whole cannot be zero. Enter the whole; if there is nothing to compare with, leave it blank and say why.',
  },
  'sheet/ratio-above-one': {
    zh: '{count} 大于总数 {of}。请核对两个数是否填反或重复计数。',
    en: '{count} is more than the whole, {of}. Check whether the two are swapped or something was counted twice.',
  },
  'sheet/option-unknown': {
    zh: '选项 {option} 不在本项的选项中。请重新选择。',
    en: 'The option {option} is none of this item’s. Choose again.',
  },
  'sheet/option-twice': {
    zh: '选项 {option} 勾选了两次。请重新勾选。',
    en: 'The option {option} is ticked twice. Tick again.',
  },
  'sheet/part-missing': {
    zh: '「{part}」还没有填写。请把本项各部分填全。',
    en: '‘{part}’ is still blank. Fill in every part of this item.',
  },
  'sheet/part-unknown': {
    zh: '本项没有 {part} 这一部分。请重新填写。',
    en: 'This item has no part {part}. Enter it again.',
  },
  'sheet/blank': {
    zh: '{item} 还是空白。请填写；确实为零时请填0。',
    en: '{item} is blank. Fill it in; if it really is zero, enter 0.',
  },
  'sheet/points-above-maximum': {
    zh: '{item} 最高 {max} 分，不能给 {points} 分。请修改。',
    en: '{item} has a maximum of {max} points; {points} is too many. Change it.',
  },
  'sheet/points-off-step': {
    zh: '{item} 按 {step} 分的步长给分，{points} 不是它的倍数。请修改。',
    en: '{item} is scored in steps of {step}; {points} is not a multiple. Change it.',
  },
  'sheet/unfinished': {
    zh: '{item} 未填完整，按未评计。请补全，或改正不能识读的数字。',
    en: '{item} is not finished and counts as blank. Fill in the rest, or correct what can’t be read.',
  },
  'sheet/comment-missing': {
    zh: '{item} 需要写明理由。请补充说明。',
    en: '{item} needs a written reason. Add it.',
  },
  'sheet/change-unexplained': {
    zh: '{item} 的结论与自动检查的建议不同。请写明改变的理由。',
    en: 'The answer to {item} is not what the check proposed. Say why.',
  },
  'sheet/photo-missing': {
    zh: '{item} 须有现场照片。请拍照或选用照片；确实不能拍照的，请在备注中写明理由。',
    en: '{item} needs a photo taken on site. Take or choose one; if none can be taken, write the reason in the comment.',
  },
  'sheet/verdict-contradicts-value': {
    zh: '{item} 是硬性门槛，结论与填写的数值矛盾。请改数值，或改为存疑、现场核实。',
    en: '{item} is a hard gate and the verdict contradicts the value. Correct the value, or choose ‘doubtful’ or ‘verify on site’.',
  },
  'sheet/not-applicable-on-scored': {
    zh: '{item} 是计分项，不能选不适用。请填写实测数或给分，没有时填0。',
    en: '{item} carries points and cannot be ‘not applicable’. Enter what was measured or the points, 0 where there is nothing.',
  },
  'sheet/verdict-not-asked': {
    zh: '{item} 不需要门槛结论。请只填写数值或分数。',
    en: '{item} takes no verdict. Enter the value or the points only.',
  },
  'sheet/value-not-asked': {
    zh: '{item} 不需要填写数值。请只给出结论或分数。',
    en: '{item} takes no measured value. Give the verdict or the points only.',
  },
  'sheet/points-not-asked': {
    zh: '{item} 是门槛项，不计分。请只给出结论。',
    en: '{item} is a gate and carries no points. Give the verdict only.',
  },
  'sheet/slot-unknown': {
    zh: '这张评分表上没有 {item} 这一格。请刷新后重试。',
    en: 'There is no place for {item} on this sheet. Reload and try again.',
  },
} as const;
