import type { RubricItem } from '#shared/domain/rubric.ts';

const words = {
  full: ['材料齐全，情况属实。', '完全符合要求。', '现场核对一致，做法较好。', '没有发现问题。', '做得扎实。'],
  points: [
    '总体较好，个别环节需要细化。',
    '基本符合，依据还不够充分。',
    '建议补充有关记录。',
    '与同类单位相比处于中等水平。',
    '还有改进余地。',
  ],
  'not-met': ['与规定条件不符，已核对原件。', '经核对，未达到要求。', '现有材料不能证明达到要求。', '数量不足。', '不符合条款要求。'],
} as const;

/** What an expert writes; each has their own way of saying it. */
export function commentOn(item: RubricItem, occasion: keyof typeof words, expertIndex: number): string {
  const said = words[occasion];
  return `${item.code}：${said[expertIndex % said.length] ?? said[0]}`;
}
