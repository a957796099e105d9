import {
  anApplication,
  anAssessor,
  anExpert,
  aStaffRow,
  catalogue,
  rubric,
  schedule,
  sha,
  someFacts,
  times,
} from '../fixtures/checks/an-application.ts';
import { checkAcross, checkApplication } from '#shared/checks/index.ts';
import { type Bench, secondsOf } from './bench.ts';

/** An applicant with 100 rows of people, ten photos, and its share of what the checks across applicants find. */
function anApplicant(index: number) {
  const photos = times(10, (photo) => (index * 10 + photo).toString(16).padStart(64, 'c'));
  const names = ['无人机驾驶员', '全媒体运营师'];
  const application = anApplication({
    id: `application-${index}`,
    staff: times(12, (row) => aStaffRow(index * 100 + row)),
    experts: times(60, (row) => anExpert(index * 50 + row, { field: names[row % 2] ?? '' })),
    assessors: times(28, (row) => anAssessor(index * 28 + row, { field: names[row % 2] ?? '' })),
    occupations: names.map((name) => ({ name, code: null, work: null, levels: ['四级', '三级', '二级'], note: '' })),
    attachments: photos.map((sha256) => ({ sha256, name: '照片.jpg', bytes: 100, class: 'photo' as const, problem: null })),
  });
  const facts = someFacts({
    photos: photos.map((attachment, photo) => ({
      attachment,
      takenAt: null,
      latitude: null,
      longitude: null,
      perceptualHash: BigInt.asUintN(64, BigInt(index * 10 + photo + 1) * 0x9e37_79b9_7f4a_7c15n)
        .toString(16)
        .padStart(16, '0'),
    })),
    leases: [
      {
        attachment: sha('2'),
        page: 1,
        lessee: null,
        address: `示例路${index}号`,
        from: '2021-01-01',
        to: '2023-12-31',
        months: 36,
        areaSquareMetres: null,
      },
    ],
  });
  return { application, facts };
}

export const bench: Bench = {
  name: 'checks',
  async run({ size }) {
    const count = size === 'full' ? 300 : 30;
    const applicants = times(count, anApplicant);
    const each = await secondsOf(() => {
      for (const { application, facts } of applicants) {
        checkApplication({ application, facts, rubric, catalogue, schedule });
      }
    });
    const across = await secondsOf(() => {
      checkAcross(applicants);
    });
    return [
      { what: `check ${count} applications of 100 rows`, seconds: each, bytes: null, floor: null },
      { what: 'compare them with each other', seconds: across, bytes: null, floor: null },
    ];
  },
};
