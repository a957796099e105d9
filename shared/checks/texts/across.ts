/** Sentences of findings about what several applicants share. */
export const acrossTexts = {
  'person-shared': {
    zh: '有 {found}同时列入「{other}」的名单。',
    en: '{found} also on the lists of {other}.',
  },
  'photo-same': {
    zh: '{found}照片与「{other}」的完全相同。',
    en: '{found} identical to those of {other}.',
  },
  'photo-near': {
    zh: '{found}照片与「{other}」的近乎相同，请对照。',
    en: '{found} nearly identical to those of {other}; compare them.',
  },
  'address-shared': {
    zh: '有 {found}地址与「{other}」相同。',
    en: '{found} shared with {other}.',
  },
  'phone-shared': {
    zh: '有 {found}联系电话与「{other}」相同。',
    en: '{found} shared with {other}.',
  },
} as const;
