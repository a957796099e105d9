import { pair } from '../../../parts/pair.ts';

export const applicationsTexts = pair(
  {
    a_made: '生成虚构的申报单位',
    a_madeCount: '数量',
    a_name: '申报单位',
    a_type: '类型',
    a_occupations: '申报职业',
    a_findings: '自动检查',
    a_checking: '检查中',
    a_noProblem: '未发现问题',
    a_notMet: '不符合 {{count}}',

    a_doubtful: '存疑 {{count}}',
    a_remove: '移除{{name}}',
    a_count: '已导入 {{count}} 家申报单位',
    a_emptyTitle: '还没有申报单位',
    a_emptyBody: '导入申报数据包或申报材料文件夹后，这里列出各申报单位及其申报职业。',
  },
  {
    a_made: 'Make up applicants',
    a_madeCount: 'How many',
    a_name: 'Applicant',
    a_type: 'Type',
    a_occupations: 'Occupations',
    a_findings: 'Automatic checks',
    a_checking: 'Checking',
    a_noProblem: 'Nothing found',
    a_notMet: 'Not met: {{count}}',
    a_doubtful: 'Doubtful: {{count}}',
    a_remove: 'Remove {{name}}',
    a_count: 'Applicants taken in: {{count}}',
    a_emptyTitle: 'No applicants yet',
    a_emptyBody: 'After taking in bundles or folders, the applicants and their occupations are listed here.',
  },
);
