import { withoutTimes } from '#electron/forms/timeless-archive.ts';

/** 培训台账.xlsx: people trained or evaluated, year by year up to 2021. */
export async function makeTrainingSheet(trained: readonly number[]): Promise<Buffer> {
  const first = 2022 - trained.length;
  const { default: writeSheets } = await import('write-excel-file/node');
  const written = writeSheets(
    [
      ['年度', '培训（评价）人次', '其中：本职业', '备注'].map((value) => ({ value, type: String })),
      ...trained.map((people, index) => [
        { value: first + index, type: Number },
        { value: people, type: Number },
        { value: Math.round(people / 5), type: Number },
        { value: '练习 · 虚构数据', type: String },
      ]),
      [
        { value: '合计', type: String },
        { value: trained.reduce((sum, people) => sum + people, 0), type: Number },
      ],
    ],
    { sheet: '培训台账' },
  );
  return withoutTimes({ name: '培训台账.xlsx', bytes: await written.toBuffer() });
}
