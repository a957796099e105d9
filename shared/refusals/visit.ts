/** Why something of a site visit can't be kept. */
export const visitRefusals = {
  'visit/not-a-photo': {
    zh: '{file} 不是照片。请选择 JPEG、PNG、WebP、GIF、BMP 或 HEIC 文件；其他文件没有加入，已有照片不受影响。',
    en: '{file} is not a photo. Choose JPEG, PNG, WebP, GIF, BMP or HEIC files; the photos that are here already stay as they are.',
  },
  'visit/photo-too-large': {
    zh: '{file} 超过 {megabytes} MB，没有加入。请选择较小的照片。',
    en: '{file} is larger than {megabytes} MB and was not added. Choose a smaller photo.',
  },
  'visit/photo-unknown': {
    zh: '这次察看没有这张照片。请刷新后重试。',
    en: 'This visit has no such photo. Reload and try again.',
  },
  'visit/changed-meanwhile': {
    zh: '签名时，记录或评分已有改动，签名没有保存。请核对新的内容后重新签名。',
    en: 'The record or the scores changed while this was being signed, so the signature was not kept. Check what is shown now and sign again.',
  },
  'visit/signature-empty': {
    zh: '签名是空白的。请手写签名，或改为「已在纸上签名」并写明姓名。',
    en: 'The signature is blank. Sign by hand, or choose ‘signed on paper’ and give the name.',
  },
  'visit/window-reversed': {
    zh: '察看结束时间早于开始时间。请核对两个时间。',
    en: 'The visit ends before it begins. Check the two times.',
  },
} as const;
