import { anApplication, anAssessor, anExpert, aStaffRow, sha, someFacts, times } from '../fixtures/checks/an-application.ts';

/** A picture that every applicant has, as a form's logo or a copied photo would be. */
const common = { sha256: sha('d'), hash: 'f0f0f0f0f0f0f0f0' };

/**
 * An applicant with 100 rows of people and ten photos; experts overlap with the next applicant's. `alike`: its photos, address
 * and telephones are everybody's, the most that there can be to tell.
 */
export function anApplicant(index: number, alike: boolean) {
  const photos = times(10, (photo) => (alike && photo === 0 ? common.sha256 : (index * 10 + photo).toString(16).padStart(64, 'c')));
  const { applicant } = anApplication();
  const own = (at: number) => ({ ...applicant.head, phone: `138${String(at).padStart(8, '0')}` });
  const names = ['无人机驾驶员', '全媒体运营师'];
  const application = anApplication({
    id: `application-${index}`,
    applicant: alike ? applicant : { ...applicant, address: `温州市鹿城区某路${index}号`, head: own(index), contact: own(1000 + index) },
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
      perceptualHash: alike
        ? common.hash
        : BigInt.asUintN(64, BigInt(index * 10 + photo + 1) * 0x9e37_79b9_7f4a_7c15n)
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
