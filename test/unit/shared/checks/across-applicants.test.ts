import { describe, expect, it } from 'vitest';
import { anApplication, anAssessor, anExpert, aStaffRow, sha, someFacts } from '../../../fixtures/checks/an-application.ts';
import { checkAcross } from '#shared/checks/index.ts';
import { nearPairs } from '#shared/checks/near-photos.ts';
import type { Application } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';

/** An applicant that shares nothing with another of another number. */
function applicant(id: number, changes: Partial<Application> = {}, facts: Partial<ApplicationFacts> = {}) {
  const { applicant: base } = anApplication();
  const person = { ...base.head, phone: `1380000100${id}` };
  return {
    application: anApplication({
      id: `a${id}`,
      applicant: { ...base, name: `申报单位${id}`, address: `温州市鹿城区某路${id}号`, head: person, contact: person },
      staff: [aStaffRow(id * 100)],
      experts: [anExpert(id * 100)],
      assessors: [anAssessor(id * 100)],
      attachments: [{ sha256: sha('f'), name: '附件3.docx', bytes: 1, class: 'form', problem: null }],
      ...changes,
    }),
    facts: someFacts({ leases: [], ...facts }),
  };
}

const told = (...applicants: ReturnType<typeof applicant>[]) =>
  checkAcross(applicants).map(
    ({ application, other, finding }) =>
      `${application} ${other} ${finding.code} ${finding.found && 'number' in finding.found ? finding.found.number : ''}`,
  );
const photo = (sha256: string, name = '照片/一.jpg', bytes = 5): Application['attachments'][number] => ({
  sha256,
  name,
  bytes,
  class: 'photo',
  problem: null,
});
const lease = (address: string | null) => someFacts().leases.map((one) => ({ ...one, address }));
const hashed = (attachment: string, perceptualHash: string | null) => ({
  attachment,
  takenAt: null,
  latitude: null,
  longitude: null,
  perceptualHash,
});

describe('what applicants share', () => {
  it('is nothing where they share nothing, or are one or none', () => {
    expect(told(applicant(1), applicant(2))).toEqual([]);
    expect(told(applicant(1))).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('a person by ID number, in whatever list and however written, told at both', () => {
    const number = anExpert(100).idNumber;
    const other = applicant(2, { staff: [aStaffRow(1, { idNumber: ` ${number}` }), aStaffRow(2)] });
    expect(told(applicant(1), other)).toEqual(['a1 a2 sharedPerson 1', 'a2 a1 sharedPerson 1']);
    const [at1, at2] = checkAcross([applicant(1), other]);
    expect(at1?.finding).toMatchObject({
      item: 'G09',
      verdict: 'doubtful',
      found: { number: 1, unit: '人' },
      details: { other: '申报单位2' },
      where: [{ source: '附件3 专家情况 第1行', attachment: sha('f'), page: null }],
    });
    expect(at2?.finding.where.map(({ source }) => source)).toEqual(['附件3 工作人员情况 第1行']);
    expect(JSON.stringify(at1)).not.toContain(number);
  });

  it('a person once, though in two lists of each', () => {
    const shared = { idNumber: anExpert(7).idNumber };
    const one = (id: number) => applicant(id, { staff: [aStaffRow(1, shared)], experts: [anExpert(1, shared)] });
    expect(told(one(1), one(2))).toEqual(['a1 a2 sharedPerson 1', 'a2 a1 sharedPerson 1']);
    expect(checkAcross([one(1), one(2)])[0]?.finding.where).toHaveLength(2);
  });

  it('an assessor by name and certificate, not by either alone', () => {
    expect(told(applicant(1, { assessors: [anAssessor(5)] }), applicant(2, { assessors: [anAssessor(5)] }))).toEqual([
      'a1 a2 sharedPerson 1',
      'a2 a1 sharedPerson 1',
    ]);
    expect(told(applicant(1, { assessors: [anAssessor(5)] }), applicant(2, { assessors: [anAssessor(5, { certificate: 'Q' })] }))).toEqual(
      [],
    );
    expect(told(applicant(1, { assessors: [anAssessor(5)] }), applicant(2, { assessors: [anAssessor(5, { name: '另' })] }))).toEqual([]);
    const blank = { assessors: [anAssessor(5, { certificate: '' })] };
    expect(told(applicant(1, blank), applicant(2, blank))).toEqual([]);
  });

  it('nobody, where the ID numbers are blank', () => {
    const blank = { experts: [anExpert(1, { idNumber: '' })] };
    expect(told(applicant(1, blank), applicant(2, blank))).toEqual([]);
    const masked = { experts: [anExpert(1, { idNumber: '见附件' })] };
    expect(told(applicant(1, masked), applicant(2, masked))).toEqual([]);
  });

  it('each pair of three is told', () => {
    const same = { experts: [anExpert(9)] };
    expect(told(applicant(1, same), applicant(2, same), applicant(3, same))).toEqual([
      'a1 a2 sharedPerson 1',
      'a1 a3 sharedPerson 1',
      'a2 a1 sharedPerson 1',
      'a2 a3 sharedPerson 1',
      'a3 a1 sharedPerson 1',
      'a3 a2 sharedPerson 1',
    ]);
  });

  it('a photo of the same bytes, but not an empty one, nor another file', () => {
    const having = (id: number, one: Application['attachments'][number]) => applicant(id, { attachments: [one] });
    expect(told(having(1, photo(sha('a'))), having(2, photo(sha('a'))))).toEqual(['a1 a2 samePhoto 1', 'a2 a1 samePhoto 1']);
    expect(checkAcross([having(1, photo(sha('a'))), having(2, photo(sha('a'), '乙.jpg'))])[1]?.finding.where).toEqual([
      { source: '乙.jpg', attachment: sha('a'), page: null },
    ]);
    expect(told(having(1, photo(sha('a'), 'x', 0)), having(2, photo(sha('a'), 'x', 0)))).toEqual([]);
    expect(told(having(1, { ...photo(sha('a')), class: 'other' }), having(2, { ...photo(sha('a')), class: 'other' }))).toEqual([]);
  });

  it('the same photo twice within one applicant is its own affair', () => {
    expect(told(applicant(1, { attachments: [photo(sha('a')), photo(sha('a'), '二.jpg')] }), applicant(2))).toEqual([]);
  });

  it('a photo nearly the same, unless it is the very same', () => {
    const of = (id: number, attachment: string, hash: string | null) =>
      applicant(id, { attachments: [photo(attachment)] }, { photos: [hashed(attachment, hash)] });
    expect(told(of(1, sha('a'), 'f0f0f0f0f0f0f0f0'), of(2, sha('b'), 'f0f0f0f0f0f0f0f1'))).toEqual([
      'a1 a2 nearPhoto 1',
      'a2 a1 nearPhoto 1',
    ]);
    expect(told(of(1, sha('a'), 'f0f0f0f0f0f0f0f0'), of(2, sha('b'), '0f0f0f0f0f0f0f0f'))).toEqual([]);
    expect(told(of(1, sha('a'), null), of(2, sha('b'), null))).toEqual([]);
    expect(told(of(1, sha('a'), 'f0f0f0f0f0f0f0f0'), of(2, sha('a'), 'f0f0f0f0f0f0f0f0'))).toEqual([
      'a1 a2 samePhoto 1',
      'a2 a1 samePhoto 1',
    ]);
    const both = applicant(1, {}, { photos: [hashed(sha('a'), 'f0f0f0f0f0f0f0f0'), hashed(sha('b'), 'f0f0f0f0f0f0f0f0')] });
    expect(told(both, applicant(2))).toEqual([]);
  });

  it('an address, the form’s or a lease’s, however much of the province is written', () => {
    const base = anApplication().applicant;
    const at = (id: number, address: string, leased: string | null = null) => {
      const own = applicant(id);
      return {
        application: { ...own.application, applicant: { ...own.application.applicant, address } },
        facts: { ...own.facts, leases: lease(leased) },
      };
    };
    expect(told(at(1, base.address), at(2, `浙江省${base.address}`))).toEqual(['a1 a2 sameAddress 1', 'a2 a1 sameAddress 1']);
    expect(told(at(1, '鹿城区示例路1号'), at(2, '别处2号', '中国浙江省温州市鹿城区示例路 1 号'))).toEqual([
      'a1 a2 sameAddress 1',
      'a2 a1 sameAddress 1',
    ]);
    expect(told(at(1, '温州市鹿城区'), at(2, '温州市鹿城区'))).toEqual([]);
    expect(told(at(1, ''), at(2, ''))).toEqual([]);
  });

  it('a telephone, however written, but no blank or half one', () => {
    const having = (id: number, phone: string) => {
      const own = applicant(id);
      return {
        ...own,
        application: {
          ...own.application,
          applicant: { ...own.application.applicant, contact: { ...own.application.applicant.contact, phone } },
        },
      };
    };
    expect(told(having(1, '138-1111-2222'), having(2, '电话+86 13811112222、0577-1'))).toEqual([]);
    expect(told(having(1, '138-1111-2222'), having(2, '+86 13811112222、0577-1'))).toEqual(['a1 a2 samePhone 1', 'a2 a1 samePhone 1']);
    expect(told(having(1, '123456'), having(2, '123456'))).toEqual([]);
    expect(told(having(1, '1234567'), having(2, '1234567'))).toEqual(['a1 a2 samePhone 1', 'a2 a1 samePhone 1']);
    expect(told(having(1, ''), having(2, ''))).toEqual([]);
  });
});

describe('near photos', () => {
  const of = (...hashes: string[]) =>
    nearPairs(hashes.map((hash) => ({ hash })))
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => [one.hash, other.hash]);
  const base = 0xf0f0_f0f0_f0f0_f0f0n;
  const hex = (bits: bigint) => bits.toString(16).padStart(16, '0');
  const flipped = (...bits: number[]) => hex(bits.reduce((hash, bit) => hash ^ (1n << BigInt(bit)), base));

  it('differ in six bits at most', () => {
    expect(of(hex(base), flipped(0, 12, 25, 33, 47, 63))).toEqual([[hex(base), flipped(0, 12, 25, 33, 47, 63)]]);
    expect(of(hex(base), flipped(0, 12, 25, 33, 47, 55, 63))).toEqual([]);
    expect(of(hex(base), flipped(0, 1, 2, 3, 4, 5, 6))).toEqual([]);
  });

  it('are found whichever six bits differ', () => {
    for (let start = 0; start < 64; start += 1) {
      const bits = Array.from({ length: 6 }, (_, index) => (start + index * 11) % 64);
      expect([start, of(hex(base), flipped(...bits)).length]).toEqual([start, 1]);
    }
  });

  it('are told once a pair, however many blocks they share, and each with itself', () => {
    const three = [hex(base), flipped(1), flipped(60)].map((hash) => ({ hash }));
    const [one, two, other] = three;
    expect(new Set(nearPairs(three))).toEqual(
      new Set([
        [one, one],
        [two, two],
        [other, other],
        [one, two],
        [one, other],
        [two, other],
      ]),
    );
    expect(nearPairs(three)).toHaveLength(6);
  });

  it('are not blank pictures, which all resemble each other', () => {
    const isLeftOut = (hash: string) => nearPairs([{ hash }]).length === 0;
    expect(
      ['0000000000000000', '0000000000000003', '0000000100000001', 'ffffffffffffffff', 'fffffffffffffffc', 'fffffffefffffffe'].filter(
        (hash) => !isLeftOut(hash),
      ),
    ).toEqual([]);
    expect(['0000000000000007', '0000000300000001', 'fffffffffffffff8', 'fffffffcfffffffe'].filter(isLeftOut)).toEqual([]);
  });
});

describe('near photos of applicants', () => {
  const of = (id: number, ...hashes: [sha256: string, hash: string][]) =>
    applicant(
      id,
      { attachments: hashes.map(([sha256]) => photo(sha256, `${sha256.slice(0, 1)}.jpg`)) },
      { photos: hashes.map(([sha256, hash]) => hashed(sha256, hash)) },
    );
  const picture = 'f0f0f0f0f0f0f0f0';

  it('of one picture in several files count each file of one’s own that the other has in another file', () => {
    expect(told(of(1, [sha('a'), picture], [sha('b'), picture]), of(2, [sha('c'), picture]))).toEqual([
      'a1 a2 nearPhoto 2',
      'a2 a1 nearPhoto 1',
    ]);
    expect(told(of(1, [sha('a'), picture]), of(2, [sha('a'), picture], [sha('b'), 'f0f0f0f0f0f0f0f1']))).toEqual([
      'a1 a2 samePhoto 1',
      'a1 a2 nearPhoto 1',
      'a2 a1 samePhoto 1',
      'a2 a1 nearPhoto 1',
    ]);
  });

  it('are told at each of three with each other', () => {
    const applicants = [of(1, [sha('a'), picture]), of(2, [sha('b'), picture]), of(3, [sha('c'), 'f0f0f0f0f0f0f0f3'])];
    expect(told(...applicants)).toEqual([
      'a1 a2 nearPhoto 1',
      'a1 a3 nearPhoto 1',
      'a2 a1 nearPhoto 1',
      'a2 a3 nearPhoto 1',
      'a3 a1 nearPhoto 1',
      'a3 a2 nearPhoto 1',
    ]);
    expect(checkAcross(applicants)[1]?.finding.where).toEqual([{ source: 'a.jpg', attachment: sha('a'), page: null }]);
  });
});
