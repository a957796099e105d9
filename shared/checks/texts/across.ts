/** Sentences of findings about what several applicants share. */
export const acrossTexts = {
  'person-shared': {
    zh: '有 {found}同时列入「{other}」的名单。',
    en: '{found} are also on the lists of {other}.',
  },
  'photo-same': {
    zh: '{found}照片与「{other}」的完全相同。',
    en: '{found}: photos identical to those of {other}.',
  },
  'photo-near': {
    zh: '{found}照片与「{other}」的近乎相同，请对照。',
    en: '{found}: photos nearly identical to those of {other}; compare them.',
  },
  'address-shared': {
    zh: '地址「{found}」与「{other}」相同。',
    en: 'The address {found} is also that of {other}.',
  },
  'phone-shared': {
    zh: '联系电话与「{other}」相同。',
    en: 'The telephone is also that of {other}.',
  },
} as const;
