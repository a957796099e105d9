import type { Application } from '../domain/application.ts';
import type { ApplicationFacts } from '../domain/facts.ts';
import type { Finding, Place } from '../domain/finding.ts';
import { assessorIdentity, personNumber } from './identity.ts';
import { nearPairs } from './near-photos.ts';
import type { Reason } from './sentences.ts';
import { plain } from './wording.ts';

/** An application and what was read from its attachments. */
export type ApplicationWithFacts = { readonly application: Application; readonly facts: ApplicationFacts };

/** A finding about two applicants: `application` is the one it is shown at, `other` the one it shares something with. */
export type SharedFinding = { readonly application: string; readonly other: string; readonly finding: Finding };

/** Something of an applicant that should be of no other. */
type Mark = { readonly key: string; readonly applicant: number; readonly place: Place };
type Photo = Mark & { readonly hash: string };

/** What stands at one applicant and another has too: one for each mark and other applicant, however many the other has. */
type Link = { readonly at: Mark; readonly of: number };

type Kind = { readonly code: string; readonly reason: Reason; readonly unit: string };

const kinds = {
  person: { code: 'sharedPerson', reason: 'person-shared', unit: '人' },
  photo: { code: 'samePhoto', reason: 'photo-same', unit: '张' },
  address: { code: 'sameAddress', reason: 'address-shared', unit: '处' },
  phone: { code: 'samePhone', reason: 'phone-shared', unit: '部' },
  near: { code: 'nearPhoto', reason: 'photo-near', unit: '张' },
} as const satisfies Record<string, Kind>;

/**
 * What several applicants share: people (by ID number, or name and certificate), photos (the same bytes, or nearly the
 * same picture), addresses and telephones. Each pair is told at both applicants, in the order given; all of it 存疑,
 * shown to the panel and deciding nothing.
 */
export function checkAcross(applications: readonly ApplicationWithFacts[]): SharedFinding[] {
  const marks = (of: (one: ApplicationWithFacts) => OwnMark[]): Mark[] =>
    applications.flatMap((one, applicant) => of(one).map((mark) => ({ ...mark, applicant })));
  const hashes = applications.flatMap(({ application, facts }, applicant) =>
    facts.photos.flatMap(({ attachment, perceptualHash }): Photo[] =>
      perceptualHash === null ? [] : [{ key: attachment, hash: perceptualHash, applicant, place: photoPlace(application, attachment) }],
    ),
  );
  const told = [
    { kind: kinds.person, links: equalMarks(marks(({ application }) => peopleOf(application))) },
    { kind: kinds.photo, links: equalMarks(marks(photosOf)) },
    { kind: kinds.near, links: nearPhotos(hashes) },
    { kind: kinds.address, links: equalMarks(marks(addressesOf)) },
    { kind: kinds.phone, links: equalMarks(marks(({ application }) => phonesOf(application))) },
  ].map(({ kind, links }) => ({ kind, byApplicant: Map.groupBy(links, ({ at }) => at.applicant) }));
  return applications.flatMap(({ application }, applicant) =>
    told.flatMap(({ kind, byApplicant }) => shared(applications, { kind, at: application, links: byApplicant.get(applicant) ?? [] })),
  );
}

/** Marks with the same key at another applicant. */
function equalMarks(marks: readonly Mark[]): Link[] {
  return [...Map.groupBy(marks, ({ key }) => key).values()].flatMap((same) => {
    const applicants = new Set(same.map(({ applicant }) => applicant));
    return applicants.size === 1 ? [] : same.flatMap((at) => [...applicants].filter((of) => of !== at.applicant).map((of) => ({ at, of })));
  });
}

/** Photos nearly like another applicant's, the very same file left out: that is told as such. Each picture is compared once, however many have it. */
function nearPhotos(photos: readonly Photo[]): Link[] {
  const byHash = Map.groupBy(photos, ({ hash }) => hash);
  const pictures = [...byHash].map(([hash, same]) => ({ hash, same, holders: Map.groupBy(same, ({ applicant }) => applicant) }));
  return nearPairs(pictures).flatMap(([one, other]) => [
    ...linksBetween(one.same, other.holders),
    ...(one === other ? [] : linksBetween(other.same, one.holders)),
  ]);
}

function linksBetween(photos: readonly Photo[], holders: ReadonlyMap<number, readonly Photo[]>): Link[] {
  return photos.flatMap((at) =>
    [...holders].filter(([of, theirs]) => of !== at.applicant && theirs.some(({ key }) => key !== at.key)).map(([of]) => ({ at, of })),
  );
}

/** One finding for all that an applicant shares of a kind with each other. */
function shared(
  applications: readonly ApplicationWithFacts[],
  { kind: { code, reason, unit }, at, links }: { kind: Kind; at: Application; links: readonly Link[] },
): SharedFinding[] {
  return [...Map.groupBy(links, ({ of }) => of)].flatMap(([index, group]) => {
    const other = applications[index]?.application;
    return other === undefined
      ? []
      : [
          {
            application: at.id,
            other: other.id,
            finding: {
              code,
              item: 'G09',
              occupation: null,
              levelGroup: null,
              verdict: 'doubtful' as const,
              found: { number: new Set(group.map((link) => link.at.key)).size, unit },
              required: { number: 0, unit },
              where: [...new Map(group.map((link) => [link.at.place.source, link.at.place])).values()],
              clause: '附件4第2条',
              reason,
              details: { other: other.applicant.name },
              proposed: null,
            },
          },
        ];
  });
}

type OwnMark = Omit<Mark, 'applicant'>;

function peopleOf({ staff, experts, assessors, attachments }: Application): OwnMark[] {
  const form = attachments.find((attachment) => attachment.class === 'form')?.sha256 ?? null;
  const place = (table: string, index: number): Place => ({ source: `附件3 ${table} 第${index + 1}行`, attachment: form, page: null });
  return [
    ...staff.map((row, index) => ({ key: personNumber(row.idNumber), place: place('工作人员情况', index) })),
    ...experts.map((row, index) => ({ key: personNumber(row.idNumber), place: place('专家情况', index) })),
    ...assessors.map((row, index) => ({ key: assessorIdentity(row).number, place: place('考评人员情况', index) })),
  ].filter(({ key }) => key !== '');
}

function photosOf({ application }: ApplicationWithFacts): OwnMark[] {
  return application.attachments
    .filter((attachment) => attachment.class === 'photo' && attachment.bytes > 0)
    .map(({ sha256 }) => ({ key: sha256, place: photoPlace(application, sha256) }));
}

function photoPlace(application: Application, sha256: string): Place {
  const name = application.attachments.find((attachment) => attachment.sha256 === sha256)?.name ?? sha256;
  return { source: name, attachment: sha256, page: null };
}

/** The applicant's own address and those of its leases: where it will hold its examinations. */
function addressesOf({ application, facts }: ApplicationWithFacts): OwnMark[] {
  const own: OwnMark = {
    key: addressKey(application.applicant.address),
    place: { source: '附件3 申报单位地址', attachment: null, page: null },
  };
  const leased = facts.leases.map(({ address, attachment, page }) => ({
    key: addressKey(address ?? ''),
    place: { source: '租赁合同 坐落', attachment, page },
  }));
  return [own, ...leased].filter(({ key }) => key !== '');
}

/** An address without the words that some write and others leave out; too short a rest (a city, a street) is no place. */
function addressKey(written: string): string {
  const key = plain(written)
    .replaceAll(/[,，。、()\-—]/g, '')
    .replace(/^(中国)?(浙江省?)?(温州市?)?/, '');
  return /\d/.test(key) ? key : '';
}

function phonesOf({ applicant }: Application): OwnMark[] {
  return [
    { phone: applicant.head.phone, name: '负责人联系电话' },
    { phone: applicant.contact.phone, name: '联系人联系电话' },
  ].flatMap(({ phone, name }) =>
    plain(phone)
      .split(/[、,;；/]/)
      .map((one) => one.replace(/^\+?86-?(?=1)/, '').replaceAll(/\D/g, ''))
      .filter((digits) => digits.length >= 7)
      .map((key) => ({ key, place: { source: `附件3 ${name}`, attachment: null, page: null } })),
  );
}
