/** Sentences of findings about numbers that check themselves. */
export const identifierTexts = {
  'id-number-missing': {
    zh: '{found}没有身份证号码（共 {of} 人）。',
    en: '{found} of {of} without an ID number.',
  },
  'id-number-form': {
    zh: '{found}的身份证号码位数或出生日期不对。',
    en: 'The ID number of {found} is not of 18 places or has no possible date of birth.',
  },
  'id-check-digit': {
    zh: '{found}的身份证号码校验位不对。',
    en: 'The check digit of {found} is wrong.',
  },
  'id-sex': {
    zh: '{found}的性别与身份证号码不一致。',
    en: 'The sex of {found} is not what the ID number says.',
  },
  'id-age': {
    zh: '{found}的年龄与身份证号码不一致。',
    en: 'The age of {found} is not what the ID number says.',
  },
  'id-other-name': {
    zh: '{found}的身份证号码与另一姓名的相同。',
    en: 'The ID number of {found} also stands beside another name.',
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
    zh: '邮编「{found}」不是{required}。',
    en: 'The postcode {found} is not six digits.',
  },
  phone: {
    zh: '联系电话「{found}」不是可拨打的号码。',
    en: 'The telephone {found} is no number one can dial.',
  },
} as const;
