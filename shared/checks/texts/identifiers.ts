/** Sentences of findings about numbers that check themselves. */
export const identifierTexts = {
  'id-number-missing': {
    zh: '{found}没有身份证号码（共 {of} 人）。',
    en: '{found} of {of} without an ID number.',
  },
  'id-number-form': {
    zh: '{found}的身份证号码位数不对，或其中的出生日期不存在。',
    en: 'ID numbers that do not have 18 places or have an impossible date of birth: {found}.',
  },
  'id-check-digit': {
    zh: '{found}的身份证号码校验位不对。',
    en: 'ID numbers with a wrong check digit: {found}.',
  },
  'id-sex': {
    zh: '{found}的性别与身份证号码不一致。',
    en: 'Sex not as the ID number says: {found}.',
  },
  'id-age': {
    zh: '{found}的年龄与身份证号码不一致。',
    en: 'Age not as the ID number says: {found}.',
  },
  'id-other-name': {
    zh: '{found}的身份证号码在名单中还对应另一姓名。',
    en: 'ID numbers that also stand beside another name: {found}.',
  },
  'credit-code': {
    zh: '统一社会信用代码 {found} 位数或校验位不对，仅作提示。',
    en: 'The social credit code {found} has a wrong length or check digit; a warning only.',
  },
  'credit-code-holds': {
    zh: '统一社会信用代码 {found} 校验位正确。',
    en: 'The check digit of the social credit code {found} is right.',
  },
  'credit-code-elsewhere': {
    zh: '统一社会信用代码的登记机关区划码 {division} 不属温州，仅作提示。',
    en: 'The registration office {division} in the social credit code is not in Wenzhou; a hint only.',
  },
  postcode: {
    zh: '邮编「{found}」不是六位数字。',
    en: 'The postcode {found} is not six digits.',
  },
  phone: {
    zh: '{name}「{found}」不像有效的电话号码。',
    en: '{name}: {found} does not look like a telephone number.',
  },
  'postcode-missing': {
    zh: '没有填写邮编。',
    en: 'No postcode is given.',
  },
  'phone-missing': {
    zh: '没有填写{name}。',
    en: '{name} is not filled in.',
  },
} as const;
