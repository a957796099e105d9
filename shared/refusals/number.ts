/** Why a number that a person typed is not taken; said beside its field. `{found}` is what was typed. */
export const numberRefusals = {
  'number/not-a-number': {
    zh: '“{found}”不是数字。请填写数字，例如 62.4。',
    en: '‘{found}’ is not a number. Enter a number, for example 62.4.',
  },
  'number/comma-unclear': {
    zh: '“{found}”里的逗号看不出是小数点还是分节号。请去掉分节的逗号，小数点用“.”。',
    en: 'The comma in ‘{found}’ may be a decimal point or part thousands. Leave out commas between thousands, and write a decimal point as ‘.’.',
  },
  'number/negative': {
    zh: '“{found}”小于0。请填写0或正数。',
    en: '‘{found}’ is below zero. Enter zero or more.',
  },
  'number/too-precise': {
    zh: '“{found}”的小数太多，这里最多 {places} 位小数。请改写。',
    en: '‘{found}’ has too many decimals: {places} at most here. Write it with fewer.',
  },
  'number/not-whole': {
    zh: '“{found}”不是整数。请填写整数。',
    en: '‘{found}’ is not a whole number. Enter a whole number.',
  },
  'number/too-large': {
    zh: '“{found}”太大，无法记录。请核对。',
    en: '‘{found}’ is too large to be recorded. Check it.',
  },
  'number/unit': {
    zh: '这里按“{unit}”填写，“{found}”是别的单位。请换算后填写。',
    en: 'This is asked in {unit}; ‘{found}’ is another unit. Convert it first.',
  },
  'number/empty': {
    zh: '这里不能为空。请填写数字。',
    en: 'This can’t be empty. Enter a number.',
  },
  'number/does-not-fit': {
    zh: '这里不能填 {found}。请改为合适的数字。',
    en: '{found} can’t stand here. Enter a number that can.',
  },
  'number/out-of-range': {
    zh: '这里只能填 {least} 到 {most}，{found} 不在其中。请修改。',
    en: 'Enter a number from {least} to {most}; {found} is not among them.',
  },
} as const;
