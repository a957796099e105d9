import { pair } from '../../../parts/pair.ts';

export const basicsTexts = pair(
  {
    b_title: '批次名称',
    b_authority: '组织单位',
    b_notice: '依据的通知',
    b_commitment: '专家承诺书',
    b_schedule: '日程',
    b_applicationsUntil: '申报截止',
    b_documentsOn: '资料审核',
    b_visitsFrom: '现场察看开始',
    b_visitsUntil: '现场察看结束',
    b_roadshowOn: '集中路演',
  },
  {
    b_title: 'Title of the round',
    b_authority: 'Organised by',
    b_notice: 'Notice it follows',
    b_commitment: 'Commitment of the experts',
    b_schedule: 'Schedule',
    b_applicationsUntil: 'Applications until',
    b_documentsOn: 'Document review',
    b_visitsFrom: 'Site visits from',
    b_visitsUntil: 'Site visits until',
    b_roadshowOn: 'Roadshow',
  },
);
