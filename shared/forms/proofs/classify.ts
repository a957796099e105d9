import type { AttachmentClass } from '../../domain/application.ts';
import { plain } from '../text.ts';

/** By what stands in the file's own name first, then in its folders', from the surest word to the vaguest. */
const words: readonly (readonly [AttachmentClass, RegExp])[] = [
  ['pledge', /承诺书|附件4|附件四/u],
  ['lease', /租赁|租房|租约|租用/u],
  ['ownership', /产权|房产证|不动产|土地证|房屋所有权|购置发票|资产证明/u],
  ['registration', /登记证|营业执照|法人证|事业单位法人|办学许可|组织机构代码|信用代码/u],
  ['training-record', /培训台账|培训记录|台账|培训规模|评价记录|培训统计/u],
  ['regulations', /制度|规程|守则|责任制/u],
];
const contents: readonly (readonly [AttachmentClass, RegExp])[] = [
  ['pledge', /诚信承诺书/u],
  ['lease', /租赁合同|租赁协议|承租方.*租赁期/u],
  ['ownership', /不动产权证|房屋所有权证/u],
  ['registration', /法人登记证书|营业执照|事业单位法人证书|民办学校办学许可证|社会团体法人登记/u],
  ['regulations', /规章制度汇编|管理制度汇编|第一条.{0,40}制定本制度/u],
  ['training-record', /培训台账|培训.{0,6}人次/u],
];

/** What a file proves, by its name, its folders and (where it could be read) its text. */
export function classifyAttachment(file: { name: string; isImage: boolean; text: string }): AttachmentClass {
  const segments = plain(file.name).split('/').toReversed();
  const [own = '', ...folders] = segments;
  const byName = find(words, own);
  if (byName !== null) {
    return byName;
  }
  const byText = find(contents, plain(file.text).slice(0, 4000));
  if (byText !== null) {
    return byText;
  }
  if (
    file.isImage &&
    (/照片|图片|实景|考场|场地|设备|办公室|相片|img|dsc|photo/iu.test(own) ||
      folders.some((folder) => /照片|图片|实景|相片|photo/iu.test(folder)))
  ) {
    return 'photo';
  }
  const byFolder = folders.map((folder) => find(words, folder)).find((found) => found !== null);
  return byFolder ?? (file.isImage ? 'photo' : 'other');
}

function find(lexicon: readonly (readonly [AttachmentClass, RegExp])[], text: string): AttachmentClass | null {
  return lexicon.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
