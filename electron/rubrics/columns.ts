import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';

/** In which language a workbook is written; either is read, also mixed. */
export type Language = 'zh' | 'en';

type Word = { readonly zh: string; readonly en: string };
type Column = Word & { readonly width: number };

/** What each column of a sheet is called. A column is found by its heading, wherever it stands. */
export const sheets = {
  about: {
    name: { zh: '说明', en: 'About' },
    columns: { field: { zh: '项目', en: 'Field', width: 14 }, value: { zh: '内容', en: 'Value', width: 90 } },
  },
  items: {
    name: { zh: '评分项', en: 'Items' },
    columns: {
      code: { zh: '编号', en: 'Code', width: 8 },
      stage: { zh: '环节', en: 'Stage', width: 12 },
      category: { zh: '类别', en: 'Category', width: 12 },
      scope: { zh: '适用范围', en: 'Scope', width: 14 },
      kind: { zh: '类型', en: 'Kind', width: 10 },
      max: { zh: '满分', en: 'Points', width: 9 },
      text: { zh: '评分内容', en: 'What is asked', width: 50 },
      step: { zh: '步长', en: 'Step', width: 8 },
      comment: { zh: '评语', en: 'Comment', width: 12 },
      gate: { zh: '门槛', en: 'Gate', width: 12 },
      gateWhen: { zh: '门槛不合格条件', en: 'Gate fails when', width: 14 },
      gateValue: { zh: '门槛条件值', en: 'Gate value', width: 12 },
      triggers: { zh: '触发门槛项', en: 'Brings up gate', width: 12 },
      triggersWhen: { zh: '触发条件', en: 'Brought up when', width: 14 },
      triggersValue: { zh: '触发条件值', en: 'Brought up at', width: 12 },
      quantity: { zh: '计量内容', en: 'Quantity', width: 36 },
      evidence: { zh: '佐证材料', en: 'Evidence', width: 36 },
      clause: { zh: '依据', en: 'Clause', width: 18 },
      note: { zh: '备注', en: 'Note', width: 36 },
      place: { zh: '察看地点', en: 'Place', width: 12 },
      photos: { zh: '照片', en: 'Photos', width: 10 },
      declared: { zh: '申报数据', en: 'Declared', width: 14 },
      comparisons: { zh: '最少比对数', en: 'Fewest comparisons', width: 12 },
    },
  },
  rules: {
    name: { zh: '计分规则', en: 'Rules' },
    columns: {
      item: { zh: '编号', en: 'Code', width: 8 },
      part: { zh: '分项编号', en: 'Part', width: 14 },
      partText: { zh: '分项内容', en: 'Part text', width: 30 },
      kind: { zh: '规则', en: 'Rule', width: 14 },
      unit: { zh: '单位', en: 'Unit', width: 10 },
      value: { zh: '取值', en: 'Value', width: 8 },
      at: { zh: '达到', en: 'At', width: 10 },
      points: { zh: '分值', en: 'Points', width: 10 },
      otherwise: { zh: '否则得分', en: 'Otherwise', width: 10 },
      each: { zh: '每单位得分', en: 'Per unit', width: 12 },
      option: { zh: '选项编号', en: 'Option', width: 16 },
      optionText: { zh: '选项内容', en: 'Option text', width: 40 },
    },
  },
  anchors: {
    name: { zh: '评议档次', en: 'Anchors' },
    columns: {
      item: { zh: '编号', en: 'Code', width: 8 },
      points: { zh: '分值', en: 'Points', width: 10 },
      text: { zh: '档次说明', en: 'What it stands for', width: 80 },
    },
  },
} as const satisfies Record<string, { name: Word; columns: Record<string, Column> }>;

export type SheetKey = keyof typeof sheets;
export type ColumnOf<Key extends SheetKey> = keyof (typeof sheets)[Key]['columns'] & string;

/** The fields of the sheet 说明, one a row; each note has a row of its own. */
export const aboutFields = {
  zh: { id: '标识', version: '版本', title: '名称', source: '来源', note: '处理说明', place: '察看地点' },
  en: { id: 'Id', version: 'Version', title: 'Title', source: 'Source', note: 'Note', place: 'Place' },
} as const;

/** The words for each value that is one of a few. */
export const choices = {
  stage: { zh: termsZh.stage, en: termsEn.stage },
  scope: { zh: termsZh.scope, en: termsEn.scope },
  kind: { zh: termsZh.kind, en: termsEn.kind },
  comment: {
    zh: { optional: '可不填', 'off-anchor': '档次之外必填', required: '必填' },
    en: { optional: 'optional', 'off-anchor': 'off an anchor', required: 'required' },
  },
  gate: { zh: { hard: '一票否决', panel: '评审组表决' }, en: { hard: 'hard', panel: 'panel' } },
  photos: { zh: { required: '必拍' }, en: { required: 'required' } },
  declared: {
    zh: { 'theory-area': '理论场地面积', equipment: '设备', 'test-equipment': '检测设备' },
    en: { 'theory-area': 'theory area', equipment: 'equipment', 'test-equipment': 'test equipment' },
  },
  when: { zh: { below: '低于', unticked: '未勾选' }, en: { below: 'below', unticked: 'unticked' } },
  rule: {
    zh: {
      threshold: '达标得分',
      proportional: '按比例',
      'per-unit': '按个数',
      linear: '折线',
      bands: '分档',
      checklist: '清单',
      choice: '单选',
    },
    en: {
      threshold: 'threshold',
      proportional: 'proportional',
      'per-unit': 'per unit',
      linear: 'linear',
      bands: 'bands',
      checklist: 'checklist',
      choice: 'choice',
    },
  },
  value: { zh: { number: '数值', ratio: '比率' }, en: { number: 'number', ratio: 'ratio' } },
} as const;
